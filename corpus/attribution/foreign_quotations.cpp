// SPDX-License-Identifier: GPL-3.0-or-later
// Who is quoted? The cue stands after the quotation ("», a dit X"), or before it with a colon.
#include <algorithm>

#include "corpus/attribution/foreign_finder.h"

namespace communique::corpus::attribution {

namespace {

/// A quotation of fewer words that is not set off by a cue is a title or an ironic word.
constexpr std::uint32_t kMinQuotedWords = 3;

/// "Ich habe geantwortet: ..." in somebody's own speech.
bool is_first_person(std::string_view word) { return word == "Ich" || word == "Je" || word == "Yo" || word == "Я"; }

}  // namespace

/// Quotations that go on with the same speaker: after the cue in the sentence, or alone in the next sentences.
void ForeignFinder::join_next_quotations(std::size_t number, std::uint32_t end, Found& found) {
  for (; number < text_.quotations.size(); ++number) {
    const ForeignQuotation& next = text_.quotations[number];
    const std::uint32_t between = next.first - std::min(next.first, end);
    if (between > 2 || next.first < end) return;
    for (std::uint32_t at = end; at < next.first; ++at) {
      if (text_.tokens[at].word()) return;
    }
    // Not if it has a cue of its own, nor in the next paragraph.
    const std::uint32_t from = text_.tokens[next.first - 1].span.end;
    const std::string_view gap = text_.text.substr(from, text_.tokens[next.first].span.start - from);
    if (gap.find('\n') != std::string_view::npos) return;
    std::uint32_t after = next.last + 1;
    while (after < text_.tokens.size() && !text_.tokens[after].word() && text_.tokens[after].mark != Mark::Stop &&
           after < next.last + 3)
      ++after;
    const bool ends = after >= text_.tokens.size() || text_.tokens[after].mark == Mark::Stop ||
                      text_.tokens[after].sentence != text_.tokens[next.last].sentence;
    if (!ends && between == 0) return;
    if (!ends && (cue_at(text_, after, tongue_) || text_.tokens[after].is(kSourceMark))) return;
    found.content.push_back({next.first, next.last + 1});
    end = next.last + 1;
  }
}

bool ForeignFinder::read_cue_after_quotation(std::size_t number) {
  const ForeignQuotation& quotation = text_.quotations[number];
  const auto count = static_cast<std::uint32_t>(text_.tokens.size());
  std::uint32_t at = quotation.last + 1;
  bool set_off = false;
  while (at < count && at < quotation.last + 3 &&
         (text_.tokens[at].mark == Mark::Comma || text_.tokens[at].mark == Mark::Dash)) {
    set_off = true;
    ++at;
  }
  if (at >= count || !text_.tokens[at].word() || text_.tokens[at].quotation != 0) return false;
  const std::uint32_t from = text_.tokens[quotation.last].span.end;
  if (text_.text.substr(from, text_.tokens[at].span.start - from).find('\n') != std::string_view::npos) return false;
  // A comma may stand within the marks.
  if (quotation.last > 0 && text_.tokens[quotation.last - 1].mark != Mark::None) set_off = true;
  if (!set_off) return false;

  Found found;
  found.confidence = kQuotedConfidence;
  found.content.push_back({quotation.first, quotation.last + 1});
  found.rule = "quotation, cue, source";
  std::uint32_t end = at;
  if (const auto cue = cue_at(text_, at, tongue_)) {
    found.cue = cue->run;
    const auto source = source_after(*cue, found);
    // Spanish needs no subject, the others do.
    if (!source && tongue_ != Tongue::Spanish) return false;
    if (!source) found.confidence = kMixedConfidence;
    end = source ? source->last : cue->run.last;
    while (tongue_ == Tongue::German && end < text_.sentence_end(at) && text_.tokens[end].is(kPrefix)) ++end;
  } else if (read_mark_after_quotation(at, found)) {
    end = found.source->last;
  } else {
    return false;
  }
  if (!is_free({quotation.first, end})) return false;
  join_next_quotations(number + 1, end, found);
  add(std::move(found));
  return true;
}

/// "X sagte: „…“" and the like; a quotation within a clause with "that" is left to read_report().
void ForeignFinder::read_quotation(std::size_t number) {
  const ForeignQuotation& quotation = text_.quotations[number];
  if (taken_[quotation.first] || read_cue_after_quotation(number)) return;
  if (quotation.words < kMinQuotedWords || quotation.first == 0) return;
  if (text_.tokens[quotation.first - 1].mark != Mark::Colon) return;
  const std::uint32_t colon = quotation.first - 1;
  const std::uint32_t start = text_.sentence_first(colon);
  for (std::uint32_t at = colon; at-- > std::max(start, colon - std::min(colon, kMaxToThat));) {
    const auto cue = cue_at(text_, at, tongue_);
    if (!cue) continue;
    Found found;
    found.cue = cue->run;
    found.source = source_before(text_, cue->run.first, tongue_);
    if (found.source->empty() && at == start + 1 && is_first_person(text_of(text_.text, text_.tokens[start].span)))
      found.source = Run{start, at};
    if (found.source->empty()) found.source.reset();
    if (!found.source && !source_after(*cue, found)) continue;
    found.content.push_back({quotation.first, quotation.last + 1});
    found.confidence = kQuotedConfidence;
    found.rule = "source, cue, colon, quotation";
    join_next_quotations(number + 1, quotation.last + 1, found);
    return add(std::move(found));
  }
}

}  // namespace communique::corpus::attribution
