// SPDX-License-Identifier: GPL-3.0-or-later
// What do the entries of a file of leaders say? Takes the JSON parser's events; the fields nest three deep at most:
//   [ { "id": "...", "aliases": [ "..." ], "tenures": [ { "kind": "...", "from": "..." } ] } ]
#include "schema/gazetteer_reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "schema/countries.h"
#include "schema/error.h"
#include "schema/gazetteer_impl.h"

namespace communique::schema {

namespace {

/// Where in the file the parser is.
enum class Place : std::uint8_t { File, Entries, Entry, Texts, Tenures, Tenure };

class EntryEvents : public nlohmann::json_sax<nlohmann::json> {
 public:
  EntryEvents(std::string_view file, const std::function<void(LeaderEntry&&, const EntryProblem&)>& take)
      : file_(file), take_(take), problem_([this](std::string_view field, std::string_view reason) {
          field_ = field;
          fail(reason);
        }) {}

  bool null() override { return wrong_type(); }
  bool boolean(bool value) override {
    if (place_ != Place::Entry || field_ != "replace") return wrong_type();
    entry_.replace = value;
    return true;
  }
  bool number_integer(number_integer_t) override { return wrong_type(); }
  bool number_unsigned(number_unsigned_t) override { return wrong_type(); }
  bool number_float(number_float_t, const string_t&) override { return wrong_type(); }
  bool binary(binary_t&) override { return wrong_type(); }
  bool string(string_t& value) override;
  bool start_object(std::size_t) override;
  bool key(string_t& name) override;
  bool end_object() override;
  bool start_array(std::size_t) override;
  bool end_array() override;
  bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override {
    throw Error(ErrorCode::Usage, file_ + " is not JSON at byte " + std::to_string(position), kHint);
  }

 private:
  static constexpr const char* kHint = "docs/gazetteer.md tells the form of the file.";

  [[noreturn]] void fail(std::string_view reason) const {
    std::string where = file_;
    if (number_ > 0) where += ": entry " + std::to_string(number_);
    if (!field_.empty()) where += ", field \"" + field_ + "\"";
    throw Error(ErrorCode::Usage, where + " " + std::string(reason), kHint);
  }
  bool wrong_type();
  void set_entry_field(std::string& value);
  void set_tenure_field(std::string& value);
  std::vector<std::string>* list_of_field();
  std::string country(std::string& value) const;
  Date date(const std::string& value) const;
  Gender gender(const std::string& value) const;
  void take_tenure();

  std::string file_;
  const std::function<void(LeaderEntry&&, const EntryProblem&)>& take_;
  EntryProblem problem_;
  Place place_ = Place::File;
  std::size_t number_ = 0;  ///< of the entry, from 1
  std::string field_;       ///< as messages name it: "tenures.from"
  LeaderEntry entry_;
  Tenure tenure_;
};

bool EntryEvents::wrong_type() {
  switch (place_) {
    case Place::File:
      fail("is not a JSON array of leaders");
    case Place::Entries:
      ++number_;
      fail("is not an object");
    case Place::Texts:
      fail("must be a list of texts");
    case Place::Tenures:
      fail("must be a list of objects");
    default:
      fail("is of the wrong type");
  }
}

bool EntryEvents::string(string_t& value) {
  if (place_ == Place::Entry)
    set_entry_field(value);
  else if (place_ == Place::Tenure)
    set_tenure_field(value);
  else if (place_ == Place::Texts)
    list_of_field()->push_back(std::move(value));
  else
    return wrong_type();
  return true;
}

bool EntryEvents::start_object(std::size_t) {
  if (place_ == Place::Entries) {
    place_ = Place::Entry;
    ++number_;
    field_.clear();
    entry_ = {};
  } else if (place_ == Place::Tenures) {
    place_ = Place::Tenure;
    tenure_ = {};
  } else {
    return wrong_type();
  }
  return true;
}

bool EntryEvents::key(string_t& name) {
  if (place_ == Place::Tenure)
    field_ = "tenures." + name;
  else
    field_ = std::move(name);
  return true;
}

bool EntryEvents::end_object() {
  if (place_ == Place::Tenure) {
    take_tenure();
    place_ = Place::Tenures;
    return true;
  }
  field_.clear();
  take_(std::move(entry_), problem_);
  place_ = Place::Entries;
  return true;
}

bool EntryEvents::start_array(std::size_t) {
  if (place_ == Place::File)
    place_ = Place::Entries;
  else if (place_ == Place::Entry && field_ == "tenures")
    place_ = Place::Tenures;
  else if (place_ == Place::Entry && list_of_field() != nullptr)
    place_ = Place::Texts;
  else
    return wrong_type();
  return true;
}

bool EntryEvents::end_array() {
  place_ = place_ == Place::Entries ? Place::File : Place::Entry;
  return true;
}

std::vector<std::string>* EntryEvents::list_of_field() {
  if (field_ == "aliases") return &entry_.leader.aliases;
  if (field_ == "surnames") return &entry_.leader.surnames;
  if (field_ == "weak_surnames") return &entry_.leader.weak_surnames;
  return nullptr;
}

void EntryEvents::set_entry_field(std::string& value) {
  Leader& leader = entry_.leader;
  if (field_ == "id")
    leader.id = std::move(value);
  else if (field_ == "name")
    leader.name = std::move(value);
  else if (field_ == "country")
    leader.country = country(value);
  else if (field_ == "gender")
    leader.gender = gender(value), entry_.has_gender = true;
  else if (field_ == "tenures" || list_of_field() != nullptr)
    fail("must be a list");
  else if (field_ == "replace")
    fail("must be true or false");
  else
    fail("is unknown");
}

void EntryEvents::set_tenure_field(std::string& value) {
  if (field_ == "tenures.kind") {
    const auto kind = office_kind_from(value);
    if (!kind) fail("is unknown: \"" + value + "\"");
    tenure_.kind = *kind;
  } else if (field_ == "tenures.office") {
    tenure_.office = std::move(value);
  } else if (field_ == "tenures.country") {
    tenure_.country = country(value);
  } else if (field_ == "tenures.from") {
    tenure_.from = date(value);
  } else if (field_ == "tenures.to") {
    tenure_.to = date(value);
  } else {
    fail("is unknown");
  }
}

void EntryEvents::take_tenure() {
  field_ = "tenures";
  if (tenure_.office.empty()) fail("holds one without \"office\"");
  if (tenure_.country.empty()) fail("holds one without \"country\"");
  if (tenure_.from && tenure_.to && tenure_.to->last_day() < tenure_.from->first_day()) {
    fail("holds one that ends before it begins: \"" + tenure_.office + "\" to " + tenure_.to->to_string());
  }
  entry_.leader.tenures.push_back(std::move(tenure_));
}

std::string EntryEvents::country(std::string& value) const {
  const bool organisation = value == "UNO" || value == "EUE" || value == "NATO";
  if (!organisation && !country_of_code(value))
    fail("names no country: \"" + value + "\" is no alpha-3 code in capitals");
  return std::move(value);
}

Date EntryEvents::date(const std::string& value) const {
  const auto parsed = parse_date(value);
  if (!parsed) fail("is no date: \"" + value + "\" (yyyy, yyyy-mm or yyyy-mm-dd)");
  return *parsed;
}

Gender EntryEvents::gender(const std::string& value) const {
  if (value == "female") return Gender::Female;
  if (value == "male") return Gender::Male;
  if (value == "unknown") return Gender::Unknown;
  fail("must be \"female\", \"male\" or \"unknown\"");
}

}  // namespace

void read_entries(std::string_view text, std::string_view file,
                  const std::function<void(LeaderEntry&&, const EntryProblem&)>& take) {
  EntryEvents events(file, take);
  nlohmann::json::sax_parse(text, &events);
}

void check_complete(const Leader& leader, const EntryProblem& problem) {
  const bool plain = std::all_of(leader.id.begin(), leader.id.end(),
                                 [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
  if (leader.id.empty() || !plain) problem("id", "must be lower-case ASCII letters, digits and hyphens");
  if (leader.name.empty()) problem("name", "is missing");
  if (leader.tenures.empty()) problem("tenures", "is missing: a leader has at least one");
}

}  // namespace communique::schema
