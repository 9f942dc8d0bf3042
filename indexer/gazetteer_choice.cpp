// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/gazetteer_choice.h"

#include "schema/error.h"
#include "schema/files.h"

namespace communique::indexer {

namespace {

UserGazetteer read_user_file(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) {
    throw Error(ErrorCode::Usage, "--gazetteer: there is no file " + file.string(),
                "docs/gazetteer.md shows what it holds");
  }
  return {file.filename().string(), schema::read_file(file)};
}

}  // namespace

GazetteerChoice choose_gazetteer(const std::filesystem::path& file, const UserGazetteer& stored) {
  UserGazetteer user = file.empty() ? stored : read_user_file(file);
  schema::Gazetteer gazetteer = schema::Gazetteer::parse(schema::built_in_leaders(), user.json, user.name);
  std::string json = gazetteer.to_json();
  return {std::move(gazetteer), std::move(json), std::move(user)};
}

}  // namespace communique::indexer
