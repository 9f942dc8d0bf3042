// SPDX-License-Identifier: GPL-3.0-or-later
// From a raw record to a statement: keys found, values mended and normalised, gaps filled from the path and the
// defaults. Does not read files.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <variant>

#include "corpus/reader.h"
#include "corpus/readers/keys.h"
#include "corpus/readers/raw_record.h"

namespace communique::corpus {

/// Why a record is no statement.
struct Fault {
  std::string reason;
};

/// What turns the records of one file into statements. Made once per file.
class Normaliser {
 public:
  Normaliser(const InputFile& file, const ReadOptions& options);

  /// Takes what it needs out of `record`; what is left of it after a fault is for the rejection.
  std::variant<Statement, Fault> make(RawRecord& record) const;

  const KeyTable& keys() const { return keys_; }

 private:
  /// A value with where it comes from: the record goes before the path, the path before the defaults.
  struct Value {
    std::string text;
    bool from_path = false;
  };
  Value value_of(Key key, RawRecord& record, KeyPlaces& places, std::vector<std::string>& notes) const;
  std::string take_text(RawRecord& record, const KeyPlaces& places, Statement& statement) const;
  std::string take_id(RawRecord& record, KeyPlaces& places, Statement& statement) const;
  void take_title(Value title, Statement& statement) const;
  void take_country(Value country, Statement& statement) const;
  void take_date(Value date, Statement& statement) const;
  std::string missing_text(const RawRecord& record) const;
  void read_path(const std::string& pattern, const std::string& path);

  KeyTable keys_;
  std::string id_stem_;
  ReadLimits limits_;
  std::array<std::string, kKeyCount> path_values_;
  std::array<std::string, kKeyCount> defaults_;
  std::vector<RawField> path_extra_;  // names of the pattern that are no keys
  std::vector<std::string> path_notes_;
};

/// A field's value as one text: numbers as written, lists of texts joined by ", ", the "name" of an object. Empty if it
/// has none (true, lists of objects).
std::string plain_value(const RawField& field);

/// The fields that `places` does not use, and those of `more`, as a JSON object's text; empty if there are none.
std::string extra_json(const std::vector<RawField>& fields, const KeyPlaces& places, const std::vector<RawField>& more);

}  // namespace communique::corpus
