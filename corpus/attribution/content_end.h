// SPDX-License-Identifier: GPL-3.0-or-later
// Where does the content that follows a cue begin and end?
#pragma once

#include "corpus/attribution/boundary.h"
#include "corpus/attribution/tables.h"
#include "corpus/attribution/tokens.h"

namespace communique::corpus::attribution {

/// Content without a quotation that reached no end by then is cut, in tokens: texts without any punctuation.
inline constexpr std::uint32_t kLongestContent = 90;

struct ContentStart {
  std::uint32_t cue_end = 0;  ///< prepositions that belong to the cue included
  std::uint32_t content = 0;  ///< first token; the sentence's end if nothing follows
};

/// Where the content of the cue at `cue` begins if it follows it: past a preposition ("called for"), a comma or colon
/// before a quotation, and what stands between the cue and its "that" ("told reporters on Friday that").
ContentStart content_start(const TokenisedText& text, std::uint32_t cue, bool report);

/// The end of content that begins at `from`: the first boundary of its sentence where contents end more often than
/// not, past a quotation that runs on over sentences. `report` as in Tables::ends_at().
std::uint32_t content_end(const TokenisedText& text, const Tables& tables, std::uint32_t from, bool report);

/// The end of the sentence of `token` without its full stop.
std::uint32_t sentence_end(const TokenisedText& text, std::uint32_t token);

/// Whether the quotation, by its number, is more than a title or a word held off: four words or more.
bool is_long(const TokenisedText& text, std::uint32_t quotation);

}  // namespace communique::corpus::attribution
