// SPDX-License-Identifier: GPL-3.0-or-later
// 2019-11-15..2021-02 is: 15th to 30th of M201911 by value, M201912, Y2020, M202101, M202102.
#include "searcher/query/date_query.h"

#include <algorithm>
#include <string>
#include <vector>

#include "schema/terms.h"

namespace communique::searcher {
namespace {

using schema::Date;
using schema::DateRange;

// Nothing is dated before the first or after the last day there is.
const Date kFirstDay{1, 1, 1};
const Date kLastDay{9999, 12, 31};

// A range over more whole years than this is one value range: that costs more per document than the terms, but so many
// terms cost more still.
constexpr int kMostYearTerms = 40;

Date make_date(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

Xapian::Query values(const Date& from, const Date& to) {
  return {Xapian::Query::OP_VALUE_RANGE, schema::slot::kDate, schema::date_value(from), schema::date_value(to)};
}

std::string two_digits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}
std::string four_digits(int number) { return two_digits(number / 100) + two_digits(number % 100); }

Xapian::Query year_term(int year) { return Xapian::Query(schema::make_term(schema::prefix::kYear, four_digits(year))); }

/// Collects what makes up a period: whole years, and the parts of years at its ends.
class PeriodQuery {
 public:
  PeriodQuery(const Date& from, const Date& to) : from_(from), to_(to) {}

  Xapian::Query build() {
    const bool from_start = from_.month == 1 && from_.day == 1;
    const bool to_end = to_.month == 12 && to_.day == 31;
    if (from_.year == to_.year && !(from_start && to_end)) {
      add_part(from_, to_);
    } else {
      if (!from_start) add_part(from_, make_date(from_.year, 12, 31));
      add_years(from_.year + (from_start ? 0 : 1), to_.year - (to_end ? 0 : 1));
      if (!to_end) add_part(make_date(to_.year, 1, 1), to_);
    }
    return Xapian::Query(Xapian::Query::OP_OR, parts_.begin(), parts_.end());
  }

 private:
  void add_years(int first, int last) {
    if (last - first >= kMostYearTerms) {
      parts_.push_back(values(make_date(first, 0, 0), make_date(last, 12, 31)));
      return;
    }
    for (int year = first; year <= last; ++year) parts_.push_back(year_term(year));
  }

  /// Less than a year: `from` and `to` are of the same one.
  void add_part(const Date& from, const Date& to) {
    for (int month = from.month; month <= to.month; ++month) {
      const Date first = month == from.month ? from : make_date(from.year, month, 1);
      const Date last = month == to.month ? to : make_date(from.year, month, 0).last_day();
      add_month(first, last);
    }
  }

  void add_month(const Date& first, const Date& last) {
    const Xapian::Query term(
        schema::make_term(schema::prefix::kMonth, four_digits(first.year) + two_digits(first.month)));
    if (first.day == 1 && last == make_date(first.year, first.month, 0).last_day()) {
      parts_.push_back(term);
    } else {
      parts_.emplace_back(Xapian::Query::OP_AND, term, values(first, last));
    }
  }

  Date from_;
  Date to_;
  std::vector<Xapian::Query> parts_;
};

DateRange intersection(const DateRange& a, const DateRange& b) {
  DateRange both = a;
  if (b.from && (!both.from || *both.from < *b.from)) both.from = b.from;
  if (b.to && (!both.to || *b.to < *both.to)) both.to = b.to;
  return both;
}

DateRange hull(const DateRange& a, const DateRange& b) {
  DateRange either;
  if (a.from && b.from) either.from = std::min(*a.from, *b.from);
  if (a.to && b.to) either.to = std::max(*a.to, *b.to);
  return either;
}

}  // namespace

std::optional<YearBounds> year_bounds(const schema::Manifest& manifest) {
  std::optional<YearBounds> bounds;
  for (const schema::ShardEntry& shard : manifest.shards) {
    if (!shard.from || !shard.to) continue;
    if (!bounds) bounds = YearBounds{shard.from->year, shard.to->year};
    bounds->first = std::min<int>(bounds->first, shard.from->year);
    bounds->last = std::max<int>(bounds->last, shard.to->year);
  }
  return bounds;
}

Xapian::Query date_query(const DateRange& range, const std::optional<YearBounds>& bounds) {
  if (!bounds) return Xapian::Query::MatchNothing;
  const Date from = std::max(range.from.value_or(kFirstDay), make_date(bounds->first, 1, 1));
  const Date to = std::min(range.to.value_or(kLastDay), make_date(bounds->last, 12, 31));
  return from <= to ? PeriodQuery(from, to).build() : Xapian::Query::MatchNothing;
}

DateRange period_of(const FieldClause& clause) {
  static const DateRange kNothing{kLastDay, kFirstDay};
  if (clause.field == schema::FieldId::After) {
    const auto date = schema::parse_date(clause.value);
    if (!date || date->last_day() == kLastDay) return kNothing;
    return {schema::add_days(date->last_day(), 1), std::nullopt};
  }
  if (clause.field == schema::FieldId::Before) {
    const auto date = schema::parse_date(clause.value);
    if (!date || date->first_day() == kFirstDay) return kNothing;
    return {std::nullopt, schema::add_days(date->first_day(), -1)};
  }
  const auto range = schema::parse_date_range(clause.value);
  return range ? *range : kNothing;
}

DateRange period_of(const QueryNode& node) {
  if (const auto* field = std::get_if<FieldClause>(&node.clause)) {
    const bool dated = schema::field(field->field).kind == schema::FieldKind::DateRange;
    return dated ? period_of(*field) : DateRange{};
  }
  if (const auto* statement = std::get_if<SameStatementClause>(&node.clause)) {
    return period_of(statement->operands.front());
  }
  if (const auto* all = std::get_if<AndClause>(&node.clause)) {
    DateRange period;
    for (const QueryNode& operand : all->operands) period = intersection(period, period_of(operand));
    return period;
  }
  if (const auto* any = std::get_if<OrClause>(&node.clause)) {
    DateRange period = period_of(any->operands.front());
    for (const QueryNode& operand : any->operands) period = hull(period, period_of(operand));
    return period;
  }
  return {};
}

}  // namespace communique::searcher
