// SPDX-License-Identifier: GPL-3.0-or-later
// A JSON file: a list of records, an object that holds such a list, or one record.
#include <algorithm>
#include <array>

#include "corpus/readers/clean.h"
#include "corpus/readers/json_record.h"
#include "corpus/readers/readers.h"

namespace communique::corpus {
namespace {

/// Keys under which files keep their records, best first.
constexpr std::array<std::string_view, 12> kListKeys = {"statements", "records",  "items",     "data",
                                                        "results",    "articles", "documents", "entries",
                                                        "speeches",   "releases", "posts",     "docs"};

JsonPlace place_of_records(const JsonOutline& outline, const KeyTable& keys) {
  if (outline.is_list) return {1, {}};
  const auto holds_text = [&](const std::string& key) { return keys.key_of(key) == Key::Text; };
  const bool has_list = !outline.list_keys.empty();
  const bool is_record = std::any_of(outline.keys.begin(), outline.keys.end(), [&](const std::string& key) {
    // "statements": [{...}] is a list of records, although "statement" may be a text.
    return holds_text(key) &&
           std::find(outline.list_keys.begin(), outline.list_keys.end(), key) == outline.list_keys.end();
  });
  if (is_record || !has_list) return {0, {}};
  for (const std::string_view name : kListKeys) {
    for (const std::string& key : outline.list_keys) {
      if (lower_ascii(key) == name) return {2, key};
    }
  }
  return outline.list_keys.size() == 1 ? JsonPlace{2, outline.list_keys[0]} : JsonPlace{0, {}};
}

}  // namespace

bool read_json(ByteStream& stream, RecordIntake& intake) {
  std::string text;
  if (!read_whole(stream, intake, {.limit = kWholeFileBytes}, text)) return false;
  const JsonPlace place = place_of_records(outline_of(text), intake.keys());
  std::uint64_t number = 0;
  bool stopped = false;
  JsonRecordSax sax(place, [&](JsonFinding&& finding) {
    const Location location = intake.location(0, ++number);
    finding.record.location = location;
    finding.record.single = place.level == 0;
    if (finding.record.single) finding.record.location.record = 0;
    if (finding.record.single) finding.record.head = text.substr(0, 1024);
    stopped = !(finding.fault.empty() ? intake.add(std::move(finding.record)) : intake.reject(location, finding.fault));
    return !stopped;
  });
  if (nlohmann::json::sax_parse(text.data(), text.data() + text.size(), &sax)) return true;
  if (!stopped && !stream.failed()) {
    std::string reason = sax.error();
    if (number > 0) reason += "; the " + std::to_string(number) + " records before it were read";
    intake.reject_file(reason, text);
  }
  return false;
}

}  // namespace communique::corpus
