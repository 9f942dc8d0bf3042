// SPDX-License-Identifier: GPL-3.0-or-later
// A press statement as read, before anything is known about its text; and what a reader says of a bad record.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/date.h"

namespace communique::corpus {

/// Where a record stands: the file as the user named it, and the line (from 1) for line formats, the record's number
/// (from 1) for others.
struct Location {
  std::string file;
  std::uint64_t line = 0;    ///< 0 if the format has no lines
  std::uint64_t record = 0;  ///< from 1; 0 if the file itself is meant

  /// "press.jsonl:812", "feed.rss, record 3" or "speech.txt".
  std::string to_string() const;
};

/// A record, as given and as normalised. Strings are valid UTF-8 without NUL; empty means not given.
struct Statement {
  std::string id;               ///< given, or derived from the path and the record's number
  std::string text;             ///< required; not blank
  std::string title;
  schema::Date date;            ///< meaningful only if date_origin is not None
  schema::DateOrigin date_origin = schema::DateOrigin::None;
  std::string country;          ///< alpha-3, or as given when it is no known country
  std::string country_given;    ///< as given
  std::string date_given;       ///< as given
  std::string speaker;          ///< as printed
  std::string source;
  std::string url;
  std::string lang;             ///< as given, lower case, first subtag ("en" of "en-US"); empty: to be detected
  std::string type;
  std::string extra;            ///< other keys, a JSON object's text; empty if none
  bool id_derived = false;
  std::vector<std::string> notes;  ///< what was mended on the way ("cp1252 read as UTF-8")
  Location location;
};

/// A record that was left out, and why: a value, the run goes on.
struct Rejection {
  Location location;
  std::string reason;  ///< one line: what is wrong
  std::string record;  ///< the record's first bytes, valid UTF-8, for --rejects
};

}  // namespace communique::corpus
