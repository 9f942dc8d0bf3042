// SPDX-License-Identifier: GPL-3.0-or-later
// What can stand in a row of a table, and how is it read from a hit? One table of columns for pages, exports and
// concordances; help and messages read it, too.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/error.h"
#include "schema/record.h"
#include "searcher/search.h"

namespace communique::searcher {

/// What is listed; not every column makes sense in each.
enum class Listing {
  Page,   ///< the best hits
  All,    ///< every match
  Lines,  ///< a line for each match within a text
};

/// A match with the words around it, white space as in the text: views of texts that the row's maker keeps.
struct LineParts {
  std::string_view left;
  std::string_view match;
  std::string_view right;
  Highlight piece;  ///< the match in its passage
};

/// What the cells of a row are read from. Null: not there, or no column of the table needs it.
struct TableRow {
  std::string_view query;
  std::size_t rank = 0;
  double score = 0;
  bool partial = false;
  const schema::StatementRecord* statement = nullptr;  ///< always there
  std::uint32_t passage_number = 0;                    ///< 0: the statement has no text
  const schema::PassageRecord* passage = nullptr;
  const std::vector<Highlight>* marks = nullptr;
  std::uint64_t more_passages = 0;
  std::uint64_t duplicates = 0;
  const LineParts* line = nullptr;
};

/// What must be looked up for a column, beyond the statement.
namespace needs {
inline constexpr unsigned kPassage = 1;
inline constexpr unsigned kMarks = 2;
inline constexpr unsigned kVersions = 4;
}  // namespace needs

struct Column {
  std::string_view name;
  std::string_view help;
  unsigned listings = 0;  ///< bits 1 << Listing
  unsigned needs = 0;
  bool literal = false;  ///< a number or truth value: without quotation marks in JSON
  void (*append)(const TableRow& row, std::string& cell) = nullptr;  ///< appends nothing if there is no value
};

using Columns = std::vector<const Column*>;

/// All there are, in the order of help.
std::span<const Column> all_columns();
/// Those that are shown where none are chosen.
Columns usual_columns(Listing listing);
/// "date,speaker,text" as columns, in that order. An error names the nearest column and all that there are.
Result<Columns> choose_columns(std::string_view names, Listing listing);
/// The names of all columns of a listing: "rank, score, ...".
std::string column_names(Listing listing);
/// The union of what they need.
unsigned needs_of(const Columns& columns);

}  // namespace communique::searcher
