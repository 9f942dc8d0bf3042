// SPDX-License-Identifier: GPL-3.0-or-later
// Which noun phrase is the source: the one that ends before a verb, begins after one, or heads the clause?
#pragma once

#include "corpus/attribution/tokens.h"

namespace communique::corpus::attribution {

/// A source phrase is never longer, in tokens.
inline constexpr std::uint32_t kLongestSource = 24;

/// The noun phrase whose last token is the one before `end`, reaching back no further than `floor`; empty if there is
/// none. A bracket after a name ("Marco Rubio (R-Fla.)") is passed over.
TokenRange phrase_before(const TokenisedText& text, std::uint32_t end, std::uint32_t floor);

/// The noun phrase that begins at `begin`, reaching no further than `ceiling`; empty if there is none.
TokenRange phrase_after(const TokenisedText& text, std::uint32_t begin, std::uint32_t ceiling);

/// The source of a verb whose subject is cut off by a comma, dash or bracket before `end`: "X, the leader of Y, said".
/// The leftmost part of the sentence that can be a subject and holds no verb.
TokenRange phrase_across_commas(const TokenisedText& text, std::uint32_t end, std::uint32_t floor);

/// The subject of the last finite clause that begins before `end`: whose participle or second verb comes there.
TokenRange subject_before(const TokenisedText& text, std::uint32_t end, std::uint32_t floor);

}  // namespace communique::corpus::attribution
