// SPDX-License-Identifier: GPL-3.0-or-later
// Two accounts of one event: pairs of them as a list, and two of them side by side.
#pragma once

#include <string>

#include "searcher/accounts/account_pairs.h"
#include "searcher/accounts/compare.h"
#include "searcher/render/render.h"

namespace communique::searcher {

/// In two columns where the terminal is wide enough, else one below the other.
void render_comparison_text(const AccountComparison& comparison, const TextStyle& style, std::string& out);
void render_comparison_json(const AccountComparison& comparison, std::string& out);

void render_pairs_text(const AccountPairs& pairs, std::size_t offset, const TextStyle& style, std::string& out);
void render_pairs_json(const AccountPairs& pairs, std::string& out);

}  // namespace communique::searcher
