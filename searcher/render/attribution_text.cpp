// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/attribution_text.h"

#include "searcher/said.h"

namespace communique::searcher {
namespace {

std::string_view manner_of(schema::SpeechType type, bool has_cue) {
  if (!has_cue && type == schema::SpeechType::Direct) return "in his or her own words";
  switch (type) {
    case schema::SpeechType::Direct:
      return "quoted";
    case schema::SpeechType::Mixed:
      return "quoted in part";
    case schema::SpeechType::Indirect:
      return "reported";
  }
  return {};
}

}  // namespace

std::string speakers_text(const schema::AttributionRecord& attribution, const schema::StatementRecord& statement) {
  std::string names;
  for (const schema::SpeakerRecord& speaker : attribution.speakers) {
    names += (names.empty() ? "" : " and ") + name_of(speaker, statement);
  }
  return names;
}

std::string manner_text(schema::SpeechType type, std::string_view cue) {
  std::string manner(manner_of(type, !cue.empty()));
  if (!cue.empty()) manner += ": “" + std::string(cue) + "”";
  return manner;
}

std::string manner_text(const schema::AttributionRecord& attribution, const schema::PassageRecord& passage) {
  const schema::Extent cue = attribution.cue;
  return manner_text(attribution.type, std::string_view(passage.text).substr(cue.start, cue.end - cue.start));
}

}  // namespace communique::searcher
