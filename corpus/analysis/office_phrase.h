// SPDX-License-Identifier: GPL-3.0-or-later
// Which office of which country does the phrase around a noun like "president" name?
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/span.h"

namespace communique::corpus {

struct OfficePhrase {
  Span span;          ///< "Russian president", without an article
  std::string asked;  ///< what Gazetteer::match_office() is to be asked: "president RUS"
};

/// Reads the phrases of one text; remembers the countries it has looked up. The text must outlive it.
class OfficePhraseReader {
 public:
  explicit OfficePhraseReader(std::string_view text) : text_(text) {}

  /// The phrase that turns on the noun at `head`, if a country stands beside it: "Russia's president", "president of
  /// the Russian Federation". `foreign`: the noun is no English one, so that the country may be an adjective in small
  /// letters ("président russe", "российский президент").
  std::optional<OfficePhrase> read(Span head, bool foreign);

  /// The code of the country that `words` name, as match_office() takes it; empty if they name none. Two and three
  /// letters are mostly other words ("in", "is", "per"): they count in capitals only, and where they are in use.
  std::string_view country_of(std::string_view words);

 private:
  std::optional<OfficePhrase> with_country_before(Span office, bool foreign);
  std::optional<OfficePhrase> with_country_after(Span office, bool foreign);

  std::string_view text_;
  std::map<std::string, std::string_view, std::less<>> countries_;
};

}  // namespace communique::corpus
