// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/first_use.h"

#include <algorithm>
#include <array>

#include "schema/utf8.h"
#include "searcher/listing/delimited.h"
#include "searcher/render/excerpt.h"
#include "searcher/render/json_values.h"
#include "searcher/render/marked_text.h"
#include "searcher/render/numbers.h"
#include "searcher/render/palette.h"
#include "searcher/render/wrap.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kExcerptBytes = 240;
constexpr std::size_t kDateColumns = 12;

std::string date_text(const FirstPlace& place) { return place.date ? place.date->to_string() : "undated"; }

class FirstUsePage {
 public:
  FirstUsePage(const FirstUse& found, const TextStyle& style, std::string& out)
      : found_(found), style_(style), palette_(style.colour), out_(out) {}

  void render() {
    if (!found_.statement) {
      out_ += "Nothing matches.\n";
      return;
    }
    add_first();
    for (const FirstTable& table : found_.tables) add_table(table);
    std::string sum = counted(found_.passages, "passage") + " in " + counted(found_.statements, "statement");
    if (found_.undated > 0) sum += ", " + grouped(found_.undated) + " of them undated: these come last";
    line(0, palette_.dim, "\n" + sum + ".");
    if (found_.maybe_earlier > 0) {
      line(0, palette_.dim,
           counted(found_.maybe_earlier, "statement") +
               ", dated to a month or a year only, may be earlier than the first.");
    }
  }

 private:
  void line(std::size_t indent, std::string_view colour, std::string_view text) {
    add_paragraph(text, {style_.width, indent, colour, palette_.end}, out_);
  }

  void add_first() {
    const schema::StatementRecord& statement = *found_.statement;
    line(0, palette_.title,
         "First: " + date_label(statement) + (statement.title.empty() ? "" : " · " + statement.title));
    std::string facts;
    for (const std::string* fact : {&statement.country, &statement.speaker, &statement.source, &statement.type}) {
      if (!fact->empty()) facts += *fact + " · ";
    }
    line(kIndent, palette_.dim, facts + schema::passage_id(statement.id, found_.passage.number));
    Wrapper lines(style_.width, kIndent, out_);
    for (const TextRange& piece : excerpt(found_.passage, found_.highlights, kExcerptBytes)) {
      add_marked(lines, found_.passage.text, piece, found_.highlights, palette_);
      lines.add(" … ");
    }
    lines.finish();
  }

  void add_table(const FirstTable& table) {
    out_ += '\n';
    line(0, palette_.title,
         "First by " + std::string(table.by == FirstBy::SaidBy ? "who says it" : to_string(table.by)));
    for (const FirstRow& row : table.rows) {
      std::string date = date_text(row.first);
      date.append(date.size() < kDateColumns ? kDateColumns - date.size() : 1, ' ');
      out_ += std::string(kIndent, ' ') + date;
      const std::string label = schema::without_controls(row.label);
      std::string counts = counted(row.statements, "statement") + ", " + counted(row.passages, "passage");
      if (row.statements > 1) counts += ", latest " + date_text(row.latest);
      Wrapper lines(style_.width > kIndent + kDateColumns ? style_.width - kIndent - kDateColumns : 0, 0, out_);
      const std::size_t before = out_.size();
      lines.add(label + " (" + counts + ") " + row.first.passage);
      lines.finish();
      indent_after(before);
    }
    if (table.others > 0) line(kIndent, palette_.dim, "and " + grouped(table.others) + " more (--limit)");
    if (table.statements_without > 0) {
      line(kIndent, palette_.dim, "of nobody known: " + counted(table.statements_without, "statement"));
    }
  }

  /// The further lines of a row stand below its first.
  void indent_after(std::size_t begin) {
    for (std::size_t at = out_.find('\n', begin); at != std::string::npos && at + 1 < out_.size();) {
      out_.insert(at + 1, kIndent + kDateColumns, ' ');
      at = out_.find('\n', at + 1);
    }
  }

  const FirstUse& found_;
  const TextStyle& style_;
  Palette palette_;
  std::string& out_;
};

Json place_json(const FirstPlace& place) {
  return {{"date", place.date ? Json(place.date->to_string()) : Json(nullptr)},
          {"statement", place.statement},
          {"passage", place.passage},
          {"title", text_or_null(place.title)}};
}

Json table_json(const FirstTable& table) {
  Json rows = Json::array();
  for (const FirstRow& row : table.rows) {
    rows.push_back({{"value", row.value},
                    {"label", row.label},
                    {"first", place_json(row.first)},
                    {"latest", place_json(row.latest)},
                    {"statements", row.statements},
                    {"passages", row.passages}});
  }
  return {{"by", to_string(table.by)},
          {"rows", std::move(rows)},
          {"others", table.others},
          {"statements_without", table.statements_without}};
}

Json first_json(const FirstUse& found) {
  const schema::CodePointIndex points(found.passage.text);
  Json marks = Json::array();
  for (const Highlight& mark : found.highlights) marks.push_back({points.at(mark.start), points.at(mark.end)});
  return {{"statement", statement_json(*found.statement)},
          {"passage",
           {{"id", schema::passage_id(found.statement->id, found.passage.number)},
            {"text", found.passage.text},
            {"highlights", std::move(marks)}}}};
}

}  // namespace

void render_first_use_text(const FirstUse& found, const TextStyle& style, std::string& out) {
  FirstUsePage(found, style, out).render();
}

void render_first_use_json(const FirstUse& found, std::string& out) {
  Json json = {{"api_version", kJsonApiVersion},
               {"query", {{"text", found.query}, {"parsed", found.parsed}, {"notices", notices_json(found.notices)}}},
               {"total",
                {{"passages", found.passages},
                 {"statements", found.statements},
                 {"undated", found.undated},
                 {"maybe_earlier", found.maybe_earlier}}},
               {"said_by_read", found.said_read},
               {"first", found.statement ? first_json(found) : Json(nullptr)},
               {"tables", Json::array()},
               {"took_ms", found.took_ms}};
  for (const FirstTable& table : found.tables) json["tables"].push_back(table_json(table));
  out += dump(json);
  out += '\n';
}

void render_first_use_csv(const FirstUse& found, std::string& out) {
  constexpr std::array<std::string_view, 9> kHeader = {
      "by", "value", "label", "first_date", "first_passage", "statements", "passages", "latest_date", "latest_passage"};
  append_row(kHeader, Delimiter::Comma, out);
  for (const FirstTable& table : found.tables) {
    for (const FirstRow& row : table.rows) {
      const std::string first = row.first.date ? row.first.date->to_string() : "";
      const std::string latest = row.latest.date ? row.latest.date->to_string() : "";
      const std::string statements = std::to_string(row.statements);
      const std::string passages = std::to_string(row.passages);
      const std::array<std::string_view, 9> cells = {to_string(table.by), row.value,  row.label, first,
                                                     row.first.passage,   statements, passages,  latest,
                                                     row.latest.passage};
      append_row(cells, Delimiter::Comma, out);
    }
  }
}

}  // namespace communique::searcher
