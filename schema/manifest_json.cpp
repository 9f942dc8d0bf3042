// SPDX-License-Identifier: GPL-3.0-or-later
// The manifest's JSON form. docs/index-format.md shows one.
#include <nlohmann/json.hpp>

#include "schema/error.h"
#include "schema/manifest.h"
#include "schema/terms.h"
#include "schema/words.h"

namespace communique::schema {

namespace {

using Json = nlohmann::ordered_json;

Json file_json(const FileEntry& entry) {
  return {{"file", entry.file}, {"bytes", entry.bytes}, {"sha256", entry.sha256}};
}

FileEntry file_entry(const Json& json) {
  return {json.at("file").get<std::string>(), json.at("bytes").get<std::uint64_t>(),
          json.at("sha256").get<std::string>()};
}

Json shard_json(const ShardEntry& shard) {
  Json json = file_json(shard.file);
  json["forward"] = file_json(shard.forward);
  json["records"] = file_json(shard.records);
  json["lists"] = file_json(shard.lists);
  json["uuid"] = shard.uuid;
  json["from"] = shard.from ? Json(shard.from->to_string()) : Json();
  json["to"] = shard.to ? Json(shard.to->to_string()) : Json();
  json["undated"] = shard.undated;
  json["statements"] = shard.statements;
  json["passages"] = shard.passages;
  json["tombstones"] = Json::array();
  for (const Tombstone& dead : shard.tombstones) {
    json["tombstones"].push_back({dead.head, dead.passages, dead.version_key});
  }
  return json;
}

std::optional<Date> date_or_none(const Json& json) {
  if (json.is_null()) return std::nullopt;
  const auto date = parse_date(json.get<std::string>());
  if (!date) throw std::invalid_argument(date.error().message);
  return *date;
}

ShardEntry shard_entry(const Json& json) {
  ShardEntry shard;
  shard.file = file_entry(json);
  shard.forward = file_entry(json.at("forward"));
  shard.records = file_entry(json.at("records"));
  shard.lists = file_entry(json.at("lists"));
  shard.uuid = json.at("uuid").get<std::string>();
  shard.from = date_or_none(json.at("from"));
  shard.to = date_or_none(json.at("to"));
  shard.undated = json.at("undated").get<bool>();
  shard.statements = json.at("statements").get<std::uint64_t>();
  shard.passages = json.at("passages").get<std::uint64_t>();
  for (const Json& dead : json.at("tombstones")) {
    shard.tombstones.push_back(
        {dead.at(0).get<std::uint32_t>(), dead.at(1).get<std::uint32_t>(), dead.at(2).get<std::string>()});
  }
  return shard;
}

void check_version(const Json& json, const char* key, int ours, const std::string& name) {
  const int theirs = json.at(key).get<int>();
  if (theirs == ours) return;
  throw Error(ErrorCode::IndexVersion,
              name + " was written by " + key + " version " + std::to_string(theirs) + ", this program reads version " +
                  std::to_string(ours),
              "index the corpus again into a new folder with this program, or use the program that wrote it");
}

Manifest manifest_from(const Json& json) {
  Manifest manifest;
  manifest.generation = json.at("generation").get<std::uint64_t>();
  manifest.created = json.at("created").get<std::string>();
  manifest.statements = json.at("statements").get<std::uint64_t>();
  manifest.passages = json.at("passages").get<std::uint64_t>();
  manifest.text_bytes = json.at("text_bytes").get<std::uint64_t>();
  manifest.languages = json.at("languages").get<std::vector<std::string>>();
  manifest.families = file_entry(json.at("families"));
  manifest.dictionary = file_entry(json.at("dictionary"));
  manifest.gazetteer = file_entry(json.at("gazetteer"));
  manifest.names = file_entry(json.at("names"));
  manifest.ledger = file_entry(json.at("ledger"));
  manifest.signatures = file_entry(json.at("signatures"));
  manifest.versions = file_entry(json.at("versions"));
  manifest.clusters = json.at("clusters").get<std::uint64_t>();
  for (const Json& shard : json.at("shards")) manifest.shards.push_back(shard_entry(shard));
  return manifest;
}

}  // namespace

std::string to_json(const Manifest& manifest) {
  Json json{{"format", kFormatVersion},
            {"schema", kSchemaVersion},
            {"normaliser", kNormaliserVersion},
            {"generation", manifest.generation},
            {"created", manifest.created},
            {"statements", manifest.statements},
            {"passages", manifest.passages},
            {"text_bytes", manifest.text_bytes},
            {"languages", manifest.languages},
            {"families", file_json(manifest.families)},
            {"dictionary", file_json(manifest.dictionary)},
            {"gazetteer", file_json(manifest.gazetteer)},
            {"names", file_json(manifest.names)},
            {"ledger", file_json(manifest.ledger)},
            {"signatures", file_json(manifest.signatures)},
            {"versions", file_json(manifest.versions)},
            {"clusters", manifest.clusters},
            {"shards", Json::array()}};
  for (const ShardEntry& shard : manifest.shards) json["shards"].push_back(shard_json(shard));
  return json.dump(1) + "\n";
}

Manifest parse_manifest(std::string_view text, const std::string& name) {
  try {
    const Json json = Json::parse(text);
    check_version(json, "format", kFormatVersion, name);
    check_version(json, "schema", kSchemaVersion, name);
    check_version(json, "normaliser", kNormaliserVersion, name);
    return manifest_from(json);
  } catch (const Error&) {
    throw;
  } catch (const std::exception& error) {
    throw Error(ErrorCode::IndexDamaged, name + " can not be read: " + error.what(),
                "restore the folder from a copy or index the corpus again");
  }
}

}  // namespace communique::schema
