// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/reader.h"

#include <doctest/doctest.h>

#include "corpus/readers/detect.h"
#include "corpus/readers/keys.h"
#include "tests/corpus/readers/reading.h"

using namespace communique::tests;
using namespace communique::corpus;

TEST_CASE("formats are named and listed") {
  for (const char* name : {"auto", "jsonl", "json", "csv", "tsv", "text", "html", "rss", "xml"}) {
    const auto format = parse_format(name);
    REQUIRE(format);
    CHECK(to_string(*format) == name);
  }
  const auto unknown = parse_format("docx");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().message == "\"docx\" is no input format");
  CHECK(contains(unknown.error().hint, "auto, jsonl, json, csv"));
}

TEST_CASE("formats are told by name, and by content where the name does not tell") {
  struct Case {
    const char* name;
    const char* content;
    const char* format;
  };
  const Case cases[] = {
      {"a.jsonl", "x", "jsonl"},
      {"A.NDJSON.GZ", "x", "jsonl"},
      {"a.json", "[{}]", "json"},
      {"a.json", "{\"text\":\"a\"}\n{\"text\":\"b\"}", "jsonl"},
      {"a.json", "{\n\"text\":\"a\"}", "json"},
      {"a.txt", "{\"text\":\"a\"}", "text"},
      {"a.txt", "<!DOCTYPE html><html>", "html"},
      {"a.txt", "<laughter> we begin", "text"},
      {"a.xml", "<?xml version=\"1.0\"?><!-- c --><rss>", "rss"},
      {"a.xml", "<r/>", "xml"},
      {"a.xml", "<?xml version='1.0'?><!DOCTYPE html><html>", "html"},
      {"a.rss", "<feed xmlns='x'>", "rss"},
      {"", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n", "jsonl"},
      {"", "{\"text\":\"a\"}\n", "json"},
      {"", "  [ {\"text\":\"a\"}]", "json"},
      {"", "[tape begins] Good evening", "text"},
      {"", "{x} is a set", "text"},
      {"", "<html><body>", "html"},
      {"", "<?xml version='1.0'?><all>", "xml"},
      {"", "id,date,text\n1,2,3", "csv"},
      {"", "id;date;\"content\"\n1;2;3", "csv"},
      {"", "In the text, I said,\nso.", "text"},
      {"", "---\ntitle: x\n---\ny", "text"},
      {"README", "Plain.", "text"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.name);
    CAPTURE(one.content);
    CHECK(to_string(detect_format(one.name, one.content, KeyTable())) == one.format);
  }
}

TEST_CASE("a format that is asked for goes before the name") {
  ReadOptions options;
  options.format = Format::Text;
  CHECK(read_content("a.json", "{\"text\":\"a\"}", options).statements.at(0).text == "{\"text\":\"a\"}");
  options.format = Format::JsonLines;
  CHECK(read_content("a.txt", "{\"text\":\"a\"}", options).statements.at(0).text == "a");
}

TEST_CASE("flags are checked before any file is opened") {
  struct Case {
    ReadOptions options;
    const char* message;
  };
  const auto with = [](auto change) {
    ReadOptions options;
    change(options);
    return options;
  };
  const Case cases[] = {
      {with([](auto& o) {
         o.map = {{"words", "x"}};
       }),
       "--map words=x: \"words\" is no key of a statement"},
      {with([](auto& o) {
         o.map = {{"text", ""}};
       }),
       "--map text=: no name after"},
      {with([](auto& o) {
         o.map = {{"text", "x"}, {"title", "x"}};
       }),
       "is given to"},
      {with([](auto& o) {
         o.defaults = {{"words", "x"}};
       }),
       "--default words=x"},
      {with([](auto& o) {
         o.defaults = {{"text", "x"}};
       }),
       "each statement has a text of its own"},
      {with([](auto& o) {
         o.defaults = {{"id", "x"}};
       }),
       "each statement has a id of its own"},
      {with([](auto& o) {
         o.defaults = {{"country", "Atlantis"}};
       }),
       "no known country"},
      {with([](auto& o) {
         o.defaults = {{"date", "soon"}};
       }),
       "no date"},
      {with([](auto& o) {
         o.defaults = {{"source", " "}};
       }),
       "no value after"},
      {with([](auto& o) { o.path_pattern = "{year"; }), "--path-pattern '{year': '{' without '}'"},
      {with([](auto& o) { o.path_pattern = "x.txt"; }), "it names nothing"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.message);
    try {
      check(one.options);
      FAIL("no error");
    } catch (const communique::Error& error) {
      CHECK(error.code() == communique::ErrorCode::Usage);
      CHECK(contains(error.what(), one.message));
      CHECK_FALSE(error.hint().empty());
    }
  }
  ReadOptions good;
  good.map = {{"speaker", "author"}};
  good.defaults = {{"country", "RUS"}, {"date", "2021"}};
  good.path_pattern = "{year}/{id}.txt";
  CHECK_NOTHROW(check(good));
}

TEST_CASE("keys go by many names, the best that has a value counts") {
  const KeyTable keys;
  struct Case {
    const char* name;
    const char* key;
  };
  const Case cases[] = {
      {"Text", "text"},        {"full_text", "text"},     {"content:encoded", "text"},   {"Release-Date", "date"},
      {"publishedAt", "date"}, {"dc:creator", "speaker"}, {"prime-minister", "speaker"}, {"permalink", "url"},
      {"transcript-id", "id"}, {"release type", "type"},  {"dc:language", "lang"}};
  for (const Case& one : cases) {
    CAPTURE(one.name);
    REQUIRE(keys.key_of(one.name));
    CHECK(to_string(*keys.key_of(one.name)) == one.key);
  }
  for (const char* name : {"name", "category", "lead", "texts", ""}) CHECK_FALSE(keys.key_of(name));
  const std::vector<RawField> fields = {{"content", "c", {}}, {"text", "", {}}, {"body", "b", {}}};
  CHECK(keys.places(fields)[0] == 0);
}

TEST_CASE("the place of a record is written as it is found") {
  CHECK(Location{"a.jsonl", 812, 3}.to_string() == "a.jsonl:812");
  CHECK(Location{"feed.rss", 0, 3}.to_string() == "feed.rss, record 3");
  CHECK(Location{"speech.txt", 0, 0}.to_string() == "speech.txt");
}
