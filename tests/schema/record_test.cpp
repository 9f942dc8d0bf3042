// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <random>

#include "schema/error.h"
#include "schema/record.h"

using namespace communique;
using namespace communique::schema;

namespace {

StatementRecord full_record() {
  StatementRecord record;
  record.id = "kremlin/17";
  record.title = "Telephone call";
  record.date = {2021, 12, 31};
  record.date_origin = DateOrigin::Metadata;
  record.country = "RUS";
  record.country_given = "Russia";
  record.speaker = "Vladimir Putin";
  record.speaker_leader = "vladimir-putin";
  record.source = "office";
  record.url = "https://example.org/17";
  record.lang = "en";
  record.type = "call";
  record.extra = R"({"topics":["a"]})";
  record.given = R"({"date":"31 December 2021"})";
  record.version_key = "0123456789abcdef";
  record.passages = 300;
  record.date_reason = "the dateline says so";
  record.date_confidence = 85;
  record.type_inferred = true;
  record.leaders = {{"vladimir-putin", "Vladimir Putin"}, {"xi-jinping", "Xi Jinping"}};
  return record;
}

PassageRecord full_passage() {
  PassageRecord passage;
  passage.text = "Putin called. Xi answered: «да».";
  passage.number = 130;
  passage.sentence_starts = {0, 14};
  passage.mentions = {{"vladimir-putin", 0, 5}, {"xi-jinping", 14, 16}};
  AttributionRecord said;
  said.speakers = {{"xi-jinping", ""}, {"", "Ned Price"}};
  said.source = {14, 16};
  said.cue = {17, 25};
  said.content = {{0, 13}, {27, 35}};
  said.type = SpeechType::Mixed;
  said.joint = true;
  said.confidence = 74;
  passage.attributions = {said, AttributionRecord{}};
  return passage;
}

}  // namespace

TEST_CASE("a statement's record comes back as it was stored") {
  for (const StatementRecord& record : {StatementRecord{}, full_record()}) {
    const StatementRecord back = decode_statement(encode(record));
    CHECK(encode(back) == encode(record));
    CHECK(back.id == record.id);
    CHECK(back.date == record.date);
    CHECK(back.date_origin == record.date_origin);
    CHECK(back.given == record.given);
    CHECK(back.date_reason == record.date_reason);
    CHECK(back.date_confidence == record.date_confidence);
    CHECK(back.type_inferred == record.type_inferred);
    CHECK(back.leaders == record.leaders);
    CHECK(back.passages == record.passages);
  }
}

TEST_CASE("a passage's record comes back as it was stored") {
  for (const PassageRecord& passage : {PassageRecord{}, full_passage()}) {
    const std::string data = encode(passage);
    const PassageRecord back = decode_passage(data);
    CHECK(back.text == passage.text);
    CHECK(back.number == passage.number);
    CHECK(back.sentence_starts == passage.sentence_starts);
    REQUIRE(back.mentions.size() == passage.mentions.size());
    for (std::size_t i = 0; i < back.mentions.size(); ++i) {
      CHECK(back.mentions[i].leader == passage.mentions[i].leader);
      CHECK(back.mentions[i].start == passage.mentions[i].start);
      CHECK(back.mentions[i].end == passage.mentions[i].end);
    }
    REQUIRE(back.attributions.size() == passage.attributions.size());
    for (std::size_t i = 0; i < back.attributions.size(); ++i) {
      CHECK(back.attributions[i].speakers == passage.attributions[i].speakers);
      CHECK(back.attributions[i].source == passage.attributions[i].source);
      CHECK(back.attributions[i].cue == passage.attributions[i].cue);
      CHECK(back.attributions[i].content == passage.attributions[i].content);
      CHECK(back.attributions[i].type == passage.attributions[i].type);
      CHECK(back.attributions[i].joint == passage.attributions[i].joint);
      CHECK(back.attributions[i].confidence == passage.attributions[i].confidence);
    }
    CHECK(decode_passage_number(data) == passage.number);
  }
}

TEST_CASE("a record cut anywhere is damage, not a crash") {
  for (const std::string& data : {encode(full_record()), encode(full_passage())}) {
    for (std::size_t size = 0; size < data.size(); ++size) {
      CAPTURE(size);
      const std::string cut = data.substr(0, size);
      if (data == encode(full_record())) {
        CHECK_THROWS_AS(decode_statement(cut), Error);
      } else {
        CHECK_THROWS_AS(decode_passage(cut), Error);
      }
    }
  }
}

TEST_CASE("records of random bytes never crash the decoder") {
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    std::string bytes(random() % 60, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    try {
      decode_statement(bytes);
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::IndexDamaged);
    }
    try {
      decode_passage(bytes);
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::IndexDamaged);
    }
  }
}

TEST_CASE("a passage is named by its statement and number") { CHECK(passage_id("a/b", 3) == "a/b#3"); }
