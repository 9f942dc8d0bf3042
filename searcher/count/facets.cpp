// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/count/facets.h"

#include <algorithm>
#include <array>
#include <map>

#include "schema/countries.h"
#include "schema/terms.h"
#include "searcher/matches/match_count.h"
#include "searcher/said.h"

namespace communique::searcher {
namespace {

namespace prefix = schema::prefix;

struct FacetRow {
  FacetField field;
  std::string_view name;
  std::array<std::string_view, 2> prefixes;  ///< of its terms; the second may be empty
  bool of_passages = false;                  ///< passages of one statement differ
};

constexpr std::array kRows = {
    FacetRow{FacetField::Speaker, "speaker", {prefix::kSpeaker, prefix::kPrintedSpeaker}},
    FacetRow{FacetField::SaidBy, "said-by", {prefix::kSaid}, true},
    FacetRow{FacetField::Mentions, "mentions", {prefix::kMention}, true},
    FacetRow{FacetField::Country, "country", {prefix::kCountry}},
    FacetRow{FacetField::Year, "year", {prefix::kYear}},
    FacetRow{FacetField::Month, "month", {prefix::kMonth}},
    FacetRow{FacetField::Type, "type", {prefix::kType}},
    FacetRow{FacetField::Source, "source", {prefix::kPrintedSource}},
    FacetRow{FacetField::Language, "lang", {prefix::kLanguage}},
};

const FacetRow& row_of(FacetField field) {
  return *std::find_if(kRows.begin(), kRows.end(), [&](const FacetRow& row) { return row.field == field; });
}

/// The matches of one shard, to be asked by docid and by statement (its number among the shard's heads).
struct ShardMatches {
  std::span<const Xapian::docid> heads;
  std::vector<std::uint32_t> statement_of;  ///< by docid
  std::vector<bool> matching;               ///< by docid: passages
  std::vector<bool> statement_matches;
  std::vector<std::uint32_t> passages;  ///< by statement: those that match
};

ShardMatches matches_of(OpenIndex& index, std::size_t shard, const std::vector<Xapian::docid>& documents, bool heads) {
  const std::size_t documents_end = index.shard(shard).get_lastdocid() + 1;
  ShardMatches of{
      index.heads(shard), std::vector<std::uint32_t>(documents_end), std::vector<bool>(documents_end), {}, {}};
  of.statement_matches.resize(of.heads.size());
  of.passages.resize(of.heads.size());
  for (std::size_t number = 0; number < of.heads.size(); ++number) {
    const std::size_t end = number + 1 < of.heads.size() ? of.heads[number + 1] : documents_end;
    std::fill(of.statement_of.begin() + of.heads[number], of.statement_of.begin() + static_cast<std::ptrdiff_t>(end),
              static_cast<std::uint32_t>(number));
  }
  for (const Xapian::docid docid : documents) {
    const std::uint32_t number = of.statement_of[docid];
    const bool is_head = of.heads[number] == docid;
    of.statement_matches[number] = true;
    if (is_head && !heads) continue;
    const std::size_t end = !is_head ? docid + 1 : number + 1 < of.heads.size() ? of.heads[number + 1] : documents_end;
    for (std::size_t passage = is_head ? docid + 1 : docid; passage < end; ++passage) of.matching[passage] = true;
    of.passages[number] += static_cast<std::uint32_t>(end - docid - (is_head ? 1 : 0));
  }
  return of;
}

/// A value's counts, and a statement that has it, whose record tells how it is printed.
struct Tally {
  FacetValue counts;
  std::string_view prefix;
  DocumentPlace example;
  Xapian::docid last_head = 0;  ///< while passages are counted
};

class Counter {
 public:
  Counter(OpenIndex& index, const FacetRow& row, bool heads) : index_(index), row_(row), heads_(heads) {}

  void add(std::size_t shard, const ShardMatches& matches) {
    const Xapian::Database& database = index_.shard(shard);
    has_.assign(matches.heads.size(), false);
    passage_has_.assign(matches.matching.size(), false);
    for (const std::string_view prefix : row_.prefixes) {
      if (prefix.empty()) continue;
      const std::string start(prefix);
      for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
        count(shard, matches, prefix, *term);
      }
    }
    count_none(matches);
  }

  Facet take(std::size_t most) && {
    std::vector<Tally> tallies;
    for (auto& [term, tally] : tallies_) tallies.push_back(std::move(tally));
    const auto first = [](const Tally& a, const Tally& b) {
      if (a.counts.statements != b.counts.statements) return a.counts.statements > b.counts.statements;
      return a.counts.passages > b.counts.passages;
    };
    std::stable_sort(tallies.begin(), tallies.end(), first);  // by value already
    for (std::size_t i = 0; i < tallies.size(); ++i) {
      FacetValue& counts = tallies[i].counts;
      if (i < most) {
        counts.label = label_of(tallies[i]);
        facet_.values.push_back(std::move(counts));
      } else {
        ++facet_.other_values;
        facet_.others.statements += counts.statements;
        facet_.others.passages += counts.passages;
      }
    }
    facet_.field = row_.field;
    return std::move(facet_);
  }

 private:
  void count(std::size_t shard, const ShardMatches& matches, std::string_view prefix, const std::string& term) {
    index_.deadline().check();
    const Xapian::Database& database = index_.shard(shard);
    Tally tally{{term.substr(prefix.size()), {}, 0, 0}, prefix, {}, 0};
    for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term); ++posting) {
      const std::uint32_t statement = matches.statement_of[*posting];
      if (!matches.statement_matches[statement]) continue;
      const bool is_head = matches.heads[statement] == *posting;
      if (!(row_.of_passages ? take_passage(matches, *posting, is_head, tally) : is_head)) continue;
      if (!row_.of_passages) tally.counts.passages += matches.passages[statement];
      tally.example = {shard, matches.heads[statement]};
      has_[statement] = true;
      ++tally.counts.statements;
    }
    if (tally.counts.statements == 0) return;
    const auto [known, is_new] = tallies_.try_emplace(term, tally);
    if (is_new) return;
    known->second.counts.statements += tally.counts.statements;
    known->second.counts.passages += tally.counts.passages;
  }

  /// True if a statement is counted by this document: the head where heads match, else the first passage that does.
  bool take_passage(const ShardMatches& matches, Xapian::docid docid, bool is_head, Tally& tally) {
    if (is_head) return heads_;
    if (!matches.matching[docid]) return false;
    passage_has_[docid] = true;
    ++tally.counts.passages;
    const Xapian::docid head = matches.heads[matches.statement_of[docid]];
    const bool first = tally.last_head != head;
    tally.last_head = head;
    return first && !heads_;
  }

  void count_none(const ShardMatches& matches) {
    for (std::size_t number = 0; number < matches.heads.size(); ++number) {
      if (!matches.statement_matches[number] || has_[number]) continue;
      ++facet_.none.statements;
      if (!row_.of_passages) facet_.none.passages += matches.passages[number];
    }
    for (std::size_t docid = 0; row_.of_passages && docid < matches.matching.size(); ++docid) {
      facet_.none.passages += matches.matching[docid] && !passage_has_[docid] ? 1 : 0;
    }
  }

  std::string label_of(const Tally& tally) const {
    const std::string& value = tally.counts.value;
    const schema::StatementRecord record = index_.statement(tally.example);
    switch (row_.field) {
      case FacetField::Year:
      case FacetField::Language:
        return value;
      case FacetField::Month:
        return value.substr(0, 4) + "-" + value.substr(4);
      case FacetField::Country:
        return schema::country_name(record.country);
      case FacetField::Type:
        return record.type;
      case FacetField::Source:
        return record.source;
      case FacetField::Speaker:
      case FacetField::SaidBy:
      case FacetField::Mentions:
        break;
    }
    if (tally.prefix == prefix::kPrintedSpeaker) return record.speaker;
    return name_of({value, {}}, record);
  }

  OpenIndex& index_;
  const FacetRow& row_;
  bool heads_;
  Facet facet_;
  std::map<std::string, Tally, std::less<>> tallies_;  ///< by term
  std::vector<bool> has_;                              ///< of the shard, by statement: it has a value
  std::vector<bool> passage_has_;                      ///< by docid
};

}  // namespace

std::string_view to_string(FacetField field) { return row_of(field).name; }

std::optional<FacetField> facet_named(std::string_view name) {
  for (const FacetRow& row : kRows) {
    if (row.name == name) return row.field;
  }
  return std::nullopt;
}

std::string facet_names() {
  std::string names;
  for (const FacetRow& row : kRows) names += (names.empty() ? "" : ", ") + std::string(row.name);
  return names;
}

std::vector<Facet> count_facets(OpenIndex& index, const AllMatches& matches, bool heads,
                                const std::vector<FacetField>& fields, std::size_t most) {
  std::vector<Counter> counters;
  for (const FacetField field : fields) counters.emplace_back(index, row_of(field), heads);
  for (std::size_t shard = 0; shard < matches.by_shard.size(); ++shard) {
    if (matches.by_shard[shard].empty()) continue;
    const ShardMatches of_shard = matches_of(index, shard, matches.by_shard[shard], heads);
    for (Counter& counter : counters) counter.add(shard, of_shard);
  }
  std::vector<Facet> facets;
  for (Counter& counter : counters) facets.push_back(std::move(counter).take(most));
  return facets;
}

}  // namespace communique::searcher
