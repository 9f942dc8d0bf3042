// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/listing/columns.h"

#include <algorithm>
#include <array>

#include "schema/countries.h"
#include "schema/utf8.h"
#include "schema/words.h"
#include "searcher/eval/run.h"
#include "searcher/nearest_name.h"
#include "searcher/said.h"

namespace communique::searcher {
namespace {

constexpr unsigned bit(Listing listing) { return 1U << static_cast<unsigned>(listing); }
constexpr unsigned kPage = bit(Listing::Page);
constexpr unsigned kLines = bit(Listing::Lines);
constexpr unsigned kHits = kPage | bit(Listing::All);
constexpr unsigned kEvery = kHits | kLines;
constexpr unsigned kSaying = needs::kPassage | needs::kMarks;

/// Adds to a list in one cell, each value once.
void append_value(std::string_view value, std::vector<std::string_view>& seen, std::string& cell) {
  if (value.empty() || std::find(seen.begin(), seen.end(), value) != seen.end()) return;
  seen.push_back(value);
  if (!cell.empty()) cell += "; ";
  cell += value;
}

std::string_view leader_name(const std::string& leader, const TableRow& row) {
  for (const auto& [id, name] : row.statement->leaders) {
    if (id == leader) return name;
  }
  return leader;
}

void append_said_by(const TableRow& row, std::string& cell, bool ids) {
  std::vector<std::string_view> seen;
  for (const schema::AttributionRecord* one : attributions_holding(*row.passage, *row.marks)) {
    for (const schema::SpeakerRecord& speaker : one->speakers) {
      if (ids) {
        append_value(speaker.leader, seen, cell);
      } else {
        append_value(speaker.leader.empty() ? std::string_view(speaker.name) : leader_name(speaker.leader, row), seen,
                     cell);
      }
    }
  }
}

void append_mentions(const TableRow& row, std::string& cell, bool ids) {
  std::vector<std::string_view> seen;
  for (const schema::MentionRecord& mention : row.passage->mentions) {
    append_value(ids ? std::string_view(mention.leader) : leader_name(mention.leader, row), seen, cell);
  }
}

void append_date(const TableRow& row, std::string& cell, std::size_t bytes) {
  if (!row.statement->dated()) return;
  const std::string date = row.statement->date.to_string();
  if (bytes == std::string::npos || date.size() >= bytes) cell += date.substr(0, bytes);
}

std::uint64_t words_of(const schema::PassageRecord& passage) {
  return static_cast<std::uint64_t>(schema::split_words(passage.text).size());
}

constexpr std::array kColumns = {
    Column{"rank", "place in the list", kHits, 0, true,
           [](const TableRow& row, std::string& cell) { cell += std::to_string(row.rank); }},
    Column{"score", "of the ranking; comparable within one result only", kPage, 0, true,
           [](const TableRow& row, std::string& cell) { cell += score_text(row.score); }},
    Column{"partial", "true: it holds some of the words only", kPage, 0, true,
           [](const TableRow& row, std::string& cell) { cell += row.partial ? "true" : "false"; }},
    Column{"left", "the words before the match", kLines, 0, false,
           [](const TableRow& row, std::string& cell) { cell += row.line->left; }},
    Column{"match", "what matched", kLines, 0, false,
           [](const TableRow& row, std::string& cell) { cell += row.line->match; }},
    Column{"right", "the words after the match", kLines, 0, false,
           [](const TableRow& row, std::string& cell) { cell += row.line->right; }},
    Column{"statement_id", "the statement's id", kEvery, 0, false,
           [](const TableRow& row, std::string& cell) { cell += row.statement->id; }},
    Column{"passage_id", "the passage's id, as show and cite take it", kEvery, 0, false,
           [](const TableRow& row, std::string& cell) {
             if (row.passage_number > 0) cell += schema::passage_id(row.statement->id, row.passage_number);
           }},
    Column{"passage_number", "its number within the statement, from 1", kEvery, 0, true,
           [](const TableRow& row, std::string& cell) {
             if (row.passage_number > 0) cell += std::to_string(row.passage_number);
           }},
    Column{"date", "as precisely as it is known: 2021, 2021-03 or 2021-03-09", kEvery, 0, false,
           [](const TableRow& row, std::string& cell) { append_date(row, cell, std::string::npos); }},
    Column{"year", "2021", kEvery, 0, true, [](const TableRow& row, std::string& cell) { append_date(row, cell, 4); }},
    Column{"month", "2021-03; empty if only the year is known", kEvery, 0, false,
           [](const TableRow& row, std::string& cell) { append_date(row, cell, 7); }},
    Column{"date_origin", "where the date comes from", kEvery, 0, false,
           [](const TableRow& row, std::string& cell) { cell += schema::to_string(row.statement->date_origin); }},
    Column{"country", "who issued it: ISO 3166-1 alpha-3, or as given", kEvery, 0, false,
           [](const TableRow& row, std::string& cell) { cell += row.statement->country; }},
    Column{"country_name", "the same by name", kEvery, 0, false,
           [](const TableRow& row, std::string& cell) { cell += schema::country_name(row.statement->country); }},
    Column{"speaker", "the statement's speaker, as printed", kEvery, 0, false,
           [](const TableRow& row, std::string& cell) { cell += row.statement->speaker; }},
    Column{"title", "the statement's title", kEvery, 0, false,
           [](const TableRow& row, std::string& cell) { cell += row.statement->title; }},
    Column{"source", "where it was published", kEvery, 0, false,
           [](const TableRow& row, std::string& cell) { cell += row.statement->source; }},
    Column{"url", "its address", kEvery, 0, false,
           [](const TableRow& row, std::string& cell) { cell += row.statement->url; }},
    Column{"lang", "ISO 639-1", kEvery, 0, false,
           [](const TableRow& row, std::string& cell) { cell += row.statement->lang; }},
    Column{"type", "as given, else as found", kEvery, 0, false,
           [](const TableRow& row, std::string& cell) { cell += row.statement->type; }},
    Column{"said_by", "who says what matched (without words to match: anything in the passage)", kEvery, kSaying, false,
           [](const TableRow& row, std::string& cell) { append_said_by(row, cell, false); }},
    Column{"said_by_ids", "leaders among them, by id", kEvery, kSaying, false,
           [](const TableRow& row, std::string& cell) { append_said_by(row, cell, true); }},
    Column{"mentions", "leaders named in the passage", kEvery, needs::kPassage, false,
           [](const TableRow& row, std::string& cell) { append_mentions(row, cell, false); }},
    Column{"mention_ids", "the same by id", kEvery, needs::kPassage, false,
           [](const TableRow& row, std::string& cell) { append_mentions(row, cell, true); }},
    Column{"highlights", "what matched, as printed", kHits, kSaying, false,
           [](const TableRow& row, std::string& cell) {
             for (const Highlight& mark : *row.marks) {
               if (!cell.empty()) cell += "; ";
               cell.append(row.passage->text, mark.start, mark.end - mark.start);
             }
           }},
    Column{"start", "where the match begins in the passage, in code points from 0", kLines, needs::kPassage, true,
           [](const TableRow& row, std::string& cell) {
             cell += std::to_string(schema::CodePointCounter(row.passage->text).at(row.line->piece.start));
           }},
    Column{"end", "where it ends, not included", kLines, needs::kPassage, true,
           [](const TableRow& row, std::string& cell) {
             cell += std::to_string(schema::CodePointCounter(row.passage->text).at(row.line->piece.end));
           }},
    Column{"words", "how many words the passage has", kEvery, needs::kPassage, true,
           [](const TableRow& row, std::string& cell) { cell += std::to_string(words_of(*row.passage)); }},
    Column{"more_passages", "other matching passages of the statement that are not shown", kPage, 0, true,
           [](const TableRow& row, std::string& cell) { cell += std::to_string(row.more_passages); }},
    Column{"duplicates", "other versions of the statement in the index", kEvery, needs::kVersions, true,
           [](const TableRow& row, std::string& cell) { cell += std::to_string(row.duplicates); }},
    Column{"query", "the query, as typed", kEvery, 0, false,
           [](const TableRow& row, std::string& cell) { cell += row.query; }},
    Column{"text", "the passage", kEvery, needs::kPassage, false,
           [](const TableRow& row, std::string& cell) { cell += row.passage->text; }},
};

constexpr std::string_view kUsualOfPage =
    "rank,score,partial,statement_id,passage_id,date,date_origin,country,speaker,title,source,url,lang,type,"
    "more_passages,duplicates,text";
constexpr std::string_view kUsualOfAll =
    "statement_id,passage_id,date,date_origin,country,speaker,title,source,url,lang,type,said_by,mentions,duplicates,"
    "text";
constexpr std::string_view kUsualOfLines = "left,match,right,date,country,speaker,said_by,passage_id,title";

bool belongs(const Column& column, Listing listing) { return (column.listings & bit(listing)) != 0; }

std::string_view listing_of(const Column& column) {
  if (column.listings == kLines) return "it belongs to a concordance: give --kwic, too";
  if ((column.listings & kLines) != 0) return "it belongs to every list";
  return column.listings == kPage ? "it belongs to a page of ranked hits, not to --all or --kwic"
                                  : "it belongs to hits: leave out --kwic";
}

ValueError unknown_column(std::string_view name, Listing listing) {
  std::vector<std::string> names;
  for (const Column& column : kColumns) {
    if (column.name == name) return {"no column \"" + std::string(name) + "\" here", std::string(listing_of(column))};
    if (belongs(column, listing)) names.emplace_back(column.name);
  }
  const std::string nearest = nearest_name(name, names);
  const std::string first = nearest.empty() ? "" : "did you mean " + nearest + "? ";
  return {"unknown column \"" + std::string(name) + "\"", first + "There are: " + column_names(listing)};
}

}  // namespace

std::span<const Column> all_columns() { return kColumns; }

Columns usual_columns(Listing listing) {
  const std::string_view names = listing == Listing::Page  ? kUsualOfPage
                                 : listing == Listing::All ? kUsualOfAll
                                                           : kUsualOfLines;
  return choose_columns(names, listing).value();
}

Result<Columns> choose_columns(std::string_view names, Listing listing) {
  Columns columns;
  for (std::size_t start = 0; start <= names.size();) {
    const std::size_t end = std::min(names.find(',', start), names.size());
    std::string_view name = names.substr(start, end - start);
    while (name.starts_with(' ')) name.remove_prefix(1);
    while (name.ends_with(' ')) name.remove_suffix(1);
    start = end + 1;
    const auto* found = std::find_if(kColumns.begin(), kColumns.end(),
                                     [&](const Column& one) { return one.name == name && belongs(one, listing); });
    if (found == kColumns.end()) return unknown_column(name, listing);
    if (std::find(columns.begin(), columns.end(), found) != columns.end()) {
      return ValueError{"column " + std::string(name) + " is named twice", "name each column once"};
    }
    columns.push_back(found);
  }
  return columns;
}

std::string column_names(Listing listing) {
  std::string names;
  for (const Column& column : kColumns) {
    if (belongs(column, listing)) names += (names.empty() ? "" : ", ") + std::string(column.name);
  }
  return names;
}

unsigned needs_of(const Columns& columns) {
  unsigned needs = 0;
  for (const Column* column : columns) needs |= column->needs;
  return needs;
}

}  // namespace communique::searcher
