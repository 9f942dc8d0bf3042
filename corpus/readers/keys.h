// SPDX-License-Identifier: GPL-3.0-or-later
// Which key of a record means what? The one table of the names a statement's fields go by, and what --map changes.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/readers/raw_record.h"

namespace communique::corpus {

enum class Key : std::uint8_t { Text, Id, Title, Date, Country, Speaker, Source, Url, Lang, Type };
inline constexpr std::size_t kKeyCount = 10;

/// "text", "id", ... as --map, --default and path patterns write them.
std::string_view to_string(Key key);
std::optional<Key> key_named(std::string_view name);
/// "text, id, title, ..." for messages.
std::string key_names();

/// Where in a record each key's value stands: an index into its fields, or -1.
using KeyPlaces = std::array<int, kKeyCount>;

class KeyTable {
 public:
  /// `map`: statement key -> name in the record. A key that is mapped goes by that name only, and a name that is
  /// mapped means that key only.
  explicit KeyTable(const std::map<std::string, std::string>& map = {});

  /// Names are compared without case, separators ("-", "_", ".", " ") and namespace prefix ("dc:"). Where a record has
  /// several names of one key, the one that stands first in the table and has a value counts.
  KeyPlaces places(const std::vector<RawField>& fields) const;

  /// The key a name means, if any.
  std::optional<Key> key_of(std::string_view name) const;
  /// The name --map gives a key; empty if it gives none.
  std::string_view mapped_name(Key key) const { return mapped_[static_cast<std::size_t>(key)]; }
  /// The name under which a value is sure to be found: for readers that know what a value means without a name.
  std::string_view name_for(Key key) const { return mapped_name(key).empty() ? to_string(key) : mapped_name(key); }

 private:
  struct Meaning {
    Key key;
    int rank;  // place in the table's row; lower goes first
  };
  const Meaning* meaning_of(std::string_view name) const;

  std::unordered_map<std::string, Meaning> meanings_;
  std::array<std::string, kKeyCount> mapped_;
};

}  // namespace communique::corpus
