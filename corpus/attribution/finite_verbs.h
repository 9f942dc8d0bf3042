// SPDX-License-Identifier: GPL-3.0-or-later
// Which words look like finite verbs?
#pragma once

#include "corpus/attribution/tokens.h"

namespace communique::corpus::attribution {

/// Whether the token looks like a finite verb in its place.
bool looks_finite(const TokenisedText& text, std::uint32_t at);

/// Whether the run holds what looks like a finite verb, quotations left out.
bool holds_verb(const TokenisedText& text, TokenRange run);

}  // namespace communique::corpus::attribution
