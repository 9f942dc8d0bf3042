// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of values that are no plain text, and of the keys that mean nothing to us: kept as JSON.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "corpus/readers/clean.h"
#include "corpus/readers/normalise.h"

namespace communique::corpus {
namespace {

using nlohmann::json;

/// Valid JSON whatever the bytes: readers give valid UTF-8, file names may not.
std::string json_string(const std::string& text) {
  return json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

void append_member(const RawField& field, std::vector<std::string_view>& seen, std::string& object) {
  if (std::find(seen.begin(), seen.end(), field.key) != seen.end()) return;  // a key twice: the first counts
  seen.push_back(field.key);
  object += (object.empty() ? "{" : ",") + json_string(field.key) + ":";
  if (field.kind != RawField::Kind::Text) {
    object += field.value;
    return;
  }
  std::string text = field.value;
  std::vector<std::string> unused;
  clean_text(text, unused);
  object += json_string(text);
}

}  // namespace

std::string plain_value(const RawField& field) {
  if (field.kind == RawField::Kind::Bool) return {};
  if (field.kind != RawField::Kind::Nested) return field.value;
  const json value = json::parse(field.value, nullptr, /*allow_exceptions=*/false);
  if (value.is_object()) {
    for (const char* name : {"name", "rendered"}) {
      const auto found = value.find(name);
      if (found != value.end() && found->is_string()) return found->get<std::string>();
    }
    return {};
  }
  std::string joined;
  for (const json& item : value) {
    const bool named = item.is_object() && item.contains("name") && item["name"].is_string();
    if (!item.is_string() && !named) return {};
    joined += (joined.empty() ? "" : ", ") + (named ? item["name"] : item).get<std::string>();
  }
  return joined;
}

std::string extra_json(const std::vector<RawField>& fields, const KeyPlaces& places,
                       const std::vector<RawField>& more) {
  std::string object;
  std::vector<std::string_view> seen;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const bool used = std::find(places.begin(), places.end(), static_cast<int>(i)) != places.end();
    if (!used && !fields[i].value.empty()) append_member(fields[i], seen, object);
  }
  for (const RawField& field : more) append_member(field, seen, object);
  return object.empty() ? object : object + "}";
}

}  // namespace communique::corpus
