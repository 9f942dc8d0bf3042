// SPDX-License-Identifier: GPL-3.0-or-later
// An index of a test's own, made and asked through the real executables.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace communique::tests {

using Ids = std::vector<std::string>;

class TestIndex {
 public:
  std::string path() const { return (folder_ / "index").string(); }
  const TempDir& folder() const { return folder_; }

  /// Runs communique-indexer COMMAND --index ... with these arguments.
  ProcessResult indexer(const std::string& command, std::vector<std::string> arguments = {},
                        const std::string& input = {}) const;
  /// `add --json`, which must succeed; the summary.
  nlohmann::json add(std::vector<std::string> arguments, const std::string& input = {}) const;
  /// Writes the records as JSON Lines and adds them.
  nlohmann::json add_records(const std::vector<nlohmann::json>& records, std::vector<std::string> arguments = {}) const;

  ProcessResult find(std::vector<std::string> arguments) const;
  /// `find --format json`.
  nlohmann::json find_json(std::vector<std::string> arguments) const;
  /// Ids of the statements that match, sorted; `more` are further flags.
  Ids statements(const std::string& query, const std::vector<std::string>& more = {}) const;

  /// `export`, by id.
  std::map<std::string, nlohmann::json> exported() const;

 private:
  TempDir folder_;
};

/// The sample corpus, indexed once per test executable.
const TestIndex& sample_index();

Ids sorted(Ids ids);

}  // namespace communique::tests

namespace doctest {

/// Lists of ids in a failure's message.
template <>
struct StringMaker<communique::tests::Ids> {
  static String convert(const communique::tests::Ids& ids) {
    std::string text;
    for (const std::string& id : ids) text += (text.empty() ? "" : ", ") + id;
    return ("{" + text + "}").c_str();
  }
};

}  // namespace doctest
