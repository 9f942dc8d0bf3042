// SPDX-License-Identifier: GPL-3.0-or-later
// Between whom was it: the countries and leaders that take part in a call, a meeting, a message, a joint statement?
#pragma once

#include <string>
#include <vector>

#include "corpus/analyse.h"
#include "corpus/events/event_words.h"

namespace communique::corpus {

/// Alpha-3 codes and leader ids, countries first, each once: of the metadata, of the title and, for types that have
/// two sides, of the text's opening. `analysed` has everything but the parties.
/// `fronts`: of its title and text.
std::vector<std::string> find_parties(const AnalysedStatement& analysed, Fronts& fronts,
                                      const schema::Gazetteer& gazetteer);

}  // namespace communique::corpus
