// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/quote/who_said.h"

#include <algorithm>
#include <tuple>

#include "schema/words.h"

namespace communique::searcher {
namespace {

std::uint32_t shared_bytes(const schema::AttributionRecord& attribution, const schema::Extent& piece) {
  std::uint32_t sum = 0;
  for (const schema::Extent& content : attribution.content) {
    const std::uint32_t start = std::max(content.start, piece.start);
    const std::uint32_t end = std::min(content.end, piece.end);
    sum += end > start ? end - start : 0;
  }
  return sum;
}

std::uint32_t length(const schema::AttributionRecord& attribution) {
  std::uint32_t sum = 0;
  for (const schema::Extent& content : attribution.content) sum += content.end - content.start;
  return sum;
}

const schema::AttributionRecord* attribution_of(const schema::PassageRecord& passage, const schema::Extent& piece) {
  const schema::AttributionRecord* best = nullptr;
  std::tuple<std::uint32_t, std::int64_t> best_rank;
  for (const schema::AttributionRecord& one : passage.attributions) {
    if (one.confidence < schema::kShownPercent || one.speakers.empty()) continue;
    const std::uint32_t shared = shared_bytes(one, piece);
    const std::tuple rank{shared, -static_cast<std::int64_t>(length(one))};
    if (2 * shared < piece.end - piece.start || (best != nullptr && rank <= best_rank)) continue;
    best = &one;
    best_rank = rank;
  }
  return best;
}

}  // namespace

schema::SpeakerRecord speaker_of(const schema::StatementRecord& statement) {
  return {statement.speaker_leader, statement.speaker};
}

WhoSaid who_said(const schema::StatementRecord& statement, const schema::PassageRecord& passage,
                 const schema::Extent& piece) {
  WhoSaid who;
  if (const schema::AttributionRecord* said = attribution_of(passage, piece)) {
    who.basis = WhoSaid::Basis::Attribution;
    who.speakers = said->speakers;
    who.type = said->type;
    who.cue = passage.text.substr(said->cue.start, said->cue.end - said->cue.start);
    who.confidence = said->confidence;
  } else if (!statement.speaker.empty() || !statement.speaker_leader.empty()) {
    who.basis = WhoSaid::Basis::Speaker;
    who.speakers = {speaker_of(statement)};
  }
  for (const schema::SpeakerRecord& speaker : who.speakers) who.names.push_back(name_of(speaker, statement));
  return who;
}

ClaimedSpeaker::ClaimedSpeaker(OpenIndex& index, std::string name) : shown_(std::move(name)) {
  for (const schema::OwnedWord& word : schema::split_words(shown_)) {
    if (word.kind == schema::WordKind::Plain || word.kind == schema::WordKind::Han) wanted_.words.push_back(word.term);
  }
  const LeaderSource source = leaders_in(index);
  const LeaderChoice choice = resolve_leader(source, shown_);
  known_ = choice.known();
  for (const schema::LeaderNumber leader : choice.leaders) wanted_.leaders.emplace_back(source.names.leader_id(leader));
  for (const schema::OfficeMatch& office : choice.offices) {
    holders_.push_back({std::string(source.names.leader_id(office.leader)), office.tenure});
  }
  if (!choice.leaders.empty()) shown_ = describe(source, choice, shown_);
}

bool ClaimedSpeaker::is(const schema::SpeakerRecord& speaker, const schema::StatementRecord& statement) const {
  if (wanted_.is(speaker)) return true;
  const std::optional<schema::Date> date = statement.dated() ? std::optional(statement.date) : std::nullopt;
  return !speaker.leader.empty() && std::any_of(holders_.begin(), holders_.end(), [&](const Holder& holder) {
    return holder.leader == speaker.leader && holder.tenure->covers(date);
  });
}

bool ClaimedSpeaker::is_any(const WhoSaid& who, const schema::StatementRecord& statement) const {
  return std::any_of(who.speakers.begin(), who.speakers.end(),
                     [&](const schema::SpeakerRecord& speaker) { return is(speaker, statement); });
}

}  // namespace communique::searcher
