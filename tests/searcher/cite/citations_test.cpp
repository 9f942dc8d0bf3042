// SPDX-License-Identifier: GPL-3.0-or-later
// Citations in the forms that bibliographies want.
#include "searcher/render/citations.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace communique;
using namespace communique::searcher;

namespace {

Citation sample() {
  Citation citation;
  citation.key = "putin2021-call-1";
  citation.statement.id = "call-1";
  citation.statement.title = "100 % of A & B_C: {brace} #1 $ ~ ^ \\ “curly”";
  citation.statement.date = {2021, 3, 9};
  citation.statement.date_origin = schema::DateOrigin::Metadata;
  citation.statement.source = "President of Russia";
  citation.statement.url = "https://example.org/a_b?c=1&d=%20{x}";
  citation.statement.type = "call";
  citation.author.family = "Putin";
  citation.author.given = "Vladimir";
  citation.accessed = schema::Date{2026, 11, 23};
  CitationNote note;
  note.statement = "call-1";
  note.place = {2, 0, 5};
  note.length = 5;
  note.sha256 = std::string(64, 'a');
  citation.notes = {note};
  citation.texts = {"Words"};
  return citation;
}

std::string rendered(void (*render)(const Citations&, std::string&), const Citation& citation) {
  Citations citations;
  citations.items = {citation};
  std::string out;
  render(citations, out);
  return out;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("BibTeX escapes what it would read as commands, and braces stay balanced") {
  const std::string out = rendered(render_citations_bibtex, sample());
  CHECK(holds(out,
              "title        = {{100 \\% of A \\& B\\_C: \\textbraceleft{}brace\\textbraceright{} \\#1 \\$ "
              "\\textasciitilde{} \\textasciicircum{} \\textbackslash{} “curly”}}"));
  CHECK(holds(out, "author       = {Putin, Vladimir}"));
  CHECK(holds(out, "month        = mar"));
  CHECK(holds(out, "date         = {2021-03-09}"));
  CHECK(holds(out, "url          = {https://example.org/a_b?c=1&d=%20%7Bx%7D}"));
  CHECK(holds(out, "urldate      = {2026-11-23}"));
  int depth = 0;
  for (const char c : out) depth += c == '{' ? 1 : c == '}' ? -1 : 0;
  CHECK(depth == 0);
}

TEST_CASE("names that must not be divided stand in braces of their own") {
  Citation citation = sample();
  citation.author = {};
  citation.author.literal = "Xi Jinping";
  CHECK(holds(rendered(render_citations_bibtex, citation), "author       = {{Xi Jinping}}"));
  CHECK(holds(rendered(render_citations_chicago, citation), "Xi Jinping. “"));
  const auto csl = nlohmann::json::parse(rendered(render_citations_csl, citation));
  CHECK(csl[0]["author"][0]["literal"] == "Xi Jinping");
}

TEST_CASE("RIS has one tag a line, ended by CR LF, and ends each item") {
  Citation citation = sample();
  citation.statement.title = "Two\nlines";
  const std::string out = rendered(render_citations_ris, citation);
  CHECK(out.starts_with("TY  - ELEC\r\n"));
  CHECK(out.ends_with("ER  - \r\n"));
  CHECK(holds(out, "\r\nTI  - Two lines\r\n"));
  CHECK(holds(out, "\r\nDA  - 2021/03/09/\r\n"));
  CHECK(holds(out, "\r\nY2  - 2026/11/23/\r\n"));
  for (std::size_t at = out.find('\n'); at != std::string::npos; at = out.find('\n', at + 1))
    CHECK(out[at - 1] == '\r');
}

TEST_CASE("dates are as precise as they are known") {
  struct Row {
    schema::Date date;
    std::string csl, chicago, ris;
  };
  for (const Row& row : {Row{{2021, 0, 0}, "[[2021]]", ", 2021,", "DA  - 2021///\r\n"},
                         Row{{2021, 3, 0}, "[[2021,3]]", ", March 2021,", "DA  - 2021/03//\r\n"},
                         Row{{2021, 3, 9}, "[[2021,3,9]]", ", March 9, 2021,", "DA  - 2021/03/09/\r\n"}}) {
    Citation citation = sample();
    citation.statement.date = row.date;
    const auto csl = nlohmann::json::parse(rendered(render_citations_csl, citation));
    CHECK(csl[0]["issued"]["date-parts"].dump() == row.csl);
    CHECK(holds(rendered(render_citations_chicago, citation), row.chicago));
    CHECK(holds(rendered(render_citations_ris, citation), row.ris));
  }
  Citation undated = sample();
  undated.statement.date_origin = schema::DateOrigin::None;
  CHECK_FALSE(nlohmann::json::parse(rendered(render_citations_csl, undated))[0].contains("issued"));
  CHECK(holds(rendered(render_citations_chicago, undated), ", n.d.,"));
  CHECK_FALSE(holds(rendered(render_citations_bibtex, undated), "year"));
}

TEST_CASE("a title keeps its own last sign, and an untitled statement is called by its kind") {
  Citation citation = sample();
  citation.statement.title = "Who said it?";
  CHECK(holds(rendered(render_citations_chicago, citation), "“Who said it?” President of Russia"));
  citation.statement.title.clear();
  CHECK(holds(rendered(render_citations_chicago, citation), "Putin, Vladimir. Readout of a telephone call. President"));
}

TEST_CASE("a speech and an interview are such, all else a document or a page") {
  struct Row {
    std::string type, url, csl;
  };
  for (const Row& row :
       {Row{"speech", "https://x", "speech"}, Row{"remarks", "", "speech"}, Row{"interview", "https://x", "interview"},
        Row{"call", "https://x", "webpage"}, Row{"call", "", "document"}, Row{"", "", "document"}}) {
    Citation citation = sample();
    citation.statement.type = row.type;
    citation.statement.url = row.url;
    CHECK(nlohmann::json::parse(rendered(render_citations_csl, citation))[0]["type"] == row.csl);
  }
}
