// SPDX-License-Identifier: GPL-3.0-or-later
// A candidate attribution, before it is known whether it is a good one.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "corpus/attribution/tokens.h"

namespace communique::corpus::attribution {

/// How source, cue and content stand to one another.
enum class Rule : std::uint8_t {
  SourceCue,          ///< "X said that ..."
  AcrossCommas,       ///< "X, the mayor of Y, said ..."
  Relative,           ///< "X, who said ..."
  SecondVerb,         ///< "X came and said ..."
  Participle,         ///< "X left, saying ..."
  LeadingParticiple,  ///< "Citing ..., X left"
  Infinitive,         ///< "X went on to say ..."
  Passive,            ///< "it was said by X that ..."
  QuoteSourceCue,     ///< "...," X said
  QuoteCueSource,     ///< "...," said X
  ClauseSourceCue,    ///< ..., X said.
  ClauseCueSource,    ///< ..., said X.
  Sandwich,           ///< The plan, X said, will fail.
  CueSourceContent,   ///< Said X: "..."
  AccordingTo,        ///< According to X, ...
  Block,              ///< X said: (next paragraph)
  Signature,          ///< "..." - X
  Headline,           ///< X: ...
};

/// What users read as the reason of a finding.
std::string_view to_string(Rule rule);

/// The verb group the cue stands in.
enum class VerbShape : std::uint8_t {
  Past,
  Present,
  Base,
  Perfect,
  Modal,
  To,
  Progressive,
  Passive,
  Ing,
  PrepositionIng,
  Adjective,
  None
};

/// What stands after the cue.
enum class After : std::uint8_t {
  Quote,
  MarkQuote,
  That,
  Pronoun,
  Capital,
  Determiner,
  Question,
  To,
  As,
  On,
  For,
  Of,
  In,
  About,
  With,
  Preposition,
  Noun,
  Comma,
  Colon,
  End,
  Verb,
  Number,
  Ing,
  Time,
  Adverb,
  Possessor,
  Object,
  Message,
  Forward,
  Other
};

enum class SourceForm : std::uint8_t {
  None,
  HeShe,
  They,
  First,
  Pronoun,
  Relative,
  Name,
  TitledName,
  Determined,
  Possessed,
  Lower
};

/// What stands before the source, or before the verb group where the source is elsewhere.
enum class Lead : std::uint8_t { Start, Comma, Quote, Coordinator, Subordinator, Word };

/// How much of the content stands between quotation marks.
enum class Quoted : std::uint8_t { None, Part, All };

/// What the content ends before.
enum class End : std::uint8_t { Sentence, Comma, Word, Other };

struct Frame {
  TokenRange cue;
  TokenRange source;  ///< empty if nobody is named
  std::array<TokenRange, 3> content{};
  std::uint8_t parts = 0;
  Rule rule = Rule::SourceCue;
  VerbShape shape = VerbShape::None;
  After after = After::Other;
  SourceForm form = SourceForm::None;
  Lead lead = Lead::Word;
  Quoted quoted = Quoted::None;
  End end = End::Sentence;
  bool inner = false;  ///< the cue lies in the content of another candidate before it
  std::uint16_t lemma = 0;
  float confidence = 0;

  void add(TokenRange part) {
    if (!part.empty() && parts < content.size()) content[parts++] = part;
  }
  TokenRange extent() const { return {content[0].first, content[parts - 1U].last}; }
  std::uint32_t size() const {
    std::uint32_t sum = 0;
    for (std::size_t part = 0; part < parts; ++part) sum += content[part].size();
    return sum;
  }
};

/// Names of the enumerators, as in the tables of data/; empty for a number that is none.
std::string_view name_of(Rule rule);
std::string_view name_of(VerbShape shape);
std::string_view name_of(After after);
std::string_view name_of(SourceForm form);
std::string_view name_of(Lead lead);
std::string_view name_of(Quoted quoted);
std::string_view name_of(End end);

}  // namespace communique::corpus::attribution
