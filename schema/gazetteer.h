// SPDX-License-Identifier: GPL-3.0-or-later
// Who is who, and who held which office when? Leaders with name forms and tenures, from the project's own
// leaders.json, with what a user's --gazetteer file adds or corrects.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/date.h"
#include "schema/error.h"

namespace communique::schema {

/// What a post is called across countries, so that "the Russian president" and "Chinese premier" find their holders.
enum class OfficeKind : std::uint8_t { President, PrimeMinister, ForeignMinister, Monarch, Chancellor, Other };

/// A post held from one day to another. An absent start or end is open. Dates may be known to the year only.
struct Tenure {
  OfficeKind kind = OfficeKind::Other;
  std::string office;   ///< as shown: "President of the Russian Federation"
  std::string country;  ///< ISO 3166-1 alpha-3, or an organisation's short name in capitals ("UNO", "EUE", "NATO")
  std::optional<Date> from;
  std::optional<Date> to;

  /// True if the post may have been held at some time in the period `date` stands for; both the leaving and the
  /// entering holder hold it on the day of a change. A date that is unknown (nullopt) is in every tenure.
  bool covers(const std::optional<Date>& date) const;
};

enum class Gender : std::uint8_t { Unknown, Female, Male };

/// A person who speaks for a state. `id` is lower-case ASCII with hyphens, stable across versions: "vladimir-putin".
struct Leader {
  std::string id;
  std::string name;                        ///< the form to show
  std::vector<std::string> aliases;        ///< other full forms, transliterations and scripts; never a bare surname
  std::vector<std::string> surnames;       ///< bare forms ("Putin", "Poutine", "Xi"), valid only where unambiguous
  std::vector<std::string> weak_surnames;  ///< those of them that are also words, places or common names ("May", "Li")
  std::string country;                     ///< ISO 3166-1 alpha-3 of the first tenure
  Gender gender = Gender::Unknown;
  std::vector<Tenure> tenures;
};

/// Index of a leader in Gazetteer::leaders().
using LeaderNumber = std::uint32_t;

/// Who an office phrase may stand for: one entry per tenure, newest first.
struct OfficeMatch {
  LeaderNumber leader = 0;
  const Tenure* tenure = nullptr;  ///< owned by the gazetteer
};

/// How a leader was found in a text; by office alone ("the Russian president") only by the analysis.
enum class NameForm : std::uint8_t { Full, Surname, Office };

/// A name form that begins at some word: how many words it takes and whose it may be.
struct NameMatch {
  std::uint32_t words = 0;  ///< number of Plain and Han words
  NameForm form = NameForm::Full;
  bool weak = false;                                   ///< a surname that needs a title or the full name before it
  const std::vector<LeaderNumber>* leaders = nullptr;  ///< owned by the gazetteer; at least one
};

/// Immutable once built: may be read from any number of threads.
class Gazetteer {
 public:
  /// Reads leaders.json's text. Throws Error(Usage) naming the entry if it is not as docs/gazetteer.md says.
  /// `extra`, where not empty, is a user's file of the same form: an entry whose id exists corrects that leader's
  /// fields (lists are added to; "replace": true takes the entry as it is), another adds one.
  static Gazetteer parse(std::string_view json, std::string_view extra = {}, std::string_view extra_name = {});
  ~Gazetteer();
  Gazetteer(Gazetteer&&) noexcept;
  Gazetteer& operator=(Gazetteer&&) noexcept;

  const std::vector<Leader>& leaders() const;
  /// nullptr if there is none of that id.
  const Leader* find(std::string_view id) const;

  /// Leaders that a name typed by a user or printed in a metadata field may mean, best first: full forms, then
  /// surnames; titles before a name ("President", "Mr.", "H.E.") and posts after a comma are looked through. With a
  /// date, leaders in office at that date come before the others.
  std::vector<LeaderNumber> match_name(std::string_view name, const std::optional<Date>& at = {}) const;

  /// The one leader a printed speaker field means at a date, if exactly one does.
  std::optional<LeaderNumber> resolve_speaker(std::string_view printed, const std::optional<Date>& at,
                                              std::string_view country = {}) const;

  /// Tenures an office phrase may mean: "Russian president", "the president of Russia", "premier chinois", "Chinese
  /// premier". Empty if it names no office of a known country.
  std::vector<OfficeMatch> match_office(std::string_view phrase) const;

  /// The longest name form that starts at words[0]; `words` are folded Plain and Han terms of a text in order.
  /// A middle initial in the text is stepped over. For the mention matcher: one hash look-up for a word that starts no
  /// name.
  NameMatch match_at(const std::string_view* words, std::size_t count) const;

  /// True if `leader` held or may have held some office of the gazetteer within `years` years of `date`.
  bool active(LeaderNumber leader, const std::optional<Date>& date, int years = 2) const;

  /// The merged gazetteer as JSON, in a fixed order: what an index keeps, so that a searcher resolves names as the
  /// indexer did. parse(to_json()) gives an equal gazetteer.
  std::string to_json() const;

 private:
  struct Impl;
  explicit Gazetteer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// The text of the leaders.json the program was built with (schema/data/leaders.json).
std::string_view built_in_leaders();

}  // namespace communique::schema
