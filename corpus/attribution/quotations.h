// SPDX-License-Identifier: GPL-3.0-or-later
// Where are the quotations of a text?
#pragma once

#include "corpus/attribution/tokens.h"

namespace communique::corpus::attribution {

/// Pairs the quotation marks of each paragraph: straight, curly, guillemets, doubled apostrophes, single ones. Sets
/// the quotations, and of the tokens the number and the flags. One left open runs to the end of its paragraph. Marks
/// within a quotation are part of it. Linear.
void find_quotations(TokenisedText& text);

}  // namespace communique::corpus::attribution
