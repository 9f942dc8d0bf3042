// SPDX-License-Identifier: GPL-3.0-or-later
// What is in a Gazetteer: leaders and the table from folded name forms to those who may be meant. Internal to schema/.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schema/gazetteer.h"

namespace communique::schema {

/// A name form: its folded words and whose it may be.
struct FormEntry {
  std::string_view text;  ///< words joined by one space; the key of the table that holds the form
  std::size_t words = 0;
  NameForm kind = NameForm::Full;
  bool weak = false;                  ///< weak for each of `leaders`
  std::vector<LeaderNumber> leaders;  ///< ascending, each once
};

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

template <class Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

/// Leaders a printed name may mean, apart by how it was found.
struct NameReading {
  std::vector<LeaderNumber> full;
  std::vector<LeaderNumber> surname;
};

struct Gazetteer::Impl {
  std::vector<Leader> leaders;  ///< by id
  std::vector<FormEntry> forms;
  /// First word -> its forms, as the begin and end of a part of `by_start`.
  std::unordered_map<std::string_view, std::pair<std::uint32_t, std::uint32_t>> starts;
  std::vector<std::uint32_t> by_start;              ///< forms by first word, longest first, full forms before surnames
  StringMap<std::uint32_t> full;                    ///< folded full form, words joined by one space -> form
  StringMap<std::uint32_t> surnames;                ///< folded surname -> form
  StringMap<std::vector<LeaderNumber>> by_country;  ///< code of a tenure's country -> leaders

  explicit Impl(std::vector<Leader> all);

  NameReading read_name(std::string_view name) const;

  bool in_office(LeaderNumber leader, const std::optional<Date>& at) const;
  bool of_country(LeaderNumber leader, std::string_view country) const;

 private:
  void add_form(std::string_view text, NameForm kind, LeaderNumber leader, bool weak);
  void link_forms();
};

/// Leaders as leaders.json tells them, sorted by id; a user's file merged in. Throws Error(Usage).
std::vector<Leader> read_leaders(std::string_view json, std::string_view extra, std::string_view extra_name);

std::string_view to_string(OfficeKind kind);
std::optional<OfficeKind> office_kind_from(std::string_view name);

}  // namespace communique::schema
