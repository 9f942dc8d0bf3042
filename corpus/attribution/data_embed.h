// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of data/, inside the binary. Static storage.
#pragma once

#include <string_view>

namespace communique::corpus::attribution {

/// Forms of the verbs that may report; see the head of data/cue_verbs.tsv.
std::string_view cue_verbs_tsv();
/// How often contents end at which boundary, and how often which frames are right: scripts/count_attribution_tables.py.
std::string_view boundaries_tsv();
std::string_view precision_tsv();
/// Weights added to those for what press statements say all the time and news hardly ever does.
std::string_view press_weights_tsv();

}  // namespace communique::corpus::attribution
