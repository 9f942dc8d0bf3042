// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_index.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

namespace communique::tests {

namespace {

std::vector<std::string> command_line(const std::string& program, const std::string& command, const std::string& index,
                                      std::vector<std::string> arguments) {
  std::vector<std::string> line{program, command, "--index", index};
  line.insert(line.end(), arguments.begin(), arguments.end());
  return line;
}

}  // namespace

ProcessResult TestIndex::indexer(const std::string& command, std::vector<std::string> arguments,
                                 const std::string& input) const {
  return run(command_line(indexer_binary(), command, path(), std::move(arguments)), input);
}

nlohmann::json TestIndex::add(std::vector<std::string> arguments, const std::string& input) const {
  arguments.insert(arguments.begin(), "--json");
  const ProcessResult result = indexer("add", std::move(arguments), input);
  INFO(result.err);
  REQUIRE(result.exit_code == 0);
  return nlohmann::json::parse(result.out);
}

nlohmann::json TestIndex::add_records(const std::vector<nlohmann::json>& records,
                                      std::vector<std::string> arguments) const {
  std::string lines;
  for (const nlohmann::json& record : records) lines += record.dump() + "\n";
  arguments.push_back(folder_.write("records.jsonl", lines).string());
  return add(std::move(arguments));
}

ProcessResult TestIndex::find(std::vector<std::string> arguments) const {
  return run(command_line(searcher_binary(), "find", path(), std::move(arguments)));
}

nlohmann::json TestIndex::find_json(std::vector<std::string> arguments) const {
  arguments.insert(arguments.begin(), {"--format", "json"});
  const ProcessResult result = find(std::move(arguments));
  INFO(result.err);
  REQUIRE_MESSAGE(result.exit_code <= 1, result.err);
  return nlohmann::json::parse(result.out);
}

Ids TestIndex::statements(const std::string& query, const std::vector<std::string>& more) const {
  std::vector<std::string> arguments{"--by", "statement", "--limit", "1000"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  arguments.insert(arguments.end(), {"--", query});
  Ids ids;
  const nlohmann::json found = find_json(arguments);
  for (const auto& hit : found["hits"]) {
    if (!hit["partial"].get<bool>()) ids.push_back(hit["statement"]["id"]);
  }
  return sorted(ids);
}

std::map<std::string, nlohmann::json> TestIndex::exported() const {
  std::map<std::string, nlohmann::json> records;
  std::istringstream lines(indexer("export").out);
  for (std::string line; std::getline(lines, line);) {
    auto record = nlohmann::json::parse(line);
    const std::string id = record["id"];
    records.emplace(id, std::move(record));
  }
  return records;
}

const TestIndex& sample_index() {
  static const TestIndex index;
  static const auto summary = index.add({sample_folder().string()});
  return index;
}

Ids sorted(Ids ids) {
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace communique::tests
