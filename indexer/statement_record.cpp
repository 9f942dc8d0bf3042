// SPDX-License-Identifier: GPL-3.0-or-later
// From analysed statement to what the head keeps of it, and back again for export and rebuilding.
#include "indexer/statement_record.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

namespace communique::indexer {

namespace {

using Json = nlohmann::ordered_json;

void add_leader(schema::StatementRecord& record, const schema::Leader& leader) {
  const bool known = std::any_of(record.leaders.begin(), record.leaders.end(),
                                 [&](const auto& entry) { return entry.first == leader.id; });
  if (!known) record.leaders.emplace_back(leader.id, leader.name);
}

/// What was given and can not be told from the normalised fields.
std::string given_json(const corpus::Statement& statement, const std::string& lang) {
  Json given = Json::object();
  const bool dated = statement.date_origin != schema::DateOrigin::None;
  if (!statement.date_given.empty() && (!dated || statement.date_given != statement.date.to_string())) {
    given["date"] = statement.date_given;
  }
  if (statement.lang != lang) given["lang"] = statement.lang;
  if (statement.id_derived) given["id"] = "";
  return given.empty() ? std::string() : given.dump();
}

}  // namespace

schema::StatementRecord make_record(const corpus::AnalysedStatement& analysed, const schema::Gazetteer& gazetteer,
                                    const std::string& version_key) {
  const corpus::Statement& statement = analysed.statement;
  schema::StatementRecord record;
  record.id = statement.id;
  record.title = statement.title;
  record.date = analysed.date;
  record.date_origin = analysed.date_origin;
  record.date_reason = analysed.date_reason;
  record.date_confidence = static_cast<std::uint8_t>(std::lround(analysed.date_confidence * 100));
  record.country = statement.country;
  if (statement.country_given != statement.country) record.country_given = statement.country_given;
  record.speaker = statement.speaker;
  record.source = statement.source;
  record.url = statement.url;
  record.lang = analysed.lang;
  record.type = analysed.type;
  record.type_inferred = analysed.type_inferred;
  record.extra = statement.extra;
  record.given = given_json(statement, analysed.lang);
  record.version_key = version_key;
  record.passages = static_cast<std::uint32_t>(analysed.passages.size());
  for (const schema::LeaderNumber number : analysed.speaker) {
    record.speaker_leader = gazetteer.leaders()[number].id;
    add_leader(record, gazetteer.leaders()[number]);
  }
  for (const schema::LeaderNumber number : analysed.title_leaders) add_leader(record, gazetteer.leaders()[number]);
  for (const corpus::Passage& passage : analysed.passages) {
    for (const corpus::Mention& mention : passage.mentions) add_leader(record, gazetteer.leaders()[mention.leader]);
  }
  for (const corpus::Attribution& attribution : analysed.attributions) {
    for (const corpus::Speaker& speaker : attribution.speakers) {
      if (speaker.leader) add_leader(record, gazetteer.leaders()[*speaker.leader]);
    }
  }
  return record;
}

corpus::Statement statement_from(const schema::StatementRecord& record, std::string text) {
  corpus::Statement statement;
  const Json given = record.given.empty() ? Json::object() : Json::parse(record.given);
  statement.id = record.id;
  statement.id_derived = given.contains("id");
  statement.text = std::move(text);
  statement.title = record.title;
  // A date found in the text is found again when the statement is.
  const bool dated = record.dated() && record.date_reason.empty();
  if (dated) {
    statement.date = record.date;
    statement.date_origin = record.date_origin;
  }
  statement.date_given = given.value("date", dated ? record.date.to_string() : "");
  statement.country = record.country;
  statement.country_given = record.country_given.empty() ? record.country : record.country_given;
  statement.speaker = record.speaker;
  statement.source = record.source;
  statement.url = record.url;
  statement.lang = given.value("lang", record.lang);
  if (!record.type_inferred) statement.type = record.type;
  statement.extra = record.extra;
  return statement;
}

std::string export_line(const schema::StatementRecord& record, const std::string& text) {
  const corpus::Statement statement = statement_from(record, {});
  Json json = Json::object();
  const auto put = [&](const char* key, const std::string& value) {
    if (!value.empty()) json[key] = value;
  };
  put("id", statement.id);
  put("title", statement.title);
  put("date", statement.date_given);
  put("country", statement.country_given);
  put("speaker", statement.speaker);
  put("source", statement.source);
  put("url", statement.url);
  put("lang", statement.lang);
  put("type", statement.type);
  if (!record.extra.empty()) {
    const Json extra = Json::parse(record.extra);
    for (const auto& [key, value] : extra.items()) {
      if (!json.contains(key)) json[key] = value;
    }
  }
  json["text"] = text;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace communique::indexer
