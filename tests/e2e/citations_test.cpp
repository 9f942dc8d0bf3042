// SPDX-License-Identifier: GPL-3.0-or-later
// cite and check-citation, through changes of the cited statements.
#include <doctest/doctest.h>

#include "tests/support/test_index.h"

using namespace communique::tests;

namespace {

ProcessResult searcher(const TestIndex& index, std::vector<std::string> arguments, const std::string& input = {}) {
  arguments.insert(arguments.begin(), searcher_binary());
  arguments.insert(arguments.end(), {"--index", index.path()});
  return run(arguments, input);
}

nlohmann::json checked(const TestIndex& index, const std::string& bibliography, int exit_code) {
  const ProcessResult result = searcher(index, {"check-citation", "-", "--format", "json"}, bibliography);
  CHECK(result.err == "");
  CHECK(result.exit_code == exit_code);
  return nlohmann::json::parse(result.out)["citations"];
}

std::string sentence(int number) {
  return "Sentence number " + std::to_string(number) +
         " says that the ministers of both countries spoke about trade, ports, "
         "railways and the price of grain in the year " +
         std::to_string(1900 + number) + ".";
}

std::string text_of(int first, int last) {
  std::string text;
  for (int number = first; number <= last; ++number) text += sentence(number) + (number % 3 == 0 ? "\n\n" : " ");
  return text;
}

nlohmann::json record(const std::string& text) {
  return {{"id", "call #1; [x]"},
          {"title", "A call"},
          {"date", "2021-03-09"},
          {"country", "Russia"},
          {"speaker", "Vladimir Putin"},
          {"source", "Moscow press desk"},
          {"url", "https://example.org/a_b?c=1%202"},
          {"type", "call"},
          {"text", text}};
}

}  // namespace

TEST_CASE("every style gives a citation that stands") {
  const TestIndex index;
  index.add_records({record(text_of(1, 40))});
  for (const char* style : {"text", "chicago", "bibtex", "ris", "csl"}) {
    CAPTURE(style);
    for (const std::string id : {"call #1; [x]", "call #1; [x]#2"}) {
      const ProcessResult cited = searcher(index, {"cite", id, "--style", style});
      CHECK(cited.exit_code == 0);
      const auto states = checked(index, cited.out, 0);
      REQUIRE(states.size() == 1);
      CHECK(states[0]["state"] == "unchanged");
      CHECK(states[0]["id"] == id);
      CHECK(searcher(index, {"cite", id, "--style", style}).out == cited.out);
    }
    const ProcessResult quoted =
        searcher(index, {"cite", "call #1; [x]", "--quote", "ministers of both  countries", "--style", style});
    CHECK(checked(index, quoted.out, 0)[0]["quote"] == "ministers of both countries");
  }
}

TEST_CASE("a citation follows its text when passages are cut elsewhere, and tells when it is gone") {
  const TestIndex index;
  index.add_records({record(text_of(1, 40))});
  const std::string whole = searcher(index, {"cite", "call #1; [x]", "--style", "csl"}).out;
  const std::string passage = searcher(index, {"cite", "call #1; [x]#2", "--style", "ris"}).out;
  const std::string quote = searcher(index, {"cite", "call #1; [x]", "--quote", sentence(30), "--style", "bibtex"}).out;

  // More sentences at the front move the bounds of all passages.
  index.add_records({record(text_of(51, 55) + text_of(1, 40))});
  CHECK(checked(index, passage, 0)[0]["state"] == "moved");
  CHECK(checked(index, passage, 0)[0]["statement_changed"] == true);
  CHECK(checked(index, quote, 0)[0]["state"] == "moved");
  CHECK(checked(index, whole, 1)[0]["state"] == "changed");

  std::string altered = text_of(1, 40);
  altered.replace(altered.find("both", altered.find("number 30")), 4, "some");
  index.add_records({record(altered)});
  const auto changed = checked(index, quote, 1)[0];
  CHECK(changed["state"] == "changed");
  CHECK(changed["nearest"].get<std::string>().find("number 30 says that the ministers of some countries") !=
        std::string::npos);
  CHECK(changed["differences"].size() > 1);
  const ProcessResult text = searcher(index, {"check-citation", "-"}, quote);
  CHECK(text.out.find("[-both-] {+some+}") != std::string::npos);

  CHECK(index.indexer("delete", {"call #1; [x]"}).exit_code == 0);
  CHECK(checked(index, whole + "", 1)[0]["state"] == "gone");
  CHECK(checked(index, quote, 1)[0]["state"] == "gone");
}

TEST_CASE("items of others are named as such, and do not fail what stands") {
  const TestIndex& index = sample_index();
  const std::string ours = searcher(index, {"cite", "call-moscow-2020", "--style", "bibtex"}).out;
  const auto states = checked(index, "@book{other, title = {T}}\n" + ours, 0);
  REQUIRE(states.size() == 2);
  CHECK(states[0]["state"] == "nothing_to_check");
  CHECK(states[0]["key"] == "other");
  CHECK(states[1]["state"] == "unchanged");
  CHECK(checked(index, "@book{other, title = {T}}\n", 1)[0]["state"] == "nothing_to_check");
  CHECK(checked(index, "[communique id=call-moscow-2020#1; chars=5", 1)[0]["state"] == "damaged");
}

TEST_CASE("cite cites a statement once, and names what is missing") {
  const TestIndex& index = sample_index();
  const ProcessResult twice =
      searcher(index, {"cite", "call-moscow-2020", "call-moscow-2020", "call-moscow-2020#1", "--style", "csl"});
  const auto items = nlohmann::json::parse(twice.out);
  CHECK(items.size() == 1);
  CHECK(items[0]["id"] == "moscowpressdesk2020-call-moscow-2020");
  CHECK_FALSE(items[0].contains("accessed"));

  const ProcessResult missing = searcher(index, {"cite", "call-moscow-202", "call-moscow-2020", "--style", "csl"});
  CHECK(missing.exit_code == 1);
  CHECK(missing.err.find("Did you mean call-moscow-2020?") != std::string::npos);
  CHECK(nlohmann::json::parse(missing.out).size() == 1);
}

TEST_CASE("a quote is cited as printed, or refused") {
  const TestIndex& index = sample_index();
  const ProcessResult typed = searcher(index, {"cite", "xi-sanchez-2021", "--quote", "Spain's", "--style", "text"});
  CHECK(typed.exit_code == 0);
  CHECK(typed.out.find("quote=Spain’s") != std::string::npos);
  const ProcessResult wrong = searcher(index, {"cite", "call-moscow-2020", "--quote", "we shall overcome"});
  CHECK(wrong.exit_code == 1);
  CHECK(wrong.out == "");
  CHECK(wrong.err.find("does not hold these words") != std::string::npos);
}

TEST_CASE("wrong use of cite and check-citation is refused with what would be right") {
  const TestIndex& index = sample_index();
  struct Row {
    std::vector<std::string> arguments;
    std::string message;
  };
  for (const Row& row : {
           Row{{"cite"}, "cite needs an ID"},
           Row{{"cite", "x", "--style", "mla"}, "--style"},
           Row{{"cite", "x", "--format", "json"}, "--format is no option of cite"},
           Row{{"cite", "x", "--accessed", "yesterday"}, "--accessed"},
           Row{{"cite", "x", "y", "--quote", "z"}, "--quote takes one ID"},
           Row{{"cite", "x", "--quote", " "}, "--quote needs the words"},
           Row{{"check-citation"}, "needs a FILE"},
           Row{{"check-citation", "/nowhere/refs.bib"}, "can not read /nowhere/refs.bib"},
           Row{{"check-citation", "/tmp"}, "can not read /tmp"},
           Row{{"check-citation", "-"}, "there is no citation in the standard input"},
           Row{{"show", "call-moscow-2020", "--plain", "--differences"}, "--plain shows the text only"},
           Row{{"compare", "call-moscow-2020"}, "compare needs two IDs"},
           Row{{"compare", "call-moscow-2020", "call-moscow-2020#1"}, "Both ids are of one statement"},
           Row{{"pairs"}, "pairs needs a QUERY"},
           Row{{"pairs", "between:china"}, "between: takes two sides"},
       }) {
    CAPTURE(row.arguments[0]);
    const ProcessResult result = searcher(index, row.arguments, "no citation");
    CHECK(result.exit_code == 2);
    CHECK(result.out == "");
    CHECK(result.err.find(row.message) != std::string::npos);
  }
}
