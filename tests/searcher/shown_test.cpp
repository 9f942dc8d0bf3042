// SPDX-License-Identifier: GPL-3.0-or-later
// A statement shown whole: marks of who says what, differences of versions.
#include "searcher/show.h"

#include <doctest/doctest.h>

#include "searcher/render/render.h"

using namespace communique;
using namespace communique::searcher;

namespace {

schema::AttributionRecord said(std::uint32_t start, std::uint32_t end, const std::string& name,
                               std::uint8_t confidence = 90) {
  schema::AttributionRecord attribution;
  attribution.speakers = {{"", name}};
  attribution.content = {{start, end}};
  attribution.confidence = confidence;
  return attribution;
}

ShownStatement shown_of(const std::string& text, std::vector<schema::AttributionRecord> attributions) {
  ShownStatement shown;
  shown.statement.id = "call-1";
  schema::PassageRecord passage;
  passage.text = text;
  passage.number = 1;
  passage.sentence_starts = {0};
  passage.attributions = std::move(attributions);
  shown.passages = {passage};
  return shown;
}

std::string text_of(const ShownStatement& shown, bool differences = false) {
  std::string out;
  render_shown_text(shown, {{.width = 200}, false, differences}, out);
  return out;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("marks of what is said stand within and beside one another without crossing") {
  //                                    0         10        20        30
  const std::string text = "He said that she said it was late.";
  CHECK(holds(text_of(shown_of(text, {said(8, 33, "He"), said(22, 33, "She")})),
              "He said ‹that she said ‹it was late›[2]›[1]."));
  CHECK(holds(text_of(shown_of(text, {said(0, 7, "A"), said(7, 12, "B")})), "‹He said›[1]‹ that›[2]"));
  CHECK(holds(text_of(shown_of(text, {said(8, 33, "He")})), "[1] He (reported)"));
}

TEST_CASE("what is not sure is not marked, and pieces of one saying have one number") {
  CHECK_FALSE(holds(text_of(shown_of("He may have said it.", {said(0, 19, "He", 30)})), "‹"));
  schema::AttributionRecord pieces = said(0, 4, "He");
  pieces.content.push_back({15, 20});
  CHECK(holds(text_of(shown_of("Late, he said, it is.", {pieces})), "‹Late›, he said, ‹it is›[1]."));
}

TEST_CASE("a changed sentence is shown once with the words that differ, a long one shortened") {
  std::string longer = "Trade grew by three percent last year";
  for (int i = 0; i < 30; ++i) longer += " and word" + std::to_string(i);
  ShownStatement shown = shown_of(longer + ".", {});
  shown.sentences = {"The same.", longer + ".", "Only here."};
  ShownVersion version;
  version.statement.id = "wire-1";
  std::string other = longer;
  other.replace(other.find("three"), 5, "nine");
  version.sentences = {"The same.", other + ".", "Only there, in words of its own."};
  version.pairs = align_sentences(std::vector<std::string_view>(shown.sentences.begin(), shown.sentences.end()),
                                  std::vector<std::string_view>(version.sentences.begin(), version.sentences.end()),
                                  SentenceOrder::Kept);
  shown.versions = {version};
  const std::string out = text_of(shown, true);
  CHECK(holds(out, "Also as: wire-1 (undated): 1 sentence left out, 1 changed, 1 added"));
  CHECK(holds(out, "~ Trade grew by [-three-] {+nine+} percent last year and word0"));
  CHECK(holds(out, "…"));
  CHECK_FALSE(holds(out.substr(out.find("~ ")), "word29"));
  CHECK(holds(out, "- Only here."));
  CHECK(holds(out, "+ Only there, in words of its own."));
  CHECK_FALSE(holds(out, "- The same."));
}

TEST_CASE("colour codes and control characters of a record do not meet") {
  std::string out;
  ShownStatement shown = shown_of("He said \x1b[2J that.", {said(8, 16, "He\x07")});
  render_shown_text(shown, {{.colour = true, .width = 80}, false, false}, out);
  CHECK_FALSE(holds(out, "\x1b[2J"));
  CHECK_FALSE(holds(out, "\x07"));
  CHECK(holds(out, "\x1b[32m"));
}
