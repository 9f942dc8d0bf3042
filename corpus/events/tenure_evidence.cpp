// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence in the people: "Premier Li Keqiang" was written while he was premier.
#include <algorithm>

#include "corpus/analysis/mention_words.h"
#include "corpus/analysis/mentions.h"
#include "corpus/events/date_evidence.h"

namespace communique::corpus {

namespace {

using schema::Date;

constexpr Date kFirstDay{1000, 1, 1};
constexpr Date kLastDay{9999, 12, 31};

/// Bytes before a name in which its office stands.
constexpr std::size_t kOfficeBytes = 60;

std::string_view folded_before(const EventWords& words, std::size_t at) {
  return at > 0 ? words[at - 1].folded : std::string_view();
}

/// The title before a name: "Federal Chancellor of Germany", "Russian Prime Minister". None of former holders.
Title office_before(std::string_view text, std::size_t name) {
  const std::size_t start = name > kOfficeBytes ? name - kOfficeBytes : 0;
  const EventWords words(text.substr(start, name - start));
  std::size_t at = words.size();
  while (at > 0) {
    --at;
    if (at + 1 < words.size() && words[at + 1].after_stop) return {};
    const Title title = title_of(words[at].folded, folded_before(words, at));
    if (title.kind == TitleKind::None) {
      // Between office and name may stand the country: "President of the Republic of Korea Park Geun-hye".
      const bool between = words[at].capital || words[at].folded == "of" || words[at].folded == "the";
      if (!between || words[at].after_comma) return {};
      continue;
    }
    const std::size_t front = at > 4 ? at - 4 : 0;
    for (std::size_t word = front; word < at; ++word) {
      const std::string_view before = words[word].folded;
      if (before == "former" || before == "late" || before == "then" || before == "ex" || before == "future") return {};
      if (before == "alternate" || is_lower_rank(before)) return {};
    }
    return title;
  }
  return {};
}

/// "2013-03-15 to 2023-03-11", "since 2020-01-16".
std::string shown(const std::vector<Period>& periods) {
  std::string text;
  for (const Period& period : periods) {
    if (!text.empty()) text += " and ";
    if (period.to == kLastDay) {
      text += "since " + period.from.to_string();
    } else if (period.from == kFirstDay) {
      text += "until " + period.to.to_string();
    } else {
      text += period.from.to_string() + " to " + period.to.to_string();
    }
  }
  return text;
}

}  // namespace

void find_tenures(std::string_view text, const schema::Gazetteer& gazetteer, std::vector<DateEvidence>& found) {
  schema::WordSplitter splitter;
  std::vector<schema::LeaderNumber> seen;
  for (const Mention& mention : find_mentions(text, gazetteer, {}, splitter)) {
    if (mention.form != schema::NameForm::Full) continue;
    if (std::find(seen.begin(), seen.end(), mention.leader) != seen.end()) continue;
    const Title title = office_before(text, mention.span.start);
    if (title.kind != TitleKind::Office) continue;
    const schema::Leader& leader = gazetteer.leaders()[mention.leader];
    DateEvidence evidence;
    for (const schema::Tenure& tenure : leader.tenures) {
      if (!is_titled(tenure, title)) continue;
      evidence.periods.push_back(
          {tenure.from ? tenure.from->first_day() : kFirstDay, tenure.to ? tenure.to->last_day() : kLastDay});
    }
    if (evidence.periods.empty()) continue;
    seen.push_back(mention.leader);
    std::sort(evidence.periods.begin(), evidence.periods.end(),
              [](const Period& a, const Period& b) { return a.from < b.from; });
    evidence.reason = leader.name + " in office " + shown(evidence.periods);
    found.push_back(std::move(evidence));
  }
}

}  // namespace communique::corpus
