// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/first_use/tally.h"

#include <algorithm>
#include <tuple>

namespace communique::searcher {
namespace {

FirstPlace place_of(const TalliedPassage& passage) {
  FirstPlace place{passage.statement.id,
                   schema::passage_id(passage.statement.id, passage.passage_number),
                   passage.statement.title,
                   {}};
  if (passage.statement.dated()) place.date = passage.statement.date;
  return place;
}

}  // namespace

std::uint32_t certain_day(const schema::StatementRecord& statement) {
  return statement.dated() ? statement.date.last_day().key() : ~0U;
}

void FirstTally::add(const std::string& value, const std::string& label, const TalliedPassage& passage) {
  const auto [found, is_new] = entries_.try_emplace(value);
  Entry& entry = found->second;
  const std::uint32_t day = certain_day(passage.statement);
  const auto before = [&](const FirstPlace& other, std::uint32_t other_day) {
    return std::tie(day, passage.statement.id) < std::tie(other_day, other.statement);
  };
  if (is_new) {
    entry.row.value = value;
    entry.row.label = label;
  }
  if (is_new || before(entry.row.first, entry.first_day)) {
    entry.row.first = place_of(passage);
    entry.first_day = day;
  }
  // An undated statement is the latest only where there is no dated one.
  const bool later = passage.statement.dated() && (day > entry.latest_day || !entry.row.latest.date);
  if (is_new || later) {
    entry.row.latest = place_of(passage);
    entry.latest_day = day;
  }
  ++entry.row.passages;
  if (is_new || entry.last_statement != passage.statement_number) ++entry.row.statements;
  entry.last_statement = passage.statement_number;
}

FirstTable FirstTally::table(FirstBy by, std::size_t limit) const {
  std::vector<const Entry*> order;
  for (const auto& [value, entry] : entries_) order.push_back(&entry);
  std::sort(order.begin(), order.end(), [](const Entry* a, const Entry* b) {
    return std::tie(a->first_day, a->row.first.statement, a->row.value) <
           std::tie(b->first_day, b->row.first.statement, b->row.value);
  });
  FirstTable table;
  table.by = by;
  table.others = order.size() > limit ? order.size() - limit : 0;
  table.statements_without = without_;
  for (std::size_t i = 0; i < std::min(limit, order.size()); ++i) table.rows.push_back(order[i]->row);
  return table;
}

}  // namespace communique::searcher
