// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "tests/corpus/readers/reading.h"

using namespace communique::tests;

TEST_CASE("a JSON line's keys become the statement's") {
  const Reading read = read_content(
      "a.jsonl",
      R"({"guid":77,"headline":"A\n title ","pubDate":"Sat, 22 May 2021 12:00:47 +0000","country":"Russia","author":["A B","C D"],)"
      R"("link":"https://x.org/1","language":"en-US","type":"readout","body":"Ein Text\r\nmit Zeilen.","n":[1,{"a":null}],"k":2.50,"z":null})"
      "\n\n"
      R"({"text":"Second."})");
  CHECK(read.reasons() == "");
  CHECK(read.whole);
  REQUIRE(read.statements.size() == 2);
  const auto& first = read.statements[0];
  CHECK(first.id == "77");
  CHECK(first.title == "A title");
  CHECK(first.date.to_string() == "2021-05-22");
  CHECK(first.date_origin == communique::schema::DateOrigin::Metadata);
  CHECK(first.date_given == "Sat, 22 May 2021 12:00:47 +0000");
  CHECK(first.country == "RUS");
  CHECK(first.country_given == "Russia");
  CHECK(first.speaker == "A B, C D");
  CHECK(first.url == "https://x.org/1");
  CHECK(first.lang == "en");
  CHECK(first.type == "readout");
  CHECK(first.text == "Ein Text\nmit Zeilen.");
  CHECK(first.extra == R"({"n":[1,{"a":null}],"k":2.50})");
  CHECK(first.location.to_string() == "a.jsonl:1");
  CHECK(read.statements[1].id == "press/a.jsonl#2");
  CHECK(read.statements[1].id_derived);
  CHECK(read.statements[1].location.to_string() == "a.jsonl:3");
}

TEST_CASE("bad JSON lines are rejected with their line and the reading goes on") {
  struct Case {
    std::string line;
    const char* reason;
  };
  std::string deep = R"({"text":"x","a":)" + std::string(150, '[') + std::string(150, ']') + "}";
  const Case cases[] = {
      {R"({"text":"cut)", "invalid JSON at byte"},
      {R"({"text":"x"} trailing)", "invalid JSON at byte 1"},
      {"not json", "invalid JSON at byte"},
      {R"({"text":7})", "\"text\" is a number, not a text"},
      {R"({"text":["a"]})", "\"text\" is a list, not a text"},
      {R"({"text":{"a":1}})", "\"text\" is an object, not a text"},
      {R"({"text":true})", "\"text\" is true or false, not a text"},
      {R"({"text":null,"id":"a"})", "no text: the record has \"id\"; name the key that holds the text: --map text=KEY"},
      {R"({"text":""})", "no text: the record is empty"},
      {R"({"text":" \n\t\u00a0\ufeff"})", "\"text\" is blank"},
      {R"({})", "no text: the record is empty"},
      {R"(["text"])", "the record is a list, not an object with keys"},
      {R"("text")", "the record is a text, not an object with keys"},
      {R"(12)", "the record is a number, not an object with keys"},
      {deep, "nested deeper than 100"},
      {R"({"text":"x","id":")" + std::string(513, 'i') + "\"}", "the id is longer than 512 bytes"},
      {R"({"text":"x","id":"a\u0007b"})", "the id holds control characters"},
      {R"({"text":"x","id":{"$oid":"1"}})", "\"id\" is an object, no id"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.line);
    const Reading read = read_content("a.jsonl", "{\"text\":\"before\"}\n" + one.line + "\n{\"text\":\"after\"}\n");
    CHECK(read.statements.size() == 2);
    CHECK(read.whole);
    REQUIRE(read.rejections.size() == 1);
    CHECK(read.rejections[0].location.to_string() == "a.jsonl:2");
    CHECK(contains(read.rejections[0].reason, one.reason));
    CHECK(read.rejections[0].record.substr(0, 20) == one.line.substr(0, 20));
  }
}

TEST_CASE("a JSON Lines file that is cut within its last record is not read to its end") {
  const Reading cut = read_content("a.jsonl", "{\"text\":\"one\"}\n{\"text\":\"tw");
  CHECK(cut.statements.size() == 1);
  CHECK(cut.rejections.size() == 1);
  CHECK_FALSE(cut.whole);
}

TEST_CASE("texts and lines over the limit are rejected, at the limit they are not") {
  communique::corpus::ReadOptions options;
  options.limits.record_bytes = 1000;
  const auto line = [](std::size_t bytes) { return "{\"text\":\"" + std::string(bytes, 'x') + "\"}\n"; };
  const Reading read = read_content("a.jsonl", line(1000) + line(1001) + line(500'000) + line(1000), options);
  CHECK(read.statements.size() == 2);
  CHECK(read.whole);
  REQUIRE(read.rejections.size() == 2);
  CHECK(read.rejections[0].reason == "the text is longer than 1000 bytes");
  CHECK(read.rejections[1].reason == "the record is longer than 6096 bytes");
  CHECK(read.rejections[1].location.line == 3);
}

TEST_CASE("ids at the limit are kept and white space in them is mended") {
  const Reading read = read_content(
      "a.jsonl", R"({"text":"x","id":")" + std::string(512, 'i') + "\"}\n" + R"({"text":"x","id":"a\t\tb"})" + "\n");
  CHECK(read.reasons() == "");
  REQUIRE(read.statements.size() == 2);
  CHECK(read.statements[1].id == "a b");
  CHECK(has_note(read.statements[1], "white space in the id"));
}

TEST_CASE("values that are mended say so") {
  struct Case {
    const char* line;
    const char* note;
  };
  const Case cases[] = {
      {"{\"text\":\"caf\xe9\"}", "cp1252"},
      {"{\"text\":\"a\x01 b\"}", "control characters"},
      {R"({"text":"a\u0000b"})", "control characters"},
      {R"({"text":"it\u0092s"})", "C1 control"},
      {R"({"text":"x","date":"2021-02-30"})", "date \"2021-02-30\": there is no such day; undated"},
      {R"({"text":"x","date":"one day"})", "date \"one day\": not understood; undated"},
      {R"({"text":"x","country":"Atlantis"})", "country \"Atlantis\" is not known"},
      {R"({"text":"x","lang":"English"})", "language \"English\""},
      {R"({"text":"x","url":"javascript:void"})", "neither http nor https"},
      {R"({"text":"x","speaker":{"first":"A"}})", "speaker is an object"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.line);
    const Reading read = read_content("a.jsonl", one.line);
    CHECK(read.reasons() == "");
    REQUIRE(read.statements.size() == 1);
    CHECK(has_note(read.statements[0], one.note));
    CHECK_FALSE(contains(read.statements[0].text, std::string_view("\0", 1)));
  }
  CHECK(read_content("a.jsonl", R"({"text":"it\u0092s"})").statements[0].text == "it’s");
  CHECK(read_content("a.jsonl", R"({"text":"x","country":"Atlantis"})").statements[0].country == "Atlantis");
}

TEST_CASE("numbers serve as dates and ids, and slashed dates follow the country") {
  const Reading read = read_content("a.jsonl",
                                    "{\"text\":\"x\",\"date\":2021}\n"
                                    "{\"text\":\"x\",\"date\":\"03/04/2021\"}\n"
                                    "{\"text\":\"x\",\"date\":\"03/04/2021\",\"country\":\"USA\"}\n");
  REQUIRE(read.statements.size() == 3);
  CHECK(read.statements[0].date.to_string() == "2021");
  CHECK(read.statements[1].date.to_string() == "2021-04-03");
  CHECK(read.statements[2].date.to_string() == "2021-03-04");
}

TEST_CASE("titles are one line and cut at a word") {
  communique::corpus::ReadOptions options;
  options.limits.title_bytes = 12;
  const Reading read = read_content("a.jsonl", R"({"text":"x","title":"  One two\tthree four"})", options);
  REQUIRE(read.statements.size() == 1);
  CHECK(read.statements[0].title == "One two");
  CHECK(has_note(read.statements[0], "title cut at 12 bytes"));
}

TEST_CASE("JSON files hold a list, an object with a list, or one record") {
  struct Case {
    const char* content;
    std::size_t statements;
    const char* first_id;
  };
  const Case cases[] = {
      {R"([{"text":"a"},{"text":"b"}])", 2, "press/a.json#1"},
      {R"({"count":2,"items":[{"text":"a"},{"text":"b"}]})", 2, "press/a.json#1"},
      {R"({"data":[{"text":"a"}],"other":[{"x":1}]})", 1, "press/a.json#1"},
      {R"({"statements":[{"text":"a"}]})", 1, "press/a.json#1"},
      {R"({"whatever":[{"text":"a"}]})", 1, "press/a.json#1"},
      {R"({"text":"a","records":[{"n":1}]})", 1, "press/a.json"},
      {"{\n \"text\": \"a\"\n}", 1, "press/a.json"},
      {"{\"text\":\"a\"}\n{\"text\":\"b\"}\n", 2, "press/a.json#1"},
      {R"({"id":9,"title":{"rendered":"T &amp; U"},"content":{"rendered":"<p>One.</p><p>Two.</p>"}})", 1, "9"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.content);
    const Reading read = read_content("a.json", one.content);
    CHECK(read.reasons() == "");
    CHECK(read.whole);
    REQUIRE(read.statements.size() == one.statements);
    CHECK(read.statements[0].id == one.first_id);
  }
  CHECK(read_content("a.json", cases[8].content).statements[0].text == "One.\n\nTwo.");
}

TEST_CASE("bad items of a JSON list are rejected by number, and a cut list gives what came before") {
  const Reading bad = read_content("a.json", R"([{"text":"a"},5,[1,[2]],{"text":3},{"text":"b"}])");
  CHECK(bad.statements.size() == 2);
  CHECK(bad.whole);
  CHECK(bad.reasons() ==
        "a.json, record 2: the record is a number, not an object with keys; "
        "a.json, record 3: the record is a list, not an object with keys; a.json, record 4: \"text\" is a number, not "
        "a text");
  CHECK(bad.statements[1].id == "press/a.json#5");
  CHECK(bad.rejections[2].record == R"({"text":3})");

  const Reading cut = read_content("a.json", R"([{"text":"a"},{"text":"b"},{"te)");
  CHECK(cut.statements.size() == 2);
  CHECK_FALSE(cut.whole);
  CHECK(contains(cut.reasons(), "a.json: invalid JSON at byte"));
  CHECK(contains(cut.reasons(), "the 2 records before it were read"));
}

TEST_CASE("the reading stops when it is asked to") {
  const TempDir dir;
  const auto path = dir.write("a.jsonl", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n{\"text\":\"c\"}\n");
  Reading reading;
  communique::corpus::RecordSink sink = sink_into(reading);
  sink.stop = [&] { return reading.statements.size() >= 2; };
  CHECK_FALSE(communique::corpus::read_file({path, "a", "a", "a"}, {}, sink));
  CHECK(reading.statements.size() == 2);
}
