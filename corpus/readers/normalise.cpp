// SPDX-License-Identifier: GPL-3.0-or-later
// Normalising one record.
#include "corpus/readers/normalise.h"

#include <algorithm>

#include "corpus/readers/clean.h"
#include "corpus/readers/date_forms.h"
#include "corpus/readers/html_text.h"
#include "corpus/readers/path_pattern.h"
#include "schema/countries.h"

namespace communique::corpus {
namespace {

constexpr std::size_t kMaxIdBytes = 512;
constexpr std::size_t kKeysShown = 12;

std::string_view kind_name(const RawField& field) {
  switch (field.kind) {
    case RawField::Kind::Text:
      return "a text";
    case RawField::Kind::Number:
      return "a number";
    case RawField::Kind::Bool:
      return "true or false";
    case RawField::Kind::Nested:
      return field.value.starts_with("[") ? "a list" : "an object";
  }
  return "";
}

/// "en" of "en-US"; empty with a note if it is no language code.
std::string language_code(const std::string& given, std::vector<std::string>& notes) {
  std::string code = lower_ascii(given.substr(0, given.find_first_of("-_")));
  const bool letters = std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (letters && (code.size() == 2 || code.size() == 3)) return code;
  notes.push_back("language \"" + shown(given) + "\" is no code such as en or fr: left to detection");
  return {};
}

std::string web_address(const std::string& given, std::vector<std::string>& notes) {
  const std::string start = lower_ascii(std::string_view(given).substr(0, 8));
  if (start.starts_with("http://") || start == "https://") return given;
  notes.push_back("url \"" + shown(given) + "\" is neither http nor https: left out");
  return {};
}

std::string id_fault(std::string_view id, std::string_view what) {
  if (id.size() > kMaxIdBytes) return std::string(what) + " is longer than 512 bytes: \"" + shown(id) + "\"";
  if (has_controls(id)) return std::string(what) + " holds control characters: \"" + shown(id) + "\"";
  return {};
}

}  // namespace

Normaliser::Normaliser(const InputFile& file, const ReadOptions& options)
    : keys_(options.map), id_stem_(file.id_stem), limits_(options.limits) {
  for (const auto& [name, value] : options.defaults) {
    if (const auto key = key_named(name)) defaults_[static_cast<std::size_t>(*key)] = value;
  }
  if (!options.path_pattern.empty()) read_path(options.path_pattern, file.rel_path);
}

void Normaliser::read_path(const std::string& pattern, const std::string& path) {
  const Result<PathPattern> parsed = PathPattern::parse(pattern);
  if (!parsed) return;  // check(ReadOptions) has refused it
  const auto taken = parsed->match(path);
  if (!taken) {
    path_notes_.push_back("the path does not match --path-pattern");
    return;
  }
  std::string year, month, day;
  for (const auto& [name, value] : *taken) {
    if (name == "year")
      year = value;
    else if (name == "month")
      month = value;
    else if (name == "day")
      day = value;
    else if (const auto key = key_named(name); key && *key != Key::Text) {
      std::string words = value;
      // File names have underscores for spaces; ids are kept as they are.
      if (*key != Key::Id && *key != Key::Date && *key != Key::Lang) std::replace(words.begin(), words.end(), '_', ' ');
      path_values_[static_cast<std::size_t>(*key)] = words;
    } else {
      path_extra_.push_back({name, value, RawField::Kind::Text});
    }
  }
  std::string& date = path_values_[static_cast<std::size_t>(Key::Date)];
  if (!date.empty() || year.empty()) return;
  const bool named = !month.empty() && (month[0] < '0' || month[0] > '9');
  date = named ? day + " " + month + " " + year
               : year + (month.empty() ? "" : "-" + month + (day.empty() ? "" : "-" + day));
}

std::variant<Statement, Fault> Normaliser::make(RawRecord& record) const {
  Statement statement;
  statement.location = record.location;
  statement.notes = std::move(record.notes);
  statement.notes.insert(statement.notes.end(), path_notes_.begin(), path_notes_.end());
  KeyPlaces places = keys_.places(record.fields);

  if (std::string fault = take_text(record, places, statement); !fault.empty()) return Fault{std::move(fault)};
  if (std::string fault = take_id(record, places, statement); !fault.empty()) return Fault{std::move(fault)};

  const auto value = [&](Key key) { return value_of(key, record, places, statement.notes); };
  take_title(value(Key::Title), statement);
  take_country(value(Key::Country), statement);
  take_date(value(Key::Date), statement);
  statement.speaker = without_breaks(value(Key::Speaker).text);
  statement.source = without_breaks(value(Key::Source).text);
  statement.type = without_breaks(value(Key::Type).text);
  if (const std::string url = one_line(value(Key::Url).text); !url.empty()) {
    statement.url = web_address(url, statement.notes);
  }
  if (const std::string lang = one_line(value(Key::Lang).text); !lang.empty()) {
    statement.lang = language_code(lang, statement.notes);
  }
  statement.extra = extra_json(record.fields, places, path_extra_);
  return statement;
}

std::string Normaliser::missing_text(const RawRecord& record) const {
  std::string reason = "no text";
  const std::string_view mapped = keys_.mapped_name(Key::Text);
  if (!mapped.empty()) reason += " under \"" + std::string(mapped) + "\" (--map text=" + std::string(mapped) + ")";
  if (record.fields.empty()) return reason + ": the record is empty";
  reason += ": the record has ";
  for (std::size_t i = 0; i < std::min(record.fields.size(), kKeysShown); ++i) {
    reason += (i == 0 ? "\"" : ", \"") + shown(record.fields[i].key) + "\"";
  }
  if (record.fields.size() > kKeysShown) reason += ", ...";
  return reason + "; name the key that holds the text: --map text=KEY";
}

/// The fault, or empty.
std::string Normaliser::take_text(RawRecord& record, const KeyPlaces& places, Statement& statement) const {
  const int place = places[static_cast<std::size_t>(Key::Text)];
  if (place < 0) return missing_text(record);
  RawField& field = record.fields[static_cast<std::size_t>(place)];
  if (field.kind == RawField::Kind::Nested) {
    // {"rendered": "<p>..."} is how WordPress gives a post's text.
    Result<std::string> rendered = rendered_text(field.value);
    if (rendered) field = {field.key, std::move(rendered).value(), RawField::Kind::Text};
  }
  if (field.kind != RawField::Kind::Text) {
    return "\"" + shown(field.key) + "\" is " + std::string(kind_name(field)) + ", not a text";
  }
  if (field.value.size() > limits_.record_bytes) {
    return "the text is longer than " + std::to_string(limits_.record_bytes) + " bytes";
  }
  if (is_blank(field.value)) return "\"" + shown(field.key) + "\" is blank";
  statement.text = std::move(field.value);
  clean_text(statement.text, statement.notes);
  return {};
}

/// The fault, or empty.
std::string Normaliser::take_id(RawRecord& record, KeyPlaces& places, Statement& statement) const {
  const int place = places[static_cast<std::size_t>(Key::Id)];
  if (place >= 0) {
    const RawField& field = record.fields[static_cast<std::size_t>(place)];
    if (field.kind != RawField::Kind::Text && field.kind != RawField::Kind::Number) {
      return "\"" + shown(field.key) + "\" is " + std::string(kind_name(field)) + ", no id: --map id=KEY names another";
    }
    statement.id = one_line(field.value);
    if (statement.id != field.value && !statement.id.empty()) {
      statement.notes.push_back("white space in the id made single spaces");
    }
    if (!statement.id.empty()) return id_fault(statement.id, "the id");
  }
  statement.id = path_values_[static_cast<std::size_t>(Key::Id)];
  if (statement.id.empty()) {
    statement.id_derived = true;
    statement.id = id_stem_;
    if (!record.single) statement.id += "#" + std::to_string(record.location.record);
  }
  return id_fault(statement.id, "the id that the path gives");
}

Normaliser::Value Normaliser::value_of(Key key, RawRecord& record, KeyPlaces& places,
                                       std::vector<std::string>& notes) const {
  const auto index = static_cast<std::size_t>(key);
  Value value;
  if (places[index] >= 0) {
    const RawField& field = record.fields[static_cast<std::size_t>(places[index])];
    value.text = plain_value(field);
    if (value.text.empty()) {
      notes.push_back(std::string(to_string(key)) + " is " + std::string(kind_name(field)) + ": kept as it is");
      places[index] = -1;  // so it stays in `extra`
    }
    clean_text(value.text, notes);
    if (is_blank(value.text)) value.text.clear();
  }
  if (value.text.empty() && !path_values_[index].empty()) return {path_values_[index], true};
  if (value.text.empty()) value.text = defaults_[index];
  return value;
}

void Normaliser::take_title(Value title, Statement& statement) const {
  statement.title = without_breaks(title.text);
  if (statement.title.size() <= limits_.title_bytes) return;
  statement.title = cut_at_word(statement.title, limits_.title_bytes);
  statement.notes.push_back("title cut at " + std::to_string(limits_.title_bytes) + " bytes");
}

void Normaliser::take_country(Value country, Statement& statement) const {
  statement.country_given = without_breaks(country.text);
  if (statement.country_given.empty()) return;
  const schema::Country* known = schema::find_country(statement.country_given);
  statement.country = known != nullptr ? known->alpha3 : statement.country_given;
  if (known == nullptr) statement.notes.push_back("country \"" + shown(statement.country_given) + "\" is not known");
}

void Normaliser::take_date(Value date, Statement& statement) const {
  statement.date_given = without_breaks(date.text);
  if (statement.date_given.empty()) return;
  const Result<schema::Date> read =
      read_date(statement.date_given, statement.country == "USA" ? SlashedOrder::MonthFirst : SlashedOrder::DayFirst);
  if (!read) {
    statement.notes.push_back("date \"" + shown(statement.date_given) + "\": " + read.error().message + "; undated");
    return;
  }
  statement.date = *read;
  statement.date_origin = date.from_path ? schema::DateOrigin::Path : schema::DateOrigin::Metadata;
}

}  // namespace communique::corpus
