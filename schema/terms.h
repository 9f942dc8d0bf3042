// SPDX-License-Identifier: GPL-3.0-or-later
// How things are spelt in the postings: prefixes, value slots, positions. The writer and the reader of an index
// agree here and nowhere else; docs/index-format.md says the same in prose.
//
// A word has no prefix: normalised words never begin with an ASCII capital, prefixes always do, so they can not meet.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <xapian.h>

#include "schema/date.h"

namespace communique::schema {

/// Raised whenever an index of the former version can not be read right by this code.
inline constexpr int kSchemaVersion = 4;

/// Boolean and text prefixes, after Omega's termprefixes table where it has one (Q N L Y M S A); X... are ours.
/// "Heads only": a query on passages reaches them through OpenIndex::whole_statements(). Each boolean term on every
/// passage costs index time and size, so only what is filtered by often, or differs between passages, stands there.
namespace prefix {
// On heads only.
inline constexpr std::string_view kHead = "H";             ///< alone: this document is a statement's head
inline constexpr std::string_view kId = "Q";               ///< + statement id (hashed when long)
inline constexpr std::string_view kVersion = "V";          ///< + version key, 16 hex digits
inline constexpr std::string_view kTitle = "S";            ///< + word of the title (heads only)
inline constexpr std::string_view kSpeakerName = "A";      ///< + word of the speaker's name as printed (heads only)
inline constexpr std::string_view kSource = "XU";          ///< + word of the source's name (heads only)
inline constexpr std::string_view kPrintedSpeaker = "XN";  ///< + folded name of a speaker who is no known leader
inline constexpr std::string_view kPrintedSource = "XO";   ///< + folded name of the source
inline constexpr std::string_view kParty = "XB";           ///< + alpha-3 or leader id: parties of an event (heads only)
// On heads and on passages.
inline constexpr std::string_view kSpeaker = "XS";   ///< + leader id of the statement's speaker
inline constexpr std::string_view kSaid = "XP";      ///< + leader id: says something in the passage (head: somewhere)
inline constexpr std::string_view kSaidName = "XW";  ///< + word of the printed name of somebody else who does
inline constexpr std::string_view kMention = "XM";   ///< + leader id named in the passage (head: in the statement)
inline constexpr std::string_view kCountry = "N";    ///< + alpha-3, or folded name of what is no country
inline constexpr std::string_view kLanguage = "L";   ///< + ISO 639-1
inline constexpr std::string_view kYear = "Y";       ///< + yyyy
inline constexpr std::string_view kMonth = "M";      ///< + yyyymm; only if the month is known
inline constexpr std::string_view kType = "XT";      ///< + folded type
inline constexpr std::string_view kUndated = "XD";   ///< alone: the statement has no date
}  // namespace prefix

/// Value slots, the same on heads and passages.
namespace slot {
inline constexpr Xapian::valueno kDate = 0;  ///< date_value(); absent if undated
}  // namespace slot

/// The longest term in bytes; a NUL counts twice in Xapian's keys, so terms hold none (normalised words can not).
inline constexpr std::size_t kMaxTermBytes = 240;

/// prefix + value; a value that would make the term too long is cut and completed by a hash.
std::string make_term(std::string_view prefix, std::string_view value);

/// Four big-endian bytes of Date::key(): sorts as dates do, and 2021 (no month) sorts before 2021-01-01.
std::string date_value(const Date& date);
Date date_from_value(std::string_view value);

/// Positions, which stand in the forward index (schema/forward_index.h) and not in the postings. A passage's words
/// count from kFirstPosition; between two sentences lies a gap, so that phrases end at sentence ends and `/s` is a NEAR
/// within the gap. The title's words follow the first passage's after a gap of their own.
inline constexpr std::uint32_t kFirstPosition = 1;
inline constexpr std::uint32_t kSentenceGap = 200;
/// So many of the title's words are indexed with every passage, and in order; the rest can be found by `title:`
/// only. Real titles are shorter; some feeds give half the text as title, which cost a fifth of the index.
inline constexpr std::size_t kMaxTitleWords = 24;
/// How often a title's word counts beside a word of the text; twice ranked best on abstracts with titles.
inline constexpr Xapian::termcount kTitleWordCount = 2;
/// But once in a passage of fewer words than this, and where the title itself has fewer: there the title would say more
/// than the text, and short titles ("Debate in Miami") are many statements' (speech turns: nDCG@10 .533 to .539 with
/// the speaker given; abstracts lose at most .005).
inline constexpr std::size_t kShortPassageWords = 50;
inline constexpr std::size_t kShortTitleWords = 5;

}  // namespace communique::schema
