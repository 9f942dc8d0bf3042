// SPDX-License-Identifier: GPL-3.0-or-later
// Which part of what was said lies in which passage?
#pragma once

#include <vector>

#include "corpus/analyse.h"
#include "schema/gazetteer.h"
#include "schema/record.h"

namespace communique::indexer {

/// For each passage of the statement, in order, what is said in it, as its record keeps it. What nobody could be named
/// for is kept too: it is said, if not by whom.
std::vector<std::vector<schema::AttributionRecord>> attributions_by_passage(const corpus::AnalysedStatement& analysed,
                                                                            const schema::Gazetteer& gazetteer);

}  // namespace communique::indexer
