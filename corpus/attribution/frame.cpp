// SPDX-License-Identifier: GPL-3.0-or-later
// The names of what frames are told apart by.
#include "corpus/attribution/frame.h"

namespace communique::corpus::attribution {

namespace {

template <class Enum, std::size_t kCount>
std::string_view nth(const std::array<std::string_view, kCount>& names, Enum value) {
  const auto at = static_cast<std::size_t>(value);
  return at < kCount ? names[at] : std::string_view();
}

constexpr std::array<std::string_view, 18> kRuleNames = {
    "source before the cue",
    "source, words between commas, cue",
    "who or which before the cue",
    "second verb of the source",
    "participle after the clause",
    "participle before the clause",
    "infinitive after another verb",
    "passive cue",
    "quotation, source, cue",
    "quotation, cue, source",
    "clause, source, cue",
    "clause, cue, source",
    "cue within the sentence",
    "cue, source, content",
    "according to",
    "source, cue, next paragraph",
    "quotation and signature",
    "source and colon",
};
constexpr std::array<std::string_view, 18> kRuleKeys = {"source-cue",        "across-commas",
                                                        "relative",          "second-verb",
                                                        "participle",        "leading-participle",
                                                        "infinitive",        "passive",
                                                        "quote-source-cue",  "quote-cue-source",
                                                        "clause-source-cue", "clause-cue-source",
                                                        "sandwich",          "cue-source-content",
                                                        "according-to",      "block",
                                                        "signature",         "headline"};
constexpr std::array<std::string_view, 12> kShapeNames = {
    "past",        "present", "base", "perfect",         "modal",     "to",
    "progressive", "passive", "ing",  "preposition-ing", "adjective", "none"};
constexpr std::array<std::string_view, 30> kAfterNames = {
    "quote", "mark-quote", "that", "pronoun", "capital", "determiner",  "question", "to",      "as",      "on",
    "for",   "of",         "in",   "about",   "with",    "preposition", "noun",     "comma",   "colon",   "end",
    "verb",  "number",     "ing",  "time",    "adverb",  "possessor",   "object",   "message", "forward", "other"};
constexpr std::array<std::string_view, 11> kFormNames = {"none",       "he-she",    "they", "first",
                                                         "pronoun",    "relative",  "name", "titled-name",
                                                         "determined", "possessed", "lower"};
constexpr std::array<std::string_view, 6> kLeadNames = {"start",       "comma",        "quote",
                                                        "coordinator", "subordinator", "word"};
constexpr std::array<std::string_view, 3> kQuotedNames = {"none", "part", "all"};

constexpr std::array<std::string_view, 4> kEndNames = {"sentence", "comma", "word", "other"};

}  // namespace

std::string_view to_string(Rule rule) { return nth(kRuleNames, rule); }
std::string_view name_of(Rule rule) { return nth(kRuleKeys, rule); }
std::string_view name_of(VerbShape shape) { return nth(kShapeNames, shape); }
std::string_view name_of(After after) { return nth(kAfterNames, after); }
std::string_view name_of(SourceForm form) { return nth(kFormNames, form); }
std::string_view name_of(Lead lead) { return nth(kLeadNames, lead); }
std::string_view name_of(Quoted quoted) { return nth(kQuotedNames, quoted); }
std::string_view name_of(End end) { return nth(kEndNames, end); }

}  // namespace communique::corpus::attribution
