// SPDX-License-Identifier: GPL-3.0-or-later
// From JSON to raw records without a tree between: what nlohmann's SAX parser calls.
#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "corpus/readers/raw_record.h"

namespace communique::corpus {

/// Where the records stand in a JSON text.
struct JsonPlace {
  int level = 0;  ///< 0: the text is the record; 1: in the list that is the text; 2: in a list under `key`
  std::string key;
};

/// What is found at a record's place. Either a record, or why it is none.
struct JsonFinding {
  RawRecord record;
  std::string fault;
};

/// Deeper nesting within a record than this is refused: nothing that is meant to be shown has it.
inline constexpr int kMaxJsonDepth = 100;

/// One parse. `found` is called as soon as a record is whole; returning false ends the parse.
class JsonRecordSax {
 public:
  using json = nlohmann::json;
  JsonRecordSax(JsonPlace place, std::function<bool(JsonFinding&&)> found)
      : place_(std::move(place)), found_(std::move(found)) {}

  bool null() { return scalar("null", RawField::Kind::Bool, /*is_null=*/true); }
  bool boolean(bool value) { return scalar(value ? "true" : "false", RawField::Kind::Bool); }
  bool number_integer(json::number_integer_t value) { return scalar(std::to_string(value), RawField::Kind::Number); }
  bool number_unsigned(json::number_unsigned_t value) { return scalar(std::to_string(value), RawField::Kind::Number); }
  bool number_float(json::number_float_t, const std::string& written) {
    return scalar(written, RawField::Kind::Number);
  }
  bool string(std::string& value);
  bool binary(json::binary_t&) { return true; }  // JSON has none
  bool start_object(std::size_t) { return open('{'); }
  bool key(std::string& name);
  bool end_object() { return close('}'); }
  bool start_array(std::size_t) { return open('['); }
  bool end_array() { return close(']'); }
  bool parse_error(std::size_t position, const std::string& token, const json::exception& error);

  /// What is wrong with the JSON, with the byte (from 1) where; empty if nothing is.
  const std::string& error() const { return error_; }
  /// The text ended before the JSON did.
  bool ended_early() const { return ended_early_; }

 private:
  bool in_record() const { return record_depth_ > 0; }
  bool at_place() const;
  bool scalar(std::string_view text, RawField::Kind kind, bool is_null = false);
  bool open(char bracket);
  bool close(char bracket);
  bool hand_over();
  bool not_an_object(std::string_view what);

  JsonPlace place_;
  std::function<bool(JsonFinding&&)> found_;
  int depth_ = 0;           // brackets open around, outside of records
  bool under_key_ = false;  // within the list that place_.key names
  int record_depth_ = 0;    // brackets open within the record, its own among them
  bool too_deep_ = false;
  std::string key_;
  std::string nested_;  // JSON text of the value being read, if it is a list or object
  JsonFinding finding_;
  std::string error_;
  bool ended_early_ = false;
};

/// What a JSON text holds at its top level, to decide where its records are.
struct JsonOutline {
  bool is_list = false;
  std::vector<std::string> keys;       ///< of an object
  std::vector<std::string> list_keys;  ///< those of them whose value is a list that begins with an object
};
/// Looks only as far as the JSON is well-formed.
JsonOutline outline_of(std::string_view text);

}  // namespace communique::corpus
