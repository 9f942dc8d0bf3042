// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/gazetteer_choice.h"

#include <nlohmann/json.hpp>

#include "schema/error.h"
#include "schema/files.h"

namespace communique::indexer {

namespace {

// The user's own entries, as text, beside the merged leaders: a later run merges them with what is built in then.
constexpr const char* kUserKey = "user_entries";
constexpr const char* kUserNameKey = "user_file";

struct UserEntries {
  std::string json;
  std::string name;
};

UserEntries stored_entries(const std::string& stored) {
  if (stored.empty()) return {};
  const auto json = nlohmann::json::parse(stored, nullptr, false);
  if (!json.is_object()) return {};
  return {json.value(kUserKey, ""), json.value(kUserNameKey, "")};
}

UserEntries read_entries(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) {
    throw Error(ErrorCode::Usage, "--gazetteer: there is no file " + file.string(), "docs/gazetteer.md shows what it holds");
  }
  return {schema::read_file(file), file.filename().string()};
}

}  // namespace

GazetteerChoice choose_gazetteer(const std::filesystem::path& file, const std::string& stored) {
  const UserEntries user = file.empty() ? stored_entries(stored) : read_entries(file);
  GazetteerChoice choice{schema::Gazetteer::parse(schema::built_in_leaders(), user.json, user.name), {}};
  auto json = nlohmann::ordered_json::parse(choice.gazetteer.to_json());
  if (!user.json.empty()) {
    json[kUserNameKey] = user.name;
    json[kUserKey] = user.json;
  }
  choice.json = json.dump() + "\n";
  return choice;
}

}  // namespace communique::indexer
