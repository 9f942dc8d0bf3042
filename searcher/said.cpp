// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/said.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>

#include "schema/words.h"
#include "searcher/search.h"

namespace communique::searcher {
namespace {

using schema::AttributionRecord;

bool holds(const AttributionRecord& attribution, const Highlight& mark) {
  return std::any_of(attribution.content.begin(), attribution.content.end(), [&](const schema::Extent& piece) {
    return mark.start < piece.end && piece.start < mark.end;
  });
}

/// A leader, or somebody printed with a capital or in a script without them.
bool is_named(const schema::SpeakerRecord& speaker) {
  return !speaker.leader.empty() || speaker.name.empty() || speaker.name.front() < 'a' || speaker.name.front() > 'z';
}

bool holds_any(const AttributionRecord& attribution, const std::vector<Highlight>& marks) {
  return std::any_of(marks.begin(), marks.end(), [&](const Highlight& mark) { return holds(attribution, mark); });
}

}  // namespace

bool WantedSpeaker::is(const schema::SpeakerRecord& speaker) const {
  if (!speaker.leader.empty()) return std::find(leaders.begin(), leaders.end(), speaker.leader) != leaders.end();
  if (words.empty()) return false;
  const std::vector<schema::OwnedWord> name = schema::split_words(speaker.name);
  return std::all_of(words.begin(), words.end(), [&](const std::string& wanted) {
    return std::any_of(name.begin(), name.end(), [&](const schema::OwnedWord& word) { return word.term == wanted; });
  });
}

std::vector<const AttributionRecord*> said_by(const schema::PassageRecord& passage,
                                              const std::vector<WantedSpeaker>& wanted) {
  std::vector<const AttributionRecord*> found;
  for (const AttributionRecord& attribution : passage.attributions) {
    if (attribution.confidence < schema::kFoundPercent) continue;
    const bool said = std::any_of(attribution.speakers.begin(), attribution.speakers.end(), [&](const auto& speaker) {
      return std::any_of(wanted.begin(), wanted.end(), [&](const WantedSpeaker& one) { return one.is(speaker); });
    });
    if (said) found.push_back(&attribution);
  }
  return found;
}

double share_said(const schema::PassageRecord& passage, const std::vector<Highlight>& marks,
                  const std::vector<WantedSpeaker>& wanted) {
  const auto attributions = said_by(passage, wanted);
  std::map<std::string, bool> said;  // marked words and whether they are said somewhere
  for (const Highlight& mark : marks) {
    const std::string_view words = std::string_view(passage.text).substr(mark.start, mark.end - mark.start);
    bool& inside = said[schema::fold_value(words)];
    inside = inside || std::any_of(attributions.begin(), attributions.end(),
                                   [&](const AttributionRecord* one) { return holds(*one, mark); });
  }
  if (said.empty()) return 0;
  const auto count = std::count_if(said.begin(), said.end(), [](const auto& entry) { return entry.second; });
  return static_cast<double>(count) / static_cast<double>(said.size());
}

std::vector<const AttributionRecord*> attributions_holding(const schema::PassageRecord& passage,
                                                           const std::vector<Highlight>& marks) {
  std::vector<const AttributionRecord*> holding;
  for (const AttributionRecord& attribution : passage.attributions) {
    if (attribution.confidence < schema::kShownPercent || attribution.speakers.empty()) continue;
    if (marks.empty() || holds_any(attribution, marks)) holding.push_back(&attribution);
  }
  return holding;
}

std::vector<const AttributionRecord*> told_attributions(const schema::PassageRecord& passage,
                                                        const std::vector<Highlight>& marks) {
  std::vector<const AttributionRecord*> all;
  std::vector<const AttributionRecord*> marked;
  for (const AttributionRecord& attribution : passage.attributions) {
    if (attribution.confidence < schema::kShownPercent || attribution.speakers.empty()) continue;
    all.push_back(&attribution);
    if (holds_any(attribution, marks)) marked.push_back(&attribution);
  }
  if (marked.empty()) marked = std::move(all);
  // Whoever has a name tells more than "enablers" or "the records".
  std::vector<const AttributionRecord*> named;
  std::copy_if(marked.begin(), marked.end(), std::back_inserter(named), [](const AttributionRecord* attribution) {
    return std::any_of(attribution->speakers.begin(), attribution->speakers.end(), is_named);
  });
  return named.empty() ? marked : named;
}

std::string name_of(const schema::SpeakerRecord& speaker, const schema::StatementRecord& statement) {
  if (speaker.leader.empty()) return speaker.name;
  for (const auto& [id, name] : statement.leaders) {
    if (id == speaker.leader) return name;
  }
  return speaker.leader;
}

}  // namespace communique::searcher
