// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/facet_table.h"

#include <algorithm>
#include <vector>

#include "schema/utf8.h"
#include "searcher/render/numbers.h"
#include "searcher/render/wrap.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kWidestLabel = 48;
constexpr std::size_t kNarrowestLabel = 8;
constexpr std::string_view kStatements = "statements";
constexpr std::string_view kPassages = "passages";
constexpr std::size_t kGap = 2;

struct Row {
  std::string label;
  std::string statements;
  std::string passages;
};

Row row_of(std::string label, const FacetValue& value) {
  return {std::move(label), grouped(value.statements), grouped(value.passages)};
}

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::string blanks(width - std::min(display_width(text), width), ' ');
  return right ? blanks + text : text + blanks;
}

}  // namespace

std::string_view name_of_none(FacetField field) {
  switch (field) {
    case FacetField::SaidBy:
      return "(no known leader)";
    case FacetField::Mentions:
      return "(nobody known)";
    case FacetField::Year:
      return "(undated)";
    case FacetField::Month:
      return "(month not known)";
    default:
      return "(not known)";
  }
}

std::string facet_table(const Facet& facet, std::size_t width) {
  std::vector<Row> rows = {{std::string(to_string(facet.field)), std::string(kStatements), std::string(kPassages)}};
  for (const FacetValue& value : facet.values) rows.push_back(row_of(value.label, value));
  if (facet.other_values > 0) rows.push_back(row_of(counted(facet.other_values, "other"), facet.others));
  const bool some_without = facet.none.statements > 0 || facet.none.passages > 0;
  if (some_without) rows.push_back(row_of(std::string(name_of_none(facet.field)), facet.none));
  std::size_t label = 0;
  std::size_t statements = 0;
  std::size_t passages = 0;
  for (const Row& row : rows) {
    label = std::max(label, display_width(row.label));
    statements = std::max(statements, row.statements.size());
    passages = std::max(passages, row.passages.size());
  }
  const bool narrow = width < statements + passages + 2 * kGap + kNarrowestLabel;
  if (narrow) passages = 0;  // statements say more
  const std::size_t figures = statements + kGap + (narrow ? 0 : passages + kGap);
  const std::size_t room = width > figures + kNarrowestLabel ? width - figures : kNarrowestLabel;
  label = std::min({label, room, kWidestLabel});
  std::string table;
  for (const Row& row : rows) {
    table += padded(shortened(row.label, label), label, false) + std::string(kGap, ' ');
    table += padded(row.statements, statements, true);
    if (!narrow) table += std::string(kGap, ' ') + padded(row.passages, passages, true);
    table += '\n';
  }
  return schema::without_controls(table);
}

}  // namespace communique::searcher
