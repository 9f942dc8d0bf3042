// SPDX-License-Identifier: GPL-3.0-or-later
// A record as its format gives it, keys and values only, before anything is normalised: what every reader makes.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "corpus/statement.h"

namespace communique::corpus {

/// One key with its value. Strings are valid UTF-8.
struct RawField {
  enum class Kind {
    Text,    ///< `value` is the text itself
    Number,  ///< `value` is a JSON number as written
    Bool,    ///< `value` is "true" or "false"
    Nested,  ///< `value` is the JSON text of an array or object
  };

  std::string key;
  std::string value;
  Kind kind = Kind::Text;
};

struct RawRecord {
  std::vector<RawField> fields;    ///< in the record's order; absent and null values are left out
  std::vector<std::string> notes;  ///< what was mended while reading it
  Location location;
  std::string head;     ///< the record's first bytes, for --rejects
  bool single = false;  ///< the file's format holds one record, so a derived id needs no number

  void add(std::string key, std::string value, RawField::Kind kind = RawField::Kind::Text) {
    if (!value.empty()) fields.push_back({std::move(key), std::move(value), kind});
  }
};

}  // namespace communique::corpus
