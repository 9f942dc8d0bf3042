// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/cite/note.h"

#include <doctest/doctest.h>

#include "schema/files.h"
#include "schema/utf8.h"
#include "searcher/cite/cited_text.h"
#include "searcher/cite/read_citations.h"

using namespace communique;
using namespace communique::searcher;

namespace {

CitationNote note_of(const std::string& statement, const std::string& quote) {
  CitationNote note;
  note.statement = statement;
  note.place = {2, 10, 10 + quote.size()};
  note.length = schema::count_code_points(quote);
  note.sha256 = schema::sha256(quote);
  note.statement_sha256 = schema::sha256("all of it");
  note.quote = quote;
  return note;
}

std::vector<schema::PassageRecord> passages_of(const std::vector<std::string>& texts) {
  std::vector<schema::PassageRecord> passages;
  for (const std::string& text : texts) {
    schema::PassageRecord passage;
    passage.text = text;
    passage.number = static_cast<std::uint32_t>(passages.size() + 1);
    passages.push_back(passage);
  }
  return passages;
}

}  // namespace

TEST_CASE("a note is read as it was written, whatever stands in id and quote") {
  for (const std::string id : {"kremlin-1", "a#b", "ü 100% [x]; y=z", "back\\slash{brace}", "~^$\"<>|`_&"}) {
    for (const std::string quote :
         {"Peace comes first.", "50 % of it; [so] {they} said: \"C:\\dir\" & more_or_less #1 ~^$",
          "习近平同普京通电话"}) {
      const CitationNote note = note_of(id, quote);
      const auto found = read_notes("Some text before " + to_note(note) + " and after.");
      REQUIRE(found.size() == 1);
      CHECK(found[0].damaged == "");
      CHECK(found[0].note == note);
    }
  }
}

TEST_CASE("what BibTeX and line breaks do to a note is looked through") {
  const CitationNote note = note_of("call_17#x", "100% of A & B");
  std::string escaped;
  for (const char c : to_note(note)) {
    if (c == '#' || c == '%' || c == '&' || c == '_') escaped += '\\';
    escaped += c;
    if (c == ';') escaped += "\n     ";
  }
  const auto found = read_notes("note = {" + escaped + "}");
  REQUIRE(found.size() == 1);
  CHECK(found[0].note == note);
}

TEST_CASE("a damaged note says what is wrong with it") {
  const std::string hash(64, 'a');
  struct Row {
    std::string text, damaged;
  };
  for (const Row& row : {
           Row{"[communique id=x; length=3; sha256=" + hash + "]", ""},
           Row{"[communique id=x; length=3; sha256=abc]", "its sha256 is not 64 hexadecimal digits"},
           Row{"[communique length=3; sha256=" + hash + "]", "it names no statement"},
           Row{"[communique id=x#0; length=3; sha256=" + hash + "]", "it names no statement"},
           Row{"[communique id=x; sha256=" + hash + "]", "it does not say how long the cited text is"},
           Row{"[communique id=x#1; length=3; sha256=" + hash + "]", "its chars are not two ascending numbers"},
           Row{"[communique id=x#1; chars=9-3; length=3; sha256=" + hash + "]",
               "its chars are not two ascending numbers"},
           Row{"[communique id=x#1; chars=", "its closing bracket is missing"},
       }) {
    CAPTURE(row.text);
    const auto found = read_notes(row.text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].damaged == row.damaged);
  }
  CHECK(read_notes("no note, [communiquette id=x]").empty());
}

TEST_CASE("items of each kind of bibliography are told apart, with and without notes") {
  const std::string note = to_note(note_of("x", "words"));
  struct Row {
    std::string text;
    std::vector<std::string> labels;
    std::vector<std::size_t> notes;
  };
  for (const Row& row : {
           Row{R"([{"id":"a","note":")" + note + R"("},{"id":"b"}])", {"a", "b"}, {1, 0}},
           Row{R"({"id":"a","note":")" + note + note + R"("})", {"a"}, {2}},
           Row{"@misc{k1,\n note = {" + note + "}\n}\n@comment{x}\n@book{k2,\n title={T}}\n", {"k1", "k2"}, {1, 0}},
           Row{"TY  - GEN\r\nID  - r1\r\nN1  - " + note + "\r\nER  - \r\nTY  - BOOK\r\nER  - \r\n", {"r1", ""}, {1, 0}},
           Row{"As Putin said " + note + " and " + note, {"", ""}, {1, 1}},
           Row{"nothing here", {}, {}},
           Row{"", {}, {}},
           Row{"{\"broken json\": ", {}, {}},
           Row{"[]", {}, {}},
       }) {
    CAPTURE(row.text);
    std::vector<std::string> labels;
    std::vector<std::size_t> notes;
    for (const ReadCitation& citation : read_citations(row.text)) {
      labels.push_back(citation.label);
      notes.push_back(citation.notes.size());
    }
    CHECK(labels == row.labels);
    CHECK(notes == row.notes);
  }
}

TEST_CASE("a quoted text is found by its hash whatever the white space and the cutting into passages") {
  const StatementText before(passages_of({"  One fish.\n\nTwo fish. ", "Red  fish, “blue”\tfish.\n"}));
  CHECK(before.plain() == "One fish. Two fish. Red fish, “blue” fish.");
  const auto second = before.whole_passage(2);
  REQUIRE(second);
  CHECK(*second == TextPlace{2, 0, 23});
  const std::string cited = before.at(*second);
  CHECK(cited == "Red fish, “blue” fish.");
  const std::size_t length = schema::count_code_points(cited);

  const StatementText after(
      passages_of({"New: one fish. Two fish.\n", "Two fish. Red\nfish, ", "“blue” fish. The end."}));
  CHECK(after.at(*second) != cited);
  const auto found = after.find_hash(schema::sha256(cited), length, *second);
  REQUIRE(found);
  CHECK(after.at(*found) == cited);
  CHECK(*found == TextPlace{2, 10, 32});
  CHECK_FALSE(after.find_hash(schema::sha256("Green fish, “blue” fish."), length, *second));
  CHECK_FALSE(after.find_hash(schema::sha256(cited), 100000, *second));
}

TEST_CASE("of several places the nearest is taken") {
  const StatementText text(passages_of({"Yes we can. ", "Yes we can. ", "Yes we can."}));
  for (std::uint32_t passage = 1; passage <= 3; ++passage) {
    CHECK(text.find("we can", {passage, 4, 10}) == TextPlace{passage, 4, 10});
    CHECK(text.find_hash(schema::sha256("we can"), 6, {passage, 4, 10}) == TextPlace{passage, 4, 10});
  }
  CHECK_FALSE(text.find("we cannot", {1, 0, 5}));
  CHECK(text.at({7, 0, 3}) == "");
  CHECK_FALSE(text.whole_passage(4));
}
