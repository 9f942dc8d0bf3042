// SPDX-License-Identifier: GPL-3.0-or-later
// From a field and the values written behind it to the clauses of the tree; dates are read and put into one form.
#pragma once

#include <optional>

#include "searcher/query/lex.h"

namespace communique::searcher {

/// One clause, or several joined by OR (`speaker:(a b)`), or for words by AND (`title:("a b" c)`). nullopt if
/// `diagnosis` has failed: an unreadable date, a range that ends before it starts.
std::optional<QueryNode> field_node(const Token& token, Diagnosis& diagnosis);

}  // namespace communique::searcher
