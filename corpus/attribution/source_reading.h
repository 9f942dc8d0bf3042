// SPDX-License-Identifier: GPL-3.0-or-later
// What does a printed source say about who speaks: a pronoun, a title, a name, several people, a mere description?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/analyse.h"
#include "corpus/analysis/mention_words.h"

namespace communique::corpus {

enum class SourceForm : std::uint8_t {
  Described,  ///< "a senior official", "Russian officials": by what is printed
  Named,      ///< somebody, or a body, with a name the gazetteer does not know
  Leaders,    ///< one leader or several, by name or office
  Title,      ///< "the president", "the prime minister": of nobody in particular
  Joint,      ///< "the two leaders", "both sides"
  First,      ///< I, we
  Person,     ///< he, she
  They,
  Thing,      ///< it
  Nobody,     ///< you, this: nobody who could be searched for
  Relative,   ///< who, which
  Message,    ///< "the message", "his letter": whoever wrote it
};

struct SourceReading {
  SourceForm form = SourceForm::Described;
  std::vector<schema::LeaderNumber> leaders;              ///< Leaders
  std::string country;                                    ///< Title: alpha-3, where a country is said with it
  Title title;                                            ///< Title; Named where a title stands before the name
  std::string name;                                       ///< Named: without titles; Described: without its article;
                                                          ///< Title: who is named beside it ("the Secretary and ...")
  schema::Gender gender = schema::Gender::Unknown;        ///< Person; Named after Mr. or Mrs.
  bool group = false;  ///< Named with an article: "the White House", not a person
};

/// Reads the source that stands at `span`. `mentions`: the leaders named in the text, in order. English, French,
/// Spanish, German and Russian pronouns are known.
SourceReading read_source(std::string_view text, Span span, const std::vector<Mention>& mentions);

/// "NED PRICE" as "Ned Price": names in capitals throughout are shown as names are.
std::string without_capitals(std::string_view name);

}  // namespace communique::corpus
