// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/passage_attributions.h"

#include <algorithm>
#include <cmath>

namespace communique::indexer {

namespace {

using corpus::Passage;
using corpus::Span;

schema::AttributionRecord without_spans(const corpus::Attribution& attribution, const schema::Gazetteer& gazetteer) {
  schema::AttributionRecord record;
  record.type = attribution.type;
  record.joint = attribution.joint;
  record.confidence = static_cast<std::uint8_t>(std::lround(std::clamp(attribution.confidence, 0.0F, 1.0F) * 100));
  for (const corpus::Speaker& speaker : attribution.speakers) {
    if (speaker.leader) record.speakers.push_back({gazetteer.leaders()[*speaker.leader].id, {}});
    else record.speakers.push_back({{}, speaker.name});
  }
  return record;
}

/// The span in bytes of the passage's text, if it lies in it whole.
schema::Extent within(const Passage& passage, const std::optional<Span>& span) {
  if (!span || !passage.span.contains(*span)) return {};
  return {span->start - passage.span.start, span->end - passage.span.start};
}

class Placer {
 public:
  Placer(const std::vector<Passage>& passages, const schema::Gazetteer& gazetteer)
      : passages_(passages), gazetteer_(gazetteer), placed_(passages.size()), last_(passages.size(), nullptr) {}

  void place(const corpus::Attribution& attribution) {
    for (const Span& piece : attribution.content) {
      auto passage = std::upper_bound(passages_.begin(), passages_.end(), piece.start,
                                      [](std::uint32_t at, const Passage& one) { return at < one.span.end; });
      for (; passage != passages_.end() && passage->span.start < piece.end; ++passage) put(attribution, piece, *passage);
    }
  }

  std::vector<std::vector<schema::AttributionRecord>> take() { return std::move(placed_); }

 private:
  void put(const corpus::Attribution& attribution, const Span& piece, const Passage& passage) {
    const auto number = static_cast<std::size_t>(&passage - passages_.data());
    auto& records = placed_[number];
    if (last_[number] != &attribution) {
      records.push_back(without_spans(attribution, gazetteer_));
      records.back().source = within(passage, attribution.source);
      records.back().cue = within(passage, attribution.cue);
      last_[number] = &attribution;
    }
    records.back().content.push_back({std::max(piece.start, passage.span.start) - passage.span.start,
                                      std::min(piece.end, passage.span.end) - passage.span.start});
  }

  const std::vector<Passage>& passages_;
  const schema::Gazetteer& gazetteer_;
  std::vector<std::vector<schema::AttributionRecord>> placed_;
  std::vector<const corpus::Attribution*> last_;  ///< whose record is each passage's last
};

}  // namespace

std::vector<std::vector<schema::AttributionRecord>> attributions_by_passage(const corpus::AnalysedStatement& analysed,
                                                                            const schema::Gazetteer& gazetteer) {
  Placer placer(analysed.passages, gazetteer);
  for (const corpus::Attribution& attribution : analysed.attributions) placer.place(attribution);
  return placer.take();
}

}  // namespace communique::indexer
