// SPDX-License-Identifier: GPL-3.0-or-later
// The sample, labelled by hand (tests/data/gold/README.md), against what the analysis finds: floors, so that a change
// that finds less, or more that is wrong, is seen. Set $COMMUNIQUE_SHOW_GOLD to print every fault.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "corpus/analyse.h"
#include "corpus/reader.h"
#include "tests/support/gold.h"

namespace communique::test {

namespace {

const schema::Gazetteer& gazetteer() {
  static const schema::Gazetteer built = schema::Gazetteer::parse(schema::built_in_leaders());
  return built;
}

/// The sample's statements by id. Ids of files are made from the path that was named, so its folder is named as a user
/// does.
const std::map<std::string, corpus::AnalysedStatement>& sample() {
  static const auto analysed = [] {
    std::map<std::string, corpus::AnalysedStatement> all;
    const std::filesystem::path before = std::filesystem::current_path();
    std::filesystem::current_path(std::filesystem::path(COMMUNIQUE_SOURCE_DIR) / "corpus");
    corpus::Analyser analyser(gazetteer());
    const corpus::RecordSink sink{[&](corpus::Statement&& statement) {
                                    auto one = analyser.analyse(std::move(statement));
                                    std::string id = one.statement.id;
                                    all.emplace(std::move(id), std::move(one));
                                  },
                                  [](corpus::Rejection&&) {}, [] { return false; }, [](std::uint64_t) {}};
    const corpus::InputList inputs = corpus::list_inputs({"sample"});
    for (const corpus::InputFile& file : inputs.files) corpus::read_file(file, {}, sink);
    std::filesystem::current_path(before);
    return all;
  }();
  return analysed;
}

std::vector<std::pair<GoldStatement, const corpus::AnalysedStatement*>> gold() {
  std::vector<std::pair<GoldStatement, const corpus::AnalysedStatement*>> list;
  std::ifstream file(std::filesystem::path(COMMUNIQUE_SOURCE_DIR) / "tests/data/gold/attribution.jsonl");
  for (std::string line; std::getline(file, line);) {
    const auto found = sample().find(gold_id(line));
    REQUIRE_MESSAGE(found != sample().end(), gold_id(line));
    list.emplace_back(read_gold(line, found->second.statement.text), &found->second);
  }
  return list;
}

void show(const std::vector<std::string>& faults) {
  if (std::getenv("COMMUNIQUE_SHOW_GOLD") == nullptr) return;
  for (const std::string& fault : faults) MESSAGE(fault);
}

}  // namespace

TEST_CASE("the sample's attributions are found as a careful reader finds them") {
  std::map<std::string, GoldScore> by_language;
  GoldScore all;
  for (const auto& [statement, analysed] : gold()) {
    const GoldScore one = score(statement, *analysed, gazetteer());
    by_language[statement.lang].add(one);
    all.add(one);
  }
  show(all.faults);
  for (const auto& [lang, of_language] : by_language) {
    MESSAGE(lang << ": precision " << of_language.precision() << ", recall " << of_language.recall() << " of "
                 << of_language.required);
  }
  CHECK(all.required >= 120);
  CHECK(all.precision() >= 0.75);
  CHECK(all.recall() >= 0.75);
  CHECK(by_language["en"].recall() >= 0.75);
  for (const char* lang : {"fr", "es", "de", "ru"}) {
    CAPTURE(lang);
    CHECK(by_language[lang].recall() >= 0.6);
  }
}

TEST_CASE("the sample's types, dates and parties are those of a careful reader") {
  int types = 0;
  int dates = 0;
  int sides = 0;
  int with_sides = 0;
  std::vector<std::string> faults;
  const auto statements = gold();
  for (const auto& [statement, analysed] : statements) {
    // What the record gives is not for the analysis to find.
    const bool given = !analysed->type_inferred && !analysed->type.empty();
    const bool type = given || std::find(statement.kinds.begin(), statement.kinds.end(), analysed->type) != statement.kinds.end();
    types += type ? 1 : 0;
    if (!type) faults.push_back(statement.id + ": type " + analysed->type);
    const bool dated = analysed->date_origin != schema::DateOrigin::None;
    const bool date = (dated ? analysed->date.to_string() : std::string()) == statement.date &&
                      schema::to_string(analysed->date_origin) == statement.date_origin;
    dates += date ? 1 : 0;
    if (!date) faults.push_back(statement.id + ": date " + (dated ? analysed->date.to_string() : "none"));
    if (statement.parties.empty()) continue;
    ++with_sides;
    const bool both = std::all_of(statement.parties.begin(), statement.parties.end(), [&](const std::string& side) {
      return std::find(analysed->parties.begin(), analysed->parties.end(), side) != analysed->parties.end();
    });
    sides += both ? 1 : 0;
    if (!both) faults.push_back(statement.id + ": parties");
  }
  show(faults);
  MESSAGE(types << " types, " << dates << " dates of " << statements.size() << ", " << sides << " parties of " << with_sides);
  const int count = static_cast<int>(statements.size());
  CHECK(types >= count - 3);
  CHECK(dates == count);
  CHECK(sides >= with_sides - 2);
}

}  // namespace communique::test
