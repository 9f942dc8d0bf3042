// SPDX-License-Identifier: GPL-3.0-or-later
// In which other ways are the leaders written whom a name may mean? The gazetteer's name forms as an immutable file of
// a generation, memory-mapped and searched by bisection: parsing the gazetteer itself takes longer than most searches.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/gazetteer.h"

namespace communique::schema {

/// The bytes of a table of all name forms of a gazetteer. Same gazetteer, same bytes.
std::string encode_names(const Gazetteer& gazetteer);

/// Number of a form in the table: its place in byte order of the folded forms.
using NameNumber = std::uint32_t;

/// That a form is one of a leader's. A weak one is weak for this leader; for others it may not be.
struct NameLink {
  std::uint32_t other = 0;  ///< the leader's number, or the form's, depending on where one comes from
  NameForm form = NameForm::Full;
  bool weak = false;
};

/// A table opened for reading. Views live as long as the table. May be read from several threads.
class NameTable {
 public:
  /// Throws Error(Io, IndexDamaged).
  explicit NameTable(const std::filesystem::path& file);
  ~NameTable();
  NameTable(NameTable&&) noexcept;
  NameTable& operator=(NameTable&&) noexcept;

  /// Number of forms.
  NameNumber size() const;
  /// Words of the longest form.
  std::uint32_t most_words() const;
  /// The form that a name folds to (fold_value()); nullopt if it is none.
  std::optional<NameNumber> find(std::string_view folded) const;

  /// The form's words, normalised, one space between them.
  std::string_view folded(NameNumber form) const;
  /// The form as the gazetteer writes it; where several fold alike, the first of them.
  std::string_view printed(NameNumber form) const;
  /// Whose form it is, by leader, a leader once for full form and once for surname.
  std::vector<NameLink> leaders_of(NameNumber form) const;
  /// True if it is weak for some leader.
  bool is_weak(NameNumber form) const;

  /// A leader's forms, as the gazetteer orders them: the name to show, other full forms, surnames.
  std::vector<NameLink> forms_of(LeaderNumber leader) const;
  std::string_view leader_id(LeaderNumber leader) const;
  std::string_view leader_name(LeaderNumber leader) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// As Gazetteer::match_name() without a date, from a table of the same gazetteer.
std::vector<LeaderNumber> match_name(const NameTable& names, std::string_view name);

}  // namespace communique::schema
