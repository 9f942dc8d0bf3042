// SPDX-License-Identifier: GPL-3.0-or-later
// Which documents are right for which topic? Judgements as the TREC conferences write them ("qrels").
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace communique::searcher {

/// The judged documents of a topic: id and grade; above 0 is relevant, and more is better.
using Judgements = std::map<std::string, int, std::less<>>;
/// By topic id.
using Qrels = std::map<std::string, Judgements, std::less<>>;

/// Reads lines of `TOPIC ITERATION DOCUMENT GRADE`; of a document judged twice the last grade counts. Throws
/// Error(Usage) with `name` and the line's number.
Qrels parse_qrels(std::string_view text, const std::string& name);

bool has_relevant(const Judgements& judgements);

}  // namespace communique::searcher
