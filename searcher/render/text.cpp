// SPDX-License-Identifier: GPL-3.0-or-later
// Results for people at a terminal: what was said, when, by whom, where, with the words that matched.
#include <algorithm>
#include <string>

#include "searcher/render/attribution_text.h"
#include "searcher/render/excerpt.h"
#include "searcher/render/facet_table.h"
#include "searcher/render/marked_text.h"
#include "searcher/render/numbers.h"
#include "searcher/render/palette.h"
#include "searcher/render/render.h"
#include "searcher/render/score_table.h"
#include "searcher/render/wrap.h"
#include "searcher/said.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kExcerptLines = 4;
constexpr std::size_t kIndent = 4;
constexpr std::size_t kRagged = 5;
constexpr std::string_view kNoBreakSpace = "\u00a0";

std::string label_of(const Hit& hit) { return hit.statement.title.empty() ? hit.passage.text : hit.statement.title; }

/// "Vladimir Putin (reported: “said”)"; each speaker and manner once.
std::string said_line(const Hit& hit) {
  constexpr std::size_t kMost = 4;
  std::vector<std::string> entries;
  for (const schema::AttributionRecord* attribution : told_attributions(hit.passage, hit.highlights)) {
    std::string entry = speakers_text(*attribution, hit.statement);
    entry += " (" + manner_text(*attribution, hit.passage) + ")";
    if (std::find(entries.begin(), entries.end(), entry) == entries.end()) entries.push_back(std::move(entry));
  }
  std::string line;
  for (std::size_t i = 0; i < std::min(entries.size(), kMost); ++i) line += (i == 0 ? "" : "; ") + entries[i];
  if (entries.size() > kMost) line += "; and " + std::to_string(entries.size() - kMost) + " more";
  return line;
}

class TextPage {
 public:
  TextPage(const SearchResult& result, const TextStyle& style, std::string& out)
      : result_(result), style_(style), palette_(style.colour), out_(out) {}

  void render() {
    bool partial = false;
    for (const Hit& hit : result_.hits) {
      if (hit.partial && !partial) section("Passages with some of the words");
      partial = hit.partial;
      add(hit);
    }
    summary();
    for (const Facet& facet : result_.facets) out_ += "\n" + facet_table(facet, style_.width);
  }

  void add(const Hit& hit) {
    std::string rank = std::to_string(hit.rank) + ".";
    rank.append(rank.size() < kIndent ? kIndent - rank.size() : 1, ' ');
    out_ += rank;
    out_ += palette_.title;
    out_ += shortened(label_of(hit), std::max<std::size_t>(style_.width - rank.size(), 10));
    out_ += palette_.end;
    out_ += '\n';
    line(facts_of(hit.statement) + " · " + (hit.is_head ? hit.statement.id : hit.passage_id), palette_.dim);
    if (const std::string said = hit.is_head ? std::string() : said_line(hit); !said.empty()) {
      line("Said by " + said, palette_.speaker);
    }
    add_passage(hit);
    if (hit.more_passages > 0) line("+" + counted(hit.more_passages, "more passage") + " of this statement", {});
    add_versions(hit);
    if (const std::string table = score_table(hit, style_.width, kIndent); !table.empty()) {
      out_ += std::string(palette_.dim) + table + std::string(palette_.end);
    }
    out_ += '\n';
  }

 private:
  void line(std::string_view text, std::string_view colour) {
    add_paragraph(text, {style_.width, kIndent, colour, colour.empty() ? std::string_view() : palette_.end}, out_);
  }

  void section(std::string_view name) {
    out_ += palette_.dim;
    out_ += "── ";
    out_ += name;
    out_ += " ──";
    out_ += palette_.end;
    out_ += "\n\n";
  }

  void add_versions(const Hit& hit) {
    if (hit.duplicates == 0) return;
    line(result_.all_versions ? "one of " + counted(hit.duplicates + 1, "version")
                              : "+" + counted(hit.duplicates, "other version") + " (--all-versions)",
         {});
  }

  void add_passage(const Hit& hit) {
    if (hit.passage_id.empty()) return;
    const std::string_view text = hit.passage.text;
    Wrapper lines(style_.width, kIndent, out_);
    // Lines end between words: some columns of each stay empty.
    const std::size_t room = (style_.width - kIndent - kRagged) * kExcerptLines;
    const auto pieces =
        style_.full ? std::vector<TextRange>{{0, text.size()}} : excerpt(hit.passage, hit.highlights, room);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    for (const TextRange& piece : pieces) {
      if (&piece != &pieces.front()) lines.add(std::string(kNoBreakSpace) + "… ");
      if (&piece == &pieces.front() && piece.start > first) lines.add("… ");
      add_marked(lines, text, piece, hit.highlights, palette_);
    }
    const bool cut = !pieces.empty() && last != std::string_view::npos && pieces.back().end <= last;
    if (cut) lines.add(std::string(kNoBreakSpace) + "…");
    lines.finish();
  }

  void summary() {
    if (result_.hits.empty() && result_.total_passages == 0) return;
    std::string line;
    const std::uint64_t partial = result_.partial_total;
    if (partial == 0 || result_.total_passages > 0) {
      line = result_.exact ? "" : "About ";
      line += counted(result_.total_passages, "passage") + " in " + counted(result_.total_statements, "statement");
      if (partial > 0) line += "; " + grouped(partial) + " more with some of the words";
    } else {
      line = "No passage holds all the words; " + grouped(partial) + " with some of them";
    }
    const std::size_t first = result_.hits.empty() ? 0 : result_.hits.front().rank;
    const std::size_t last = result_.hits.empty() ? 0 : result_.hits.back().rank;
    if (!result_.hits.empty() && partial == 0 && (first > 1 || is_more())) {
      line += "; shown: " + grouped(first) + " to " + grouped(last);
      if (is_more()) line += ", --offset " + std::to_string(last) + " shows more";
    }
    out_ += palette_.dim;
    out_ += line + ".";
    out_ += palette_.end;
    out_ += '\n';
  }

  /// True if the page is not the last: what it shows and says to be of its statements is not all.
  bool is_more() const {
    if (result_.unit == Unit::Statement) return result_.hits.back().rank < result_.total_statements;
    std::uint64_t accounted = result_.hits.front().rank - 1;
    for (const Hit& hit : result_.hits) accounted += 1 + hit.more_passages;
    return accounted < result_.total_passages;
  }

  const SearchResult& result_;
  const TextStyle& style_;
  Palette palette_;
  std::string& out_;
};

}  // namespace

std::string date_label(const schema::StatementRecord& statement) {
  switch (statement.date_origin) {
    case schema::DateOrigin::None:
      return "undated";
    case schema::DateOrigin::Metadata:
      return statement.date.to_string();
    case schema::DateOrigin::Path:
      return statement.date.to_string() + " (from the file's name)";
    case schema::DateOrigin::Dateline:
      return statement.date.to_string() + " (from the dateline)";
    case schema::DateOrigin::Inferred:
      return statement.date.to_string() + " (inferred)";
  }
  return "undated";
}

std::string facts_of(const schema::StatementRecord& statement) {
  std::string facts = date_label(statement);
  for (const std::string* fact : {&statement.country, &statement.speaker, &statement.source, &statement.type}) {
    if (!fact->empty()) facts += " · " + *fact;
  }
  return facts;
}

void render_hit_text(const Hit& hit, const SearchResult& of, const TextStyle& style, std::string& out) {
  TextPage(of, style, out).add(hit);
}

void render_text(const SearchResult& result, const TextStyle& style, std::string& out) {
  TextPage(result, style, out).render();
}

}  // namespace communique::searcher
