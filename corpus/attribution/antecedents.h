// SPDX-License-Identifier: GPL-3.0-or-later
// Whom does a pronoun, a bare title or "the two leaders" mean? The order of the guesses follows what readers found in
// news: three pronouns of four mean the speaker of the attribution before (PolNeAR, training part, 34 read by hand).
#pragma once

#include <optional>
#include <vector>

#include "corpus/attribution/cast.h"
#include "corpus/attribution/resolve.h"
#include "corpus/attribution/source_reading.h"

namespace communique::corpus {

/// People a source stands for, with what that was told by.
struct Antecedent {
  std::vector<PersonNumber> people;
  std::optional<Span> span;  ///< the name that stands for them; absent if the metadata does
  float certainty = 1;       ///< 0 to 1; a factor of the attribution's confidence
};

/// Sources must be asked for in order of the text.
class Antecedents {
 public:
  Antecedents(const ResolveContext& context, const schema::Gazetteer& gazetteer, Cast& cast);

  /// The people of an attribution whose source stands at `source`: the next pronoun's likeliest antecedent.
  void note_speakers(const std::vector<PersonNumber>& people, Span source);

  Antecedent of_person(std::uint32_t at, schema::Gender gender);  ///< he, she
  Antecedent of_group(std::uint32_t at) const;                    ///< it
  Antecedent of_several(std::uint32_t at, bool pronoun);          ///< they; the two leaders
  Antecedent of_relative(std::uint32_t at);                       ///< who
  Antecedent of_message(std::uint32_t at);                        ///< the message reads
  /// "the president"; `country`, where not empty, is said with it.
  Antecedent of_title(std::uint32_t at, const Title& title, std::string_view country);

 private:
  struct Focus {
    Span span;
    PersonNumber person = 0;
  };

  std::size_t before(std::uint32_t at) const;  ///< number of names that begin before `at`
  std::uint32_t sentence_start(std::uint32_t at) const;
  bool fits(PersonNumber person, schema::Gender gender) const;
  std::optional<Focus> first_between(std::uint32_t from, std::uint32_t to, schema::Gender gender) const;
  bool is_holder(schema::LeaderNumber leader, const Title& title, std::string_view country) const;
  std::optional<schema::LeaderNumber> holder_in(std::string_view country, const Title& title) const;

  const ResolveContext& context_;
  const schema::Gazetteer& gazetteer_;
  Cast& cast_;
  std::vector<Focus> names_;  ///< leaders named in the text, in order
  std::vector<PersonNumber> last_;
  Span last_source_;
};

}  // namespace communique::corpus
