// SPDX-License-Identifier: GPL-3.0-or-later
// One walk over all that matches. Statements are read; their passages only where so few match that who says the words
// can be seen in each, else the postings tell who says something in it.
#include "searcher/first_use/first_use.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <set>

#include "schema/countries.h"
#include "schema/speech.h"
#include "schema/terms.h"
#include "schema/words.h"
#include "schema/xapian_guard.h"
#include "searcher/first_use/tally.h"
#include "searcher/highlighter.h"
#include "searcher/matches/match_walk.h"
#include "searcher/render/numbers.h"
#include "searcher/said.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kKinds = 4;

/// The leaders who say something in passages, by passage: from the postings of each leader's term.
class SayingLeaders {
 public:
  SayingLeaders(OpenIndex& index, const MatchesByShard& matches) {
    const std::string prefix(schema::prefix::kSaid);
    by_shard_.resize(matches.size());
    for (std::size_t shard = 0; shard < matches.size(); ++shard) {
      if (matches[shard].empty()) continue;
      const Xapian::Database& database = index.shard(shard);
      for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
        const std::string leader = (*term).substr(prefix.size());
        for (auto posting = database.postlist_begin(*term); posting != database.postlist_end(*term); ++posting) {
          by_shard_[shard].emplace_back(*posting, number_of(leader));
        }
      }
      std::sort(by_shard_[shard].begin(), by_shard_[shard].end());
    }
  }

  std::vector<std::string> of(const DocumentPlace& place) const {
    std::vector<std::string> found;
    const auto& all = by_shard_[place.shard];
    for (auto one = std::lower_bound(all.begin(), all.end(), std::pair{place.docid, std::uint32_t{0}});
         one != all.end() && one->first == place.docid; ++one) {
      found.push_back(leaders_[one->second]);
    }
    return found;
  }

 private:
  std::uint32_t number_of(const std::string& leader) {
    if (leaders_.empty() || leaders_.back() != leader) leaders_.push_back(leader);
    return static_cast<std::uint32_t>(leaders_.size() - 1);
  }

  std::vector<std::string> leaders_;
  std::vector<std::vector<std::pair<Xapian::docid, std::uint32_t>>> by_shard_;
};

class FirstUseWalk {
 public:
  FirstUseWalk(OpenIndex& index, const MatchSet& matches, FirstUse& out)
      : index_(index), matches_(matches), out_(out), highlighter_(matches.marked) {
    out_.said_read = matches.all.passages <= kMostRead;
    if (!out_.said_read) leaders_.emplace(index, matches.all.by_shard);
  }

  void run() {
    MatchWalk walk(index_, matches_, WalkOrder::Index);
    while (walk.next()) {
      if (walk.at_head()) continue;
      if (walk.begins_statement()) begin(walk.statement());
      const schema::StatementRecord& statement = walk.statement();
      const TalliedPassage passage{statement, number_, walk.place().docid - walk.head().docid};
      add_statement_values(passage);
      out_.said_read ? add_said(walk.passage(), passage) : add_said(leaders_->of(walk.place()), passage);
      note_first(walk, statement);
    }
    end_statement();
    read_first();
  }

  FirstTable table(FirstBy by, std::size_t limit) const {
    return tallies_[static_cast<std::size_t>(by)].table(by, limit);
  }

 private:
  FirstTally& tally(FirstBy by) { return tallies_[static_cast<std::size_t>(by)]; }

  void begin(const schema::StatementRecord& statement) {
    end_statement();
    ++number_;
    said_ = false;
    ++out_.statements;
    if (!statement.dated()) ++out_.undated;
    if (statement.dated() && statement.date.day == 0) {
      imprecise_.push_back(statement.date.first_day().key());
    }
    values_.clear();
    if (!statement.speaker_leader.empty()) {
      values_.push_back(
          {FirstBy::Speaker, statement.speaker_leader, name_of({statement.speaker_leader, {}}, statement)});
    } else if (!statement.speaker.empty()) {
      values_.push_back({FirstBy::Speaker, schema::fold_value(statement.speaker), statement.speaker});
    } else {
      tally(FirstBy::Speaker).add_without();
    }
    if (statement.country.empty()) {
      tally(FirstBy::Country).add_without();
    } else {
      values_.push_back({FirstBy::Country, statement.country, schema::country_name(statement.country)});
    }
    if (statement.source.empty()) {
      tally(FirstBy::Source).add_without();
    } else {
      values_.push_back({FirstBy::Source, schema::fold_value(statement.source), statement.source});
    }
  }

  void end_statement() {
    if (number_ > 0 && !said_) tally(FirstBy::SaidBy).add_without();
  }

  void add_statement_values(const TalliedPassage& passage) {
    ++out_.passages;
    for (const Value& one : values_) tally(one.by).add(one.value, one.label, passage);
  }

  /// Whoever says something of what matched; where nothing is marked, whoever says something.
  void add_said(const schema::PassageRecord& record, const TalliedPassage& passage) {
    std::vector<Highlight> marks;
    if (!record.attributions.empty() && !matches_.marked.empty()) {
      highlighter_.read(record.text, record.sentence_starts);
      marks = highlighter_.marks();
    }
    std::set<std::string> counted;
    for (const schema::AttributionRecord& attribution : record.attributions) {
      if (attribution.confidence < schema::kShownPercent) continue;
      if (!matches_.marked.empty() && !holds_any(attribution, marks)) continue;
      for (const schema::SpeakerRecord& speaker : attribution.speakers) {
        const std::string value = speaker.leader.empty() ? schema::fold_value(speaker.name) : speaker.leader;
        if (value.empty() || !counted.insert(value).second) continue;
        tally(FirstBy::SaidBy).add(value, name_of(speaker, passage.statement), passage);
        said_ = true;
      }
    }
  }

  void add_said(const std::vector<std::string>& leaders, const TalliedPassage& passage) {
    for (const std::string& leader : leaders) {
      tally(FirstBy::SaidBy).add(leader, name_of({leader, {}}, passage.statement), passage);
      said_ = true;
    }
  }

  static bool holds_any(const schema::AttributionRecord& attribution, const std::vector<Highlight>& marks) {
    return std::any_of(marks.begin(), marks.end(), [&](const Highlight& mark) {
      return std::any_of(attribution.content.begin(), attribution.content.end(),
                         [&](const schema::Extent& piece) { return mark.start < piece.end && piece.start < mark.end; });
    });
  }

  void note_first(const MatchWalk& walk, const schema::StatementRecord& statement) {
    const std::uint32_t day = certain_day(statement);
    const bool earlier = !first_ || std::tie(day, statement.id) < std::tie(first_day_, first_id_);
    if (!earlier) return;
    first_ = walk.place();
    first_head_ = walk.head();
    first_day_ = day;
    first_id_ = statement.id;
  }

  void read_first() {
    if (!first_) return;
    out_.statement = index_.statement(first_head_);
    out_.passage = index_.passage(*first_);
    highlighter_.read(out_.passage.text, out_.passage.sentence_starts);
    out_.highlights = highlighter_.marks();
    // What is dated "2021" may be of the first day of it; the first itself is not earlier than itself.
    out_.maybe_earlier = static_cast<std::uint64_t>(
        std::count_if(imprecise_.begin(), imprecise_.end(), [&](std::uint32_t from) { return from < first_day_; }));
    if (out_.statement->dated() && out_.statement->date.day == 0) --out_.maybe_earlier;
  }

  OpenIndex& index_;
  const MatchSet& matches_;
  FirstUse& out_;
  Highlighter highlighter_;
  std::optional<SayingLeaders> leaders_;
  std::array<FirstTally, kKinds> tallies_;
  /// What the statement counts for; worked out once for all of its passages.
  struct Value {
    FirstBy by;
    std::string value;
    std::string label;
  };
  std::vector<Value> values_;
  std::uint64_t number_ = 0;
  bool said_ = false;
  std::vector<std::uint32_t> imprecise_;  ///< first days of the periods of dates that are no days
  std::optional<DocumentPlace> first_;
  DocumentPlace first_head_;
  std::uint32_t first_day_ = 0;
  std::string first_id_;
};

}  // namespace

std::string_view to_string(FirstBy by) {
  static constexpr std::array<std::string_view, kKinds> kNames = {"said-by", "speaker", "country", "source"};
  return kNames[static_cast<std::size_t>(by)];
}

Result<FirstUse> first_use(OpenIndex& index, const FirstRequest& request) {
  const auto started = std::chrono::steady_clock::now();
  SearchRequest search = request.search;
  search.by = Unit::Passage;
  const Result<MatchSet> matches = match_all(index, search);
  if (!matches) return matches.error();
  return schema::guard_xapian("reading all that matches", [&] {
    FirstUse found;
    found.query = request.search.query;
    found.parsed = matches->compiled.parsed;
    found.notices = matches->notices;
    FirstUseWalk walk(index, *matches, found);
    walk.run();
    for (const FirstBy by : request.by) found.tables.push_back(walk.table(by, request.limit));
    const bool wants_said = std::find(request.by.begin(), request.by.end(), FirstBy::SaidBy) != request.by.end();
    if (!found.said_read && wants_said) {
      found.notices.push_back({"more than " + grouped(kMostRead) + " passages match: said-by lists leaders who say " +
                                   "something in a passage that matches, whether it is what matched or not",
                               0});
    }
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - started;
    found.took_ms = took.count();
    return Result<FirstUse>(std::move(found));
  });
}

}  // namespace communique::searcher
