// SPDX-License-Identifier: GPL-3.0-or-later
// show with attributions and versions, pairs and compare.
#include <algorithm>

#include <doctest/doctest.h>

#include "tests/support/test_index.h"

using namespace communique::tests;

namespace {

ProcessResult searcher(std::vector<std::string> arguments, const std::vector<std::string>& environment = {}) {
  arguments.insert(arguments.begin(), searcher_binary());
  arguments.insert(arguments.end(), {"--index", sample_index().path()});
  return run(arguments, {}, environment);
}

nlohmann::json json_of(std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--format", "json"});
  const ProcessResult result = searcher(arguments);
  CHECK(result.exit_code == 0);
  return nlohmann::json::parse(result.out);
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::vector<std::string> texts(const nlohmann::json& account, const nlohmann::json& numbers) {
  std::vector<std::string> found;
  for (const auto& number : numbers) found.push_back(account["sentences"][number.get<std::size_t>()]["text"]);
  return found;
}

}  // namespace

TEST_CASE("show marks who says what, and --plain leaves the text as it is") {
  const ProcessResult shown = searcher({"show", "call-moscow-2020"});
  CHECK(holds(shown.out, "── call-moscow-2020#1 ──"));
  CHECK(holds(shown.out, "‹to continue the dialogue›[4]"));
  CHECK(holds(shown.out, "[4] Vladimir Putin and Xi Jinping (reported: “agreed”)"));
  const ProcessResult plain = searcher({"show", "call-moscow-2020", "--plain"});
  CHECK(plain.out.find("Vladimir Putin had a telephone conversation") == 0);
  CHECK_FALSE(holds(plain.out, "‹"));
  CHECK(plain.out ==
        json_of({"show", "call-moscow-2020"})["text"].get<std::string>() + (plain.out.ends_with("\n\n") ? "\n" : "\n"));
}

TEST_CASE("show says how versions differ, in short and in full") {
  const ProcessResult shown = searcher({"show", "ouattara-cocoa-2015"}, {"COLUMNS=200"});
  CHECK(holds(shown.out, "ouattara-cocoa-2015-wire (2015-09-18, Harbour Wire): 2 sentences left out"));
  CHECK_FALSE(holds(shown.out, "What differs"));
  const ProcessResult full = searcher({"show", "ouattara-cocoa-2015", "--differences"}, {"COLUMNS=200"});
  CHECK(holds(full.out, "── What differs in ouattara-cocoa-2015-wire ──\n- The two heads of state will meet again"));
  const auto brief = json_of({"show", "ouattara-cocoa-2015"})["versions"][0]["differences"];
  CHECK(brief["left_out"] == 2);
  CHECK(brief["changed"] == 0);
  CHECK(brief["added"] == 0);
  CHECK_FALSE(brief.contains("sentences"));
  const auto other = json_of({"show", "ouattara-cocoa-2015-wire", "--differences"})["versions"][0]["differences"];
  CHECK(other["added"] == 2);
  CHECK(other["sentences"][0]["change"] == "added");
  CHECK(other["sentences"][0]["here"] == nullptr);
}

TEST_CASE("pairs finds both accounts of a call, and says what speaks for it") {
  const auto pairs = json_of({"pairs", "between:china,russia", "--year", "2020"});
  REQUIRE(pairs["total"] == 1);
  const auto& pair = pairs["pairs"][0];
  CHECK(pair["left"]["id"] == "call-moscow-2020");
  CHECK(pair["right"]["id"] == "call-beijing-2020");
  CHECK(pair["one_event"]["days_apart"] == 1);
  CHECK(pair["one_event"]["leaders"] == nlohmann::json{"vladimir-putin", "xi-jinping"});
  CHECK(json_of({"pairs", "coronavirus OR COVID-19", "--year", "2020"})["pairs"][0]["left"]["id"] ==
        "call-moscow-2020");
}

TEST_CASE("pairs holds no versions of one text, no statement twice with one source, and nothing where nothing is") {
  const auto all = json_of({"pairs", "year:1990..2025", "--limit", "1000"});
  for (const auto& pair : all["pairs"]) {
    CHECK(pair["left"]["source"] != pair["right"]["source"]);
    CHECK_FALSE(pair["left"]["id"] == "ouattara-cocoa-2015");
    CHECK(pair["one_event"]["certainty"] != "none");
  }
  const ProcessResult none = searcher({"pairs", "between:france,japan"});
  CHECK(none.exit_code == 1);
  CHECK(holds(none.out, "0 pairs among"));
  const auto page = json_of({"pairs", "year:1990..2025", "--limit", "1", "--offset", "1"});
  CHECK(page["total"] == all["total"]);
  CHECK(page["pairs"][0] == all["pairs"][1]);
}

TEST_CASE("compare gives every sentence of both sides once") {
  const auto result = json_of({"compare", "call-beijing-2020", "call-moscow-2020"});
  CHECK(result["one_event"]["certainty"] == "likely");
  CHECK(result["versions"] == false);
  std::vector<std::size_t> left;
  std::vector<std::size_t> right;
  for (const auto& row : result["both"]) {
    for (const std::size_t number : row["left"]) left.push_back(number);
    for (const std::size_t number : row["right"]) right.push_back(number);
  }
  for (const std::size_t number : result["left_only"]) left.push_back(number);
  for (const std::size_t number : result["right_only"]) right.push_back(number);
  std::sort(left.begin(), left.end());
  std::sort(right.begin(), right.end());
  for (std::size_t i = 0; i < left.size(); ++i) CHECK(left[i] == i);
  for (std::size_t i = 0; i < right.size(); ++i) CHECK(right[i] == i);
  CHECK(left.size() == result["left"]["sentences"].size());
  CHECK(right.size() == result["right"]["sentences"].size());
  const auto told_once = texts(result["right"], result["right_only"]);
  CHECK(std::any_of(told_once.begin(), told_once.end(),
                    [](const std::string& text) { return holds(text, "oil market"); }));
}

TEST_CASE("compare knows versions of one text and two different events, and compares them all the same") {
  const auto versions = json_of({"compare", "ouattara-cocoa-2015", "ouattara-cocoa-2015-wire"});
  CHECK(versions["versions"] == true);
  CHECK(versions["left_only"].size() == 2);
  CHECK(versions["right_only"].empty());
  const auto others = json_of({"compare", "call-moscow-2020", "blair-africa-2005"});
  CHECK(others["one_event"]["certainty"] == "none");
  const ProcessResult text = searcher({"compare", "call-moscow-2020", "blair-africa-2005"});
  CHECK(holds(text.out, "Nothing says that they tell of one event"));
  const ProcessResult unknown = searcher({"compare", "call-moscow-2020", "no-such"});
  CHECK(unknown.exit_code == 1);
  CHECK(holds(unknown.err, "no-such"));
}

TEST_CASE("compare and pairs fit any terminal") {
  for (const std::string width : {"20", "60", "99", "100", "200"}) {
    const ProcessResult result = searcher({"compare", "call-beijing-2020", "call-moscow-2020"}, {"COLUMNS=" + width});
    CHECK(result.exit_code == 0);
    CHECK(holds(result.out, " │ ") == (width == "100" || width == "200"));
    CHECK(searcher({"pairs", "between:china,russia"}, {"COLUMNS=" + width}).exit_code == 0);
    CHECK(searcher({"show", "call-moscow-2020"}, {"COLUMNS=" + width}).exit_code == 0);
  }
}
