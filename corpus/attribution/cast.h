// SPDX-License-Identifier: GPL-3.0-or-later
// Who takes part in a statement? Each person once, however often and in whatever form named: leaders of the gazetteer,
// and others under the fullest form that is printed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/attribution/attribution.h"

namespace communique::corpus {

/// Index of a person in the Cast.
using PersonNumber = std::size_t;

struct Person {
  std::optional<schema::LeaderNumber> leader;
  std::string name;                ///< the fullest form seen
  std::vector<std::string> words;  ///< of the name, folded
  schema::Gender gender = schema::Gender::Unknown;
  bool group = false;  ///< a body: "it", never "he"
};

/// Grows while a statement is read from its beginning. The text and the gazetteer must outlive it.
class Cast {
 public:
  Cast(std::string_view text, const schema::Gazetteer& gazetteer) : text_(text), gazetteer_(gazetteer) {}

  PersonNumber of_leader(schema::LeaderNumber leader);

  /// Somebody the gazetteer does not know. "Price" is "Ned Price", seen before, or printed anywhere in the text's first
  /// kilobytes; two given names part two people.
  PersonNumber of_name(const std::string& name, schema::Gender gender, bool group);

  /// Whoever can only be described: each description is a person of its own.
  PersonNumber of_description(const std::string& description);

  const Person& operator[](PersonNumber number) const { return people_[number]; }
  void set_gender(PersonNumber number, schema::Gender gender);
  Speaker speaker(PersonNumber number) const { return {people_[number].leader, people_[number].name}; }

 private:
  std::optional<PersonNumber> same_person(const std::vector<std::string>& words, schema::Gender gender) const;
  std::string fuller_form(const std::string& surname) const;

  std::string_view text_;
  const schema::Gazetteer& gazetteer_;
  std::vector<Person> people_;
  std::unordered_map<schema::LeaderNumber, PersonNumber> leaders_;
  std::unordered_map<std::string, std::vector<PersonNumber>> by_surname_;  ///< others, by their last word, folded
  std::unordered_map<std::string, PersonNumber> described_;
};

}  // namespace communique::corpus
