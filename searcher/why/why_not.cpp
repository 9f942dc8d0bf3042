// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/why/why_not.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "searcher/ranking.h"
#include "searcher/versions.h"
#include "searcher/why/clauses.h"
#include "searcher/why/open_statement.h"

namespace communique::searcher {
namespace {

struct Place {
  std::size_t rank = 0;
  std::uint32_t passage = 0;  ///< 0: the statement is listed as such
  bool partial = false;
};

/// A search, before it is run.
struct Question {
  const SearchRequest& request;
  const ParsedQuery& parsed;
  const CompiledQuery& compiled;
};

class Asker {
 public:
  Asker(OpenIndex& index, const NamedStatement& named, const Question& question)
      : index_(index),
        request_(question.request),
        parsed_(question.parsed),
        compiled_(question.compiled),
        statement_(index, named) {}

  WhyNot answer() {
    WhyNot answer;
    answer.query = request_.query;
    answer.parsed = compiled_.parsed;
    answer.notices = parsed_.notices;
    answer.notices.insert(answer.notices.end(), compiled_.notices.begin(), compiled_.notices.end());
    answer.statement = statement_.record();
    answer.passage = statement_.asked();
    JudgedQuery judged = judge(statement_, parsed_, request_.compile, compiled_.unit);
    const bool matches = statement_.match(compiled_.full).any();
    const bool partly = !matches && compiled_.has_partial && statement_.match(compiled_.partial).any();
    const std::optional<Place> place = matches || partly ? find_place(statement_.record().id) : std::nullopt;
    if (place) note_place(*place, answer);
    if (place && (answer.passage == 0 || place->passage == 0 || place->passage == answer.passage)) {
      if (is_shown(*place)) {
        tell_hit(*place, answer);
      } else {
        tell_partial(*place, judged.root, answer);
      }
    } else if (judged.root.holds) {
      tell_unlisted(place, answer);
    } else {
      tell_obstacle(judged, place, answer);
    }
    answer.clauses = std::move(judged.root);
    return answer;
  }

 private:
  /// Pages of the same search, as far as pages go.
  std::optional<Place> find_place(const std::string& id) {
    SearchRequest pages = request_;
    pages.limit = page_caps::kLimit;
    pages.totals = Totals::None;
    pages.suggest = false;
    pages.suggest_speaker = false;
    pages.highlight = false;
    pages.explain = false;
    for (pages.offset = 0; pages.offset <= page_caps::kOffset; pages.offset += pages.limit) {
      const Result<SearchResult> page = search(index_, pages);
      if (!page) return std::nullopt;
      for (const Hit& hit : page->hits) {
        if (hit.statement.id != id) continue;
        const std::uint32_t passage = hit.is_head ? 0 : hit.passage.number;
        // Several passages of a statement may be listed: the one asked about counts, else the first.
        const bool other = statement_.asked() != 0 && passage != 0 && passage != statement_.asked();
        if (!other || request_.per_statement == 1) return Place{hit.rank, passage, hit.partial};
      }
      if (page->hits.size() < pages.limit) return std::nullopt;
    }
    return std::nullopt;
  }

  /// Partial matches fill up the page on which the full ones end, and no further page.
  bool is_shown(const Place& place) const { return !place.partial || place.rank <= request_.offset + request_.limit; }

  void note_place(const Place& place, WhyNot& answer) const {
    answer.rank = place.rank;
    answer.partial = place.partial;
    const std::string& id = statement_.record().id;
    answer.listed = place.passage == 0 ? id : schema::passage_id(id, place.passage);
  }

  static std::string hit_text(const Place& place) {
    std::string text = "hit " + std::to_string(place.rank);
    if (place.passage != 0) text += ", by its passage " + std::to_string(place.passage);
    return text;
  }

  void tell_hit(const Place& place, WhyNot& answer) const {
    answer.verdict = Verdict::Hit;
    answer.why = "It is " + hit_text(place) + (place.partial ? ", with some of the words only." : ".");
    if (place.rank > request_.offset && place.rank <= request_.offset + request_.limit) return;
    const std::size_t offset = (place.rank - 1) / request_.limit * request_.limit;
    if (offset == 0) {
      answer.hint = "leave out --offset to see it";
    } else if (offset <= page_caps::kOffset) {
      answer.hint = "--offset " + std::to_string(offset) + " shows it";
    } else {
      answer.hint = "--offset " + std::to_string(page_caps::kOffset) + " --limit " +
                    std::to_string(place.rank - page_caps::kOffset) + " shows it";
    }
  }

  void tell_partial(const Place& place, const ClauseAnswer& root, WhyNot& answer) const {
    std::string lacking;
    for (const ClauseAnswer& part : root.parts) {
      if (!part.holds) lacking += (lacking.empty() ? ", not " : ", ") + part.clause;
    }
    answer.verdict = Verdict::Partial;
    answer.why = "It holds some of the words only" + lacking +
                 ". Such passages follow those with all the words where these " +
                 "do not fill the page; in the whole list it would be " + hit_text(place) + ".";
    answer.hint = "--limit " + std::to_string(place.rank) + " shows it";
    if (place.rank > page_caps::kLimit) answer.hint = "--match any lists passages with any of the words";
  }

  /// Everything holds, and yet it is not listed itself.
  void tell_unlisted(const std::optional<Place>& place, WhyNot& answer) {
    if (place) {
      answer.verdict = Verdict::OtherPassage;
      answer.why =
          "It matches, but of each statement the best passage is listed: its statement is " + hit_text(*place) + ".";
      answer.hint = "--per-statement 0 lists all that match";
    } else if (const auto version = listed_version()) {
      answer.verdict = Verdict::OtherVersion;
      answer.why =
          "It matches, but an earlier version of it that matches, too, is listed in its place: " + version->id + " (" +
          (version->dated() ? version->date.to_string() : "undated") + ")";
      answer.why += version->source.empty() ? "" : ", " + version->source;
      if (const auto of_version = find_place(version->id)) answer.why += ", " + hit_text(*of_version);
      answer.why += ".";
      answer.hint = "--all-versions lists both";
    } else {
      answer.verdict = Verdict::Hit;
      answer.why = "It matches, but comes after the first " + std::to_string(page_caps::kOffset + page_caps::kLimit) +
                   " hits, beyond which there are no pages.";
      answer.hint = "add a word or a filter";
    }
  }

  static Candidate at_head(const DocumentPlace& head) {
    Candidate candidate;
    candidate.place = head;
    candidate.head = head.docid;
    return candidate;
  }

  /// Which version the search lists, where it is not this one.
  std::optional<schema::StatementRecord> listed_version() {
    const DocumentPlace head = statement_.head();
    const schema::Version* own = request_.all_versions ? nullptr : index_.versions().find(head.shard, head.docid);
    if (own == nullptr) return std::nullopt;
    const bool heads = compiled_.unit == Unit::Statement && request_.by.value_or(Unit::Statement) == Unit::Statement;
    const bool widened = compiled_.unit == Unit::Statement && !heads;
    VersionChoice choice(index_, heads, false);
    choice.choose_among({at_head(head)},
                        widened ? index_.whole_statements(compiled_.full) : index_.without_dead(compiled_.full));
    for (const schema::Version& version : index_.versions().cluster(own->cluster)) {
      const DocumentPlace place{version.shard, version.head};
      if (version.rank != own->rank && !choice.hides(at_head(place))) return index_.statement(place);
    }
    return std::nullopt;
  }

  void tell_obstacle(JudgedQuery& judged, const std::optional<Place>& place, WhyNot& answer) const {
    static constexpr std::array kVerdicts = {Verdict::Hit, Verdict::Filter, Verdict::Excluded, Verdict::Missing,
                                             Verdict::Apart};
    answer.verdict = kVerdicts[static_cast<std::size_t>(judged.obstacle)];
    answer.why = std::move(judged.why);
    if (!judged.hint.empty()) answer.hint = "search for " + judged.hint;
    if (place) answer.hint = "its statement is " + hit_text(*place);
  }

  OpenIndex& index_;
  const SearchRequest& request_;
  const ParsedQuery& parsed_;
  const CompiledQuery& compiled_;
  OpenStatement statement_;
};

}  // namespace

std::string_view to_string(Verdict verdict) {
  static constexpr std::array<std::string_view, 8> kNames = {"hit",    "other_version", "other_passage", "partial",
                                                             "filter", "missing",       "excluded",      "apart"};
  return kNames[static_cast<std::size_t>(verdict)];
}

Result<WhyNot> why_not(OpenIndex& index, const NamedStatement& named, const SearchRequest& request) {
  const Result<ParsedQuery> parsed = parse(request.query, request.parse);
  if (!parsed) return parsed.error();
  const Result<CompiledQuery> compiled = compile(*parsed, index, request.compile);
  if (!compiled) return compiled.error();
  return Asker(index, named, {request, *parsed, *compiled}).answer();
}

}  // namespace communique::searcher
