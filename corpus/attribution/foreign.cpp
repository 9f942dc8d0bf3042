// SPDX-License-Identifier: GPL-3.0-or-later
// Quotations first, with the cue after or before them; then reported speech in what is left. No two attributions
// overlap: what is found first stays.
//
// "« C'est fait », a dit Anne Roy. Elle a ajouté que la suite viendrait." -> direct, Anne Roy; indirect, Elle
#include "corpus/attribution/foreign.h"

#include <algorithm>

#include "corpus/attribution/foreign_finder.h"

namespace communique::corpus {

namespace attribution {

bool ForeignFinder::is_free(const Run& run) const {
  for (std::uint32_t at = run.first; at < run.last; ++at) {
    if (taken_[at]) return false;
  }
  return true;
}

void ForeignFinder::add(Found found) {
  Attribution attribution;
  if (found.source_span)
    attribution.source = found.source_span;
  else if (found.source && !found.source->empty())
    attribution.source = span_of(text_, *found.source);
  attribution.cue = span_of(text_, found.cue);
  for (std::uint32_t at = found.cue.first; at < found.cue.last; ++at) taken_[at] = true;
  for (const Run& run : found.content) {
    attribution.content.push_back(span_of(text_, run));
    for (std::uint32_t at = run.first; at < run.last; ++at) taken_[at] = true;
  }
  attribution.type = found.type;
  attribution.joint = found.joint;
  attribution.confidence = found.confidence;
  attribution.rule = found.rule;
  found_.push_back(std::move(attribution));
}

/// The source of a cue that stands before it: "a dit Anne Roy", "a-t-il dit", "sagte der Minister".
std::optional<Run> ForeignFinder::source_after(const ForeignCue& cue, Found& found) const {
  if (cue.clitic) {
    const Span word = text_.tokens[cue.run.first].span;
    const std::size_t pronoun = french_pronoun(text_of(text_.text, word));
    if (text_of(text_.text, word).ends_with("on")) return std::nullopt;  // "dit-on"
    found.source_span = Span{word.start + static_cast<std::uint32_t>(pronoun), word.end};
    return cue.run;
  }
  if (cue.run.last >= text_.sentence_end(cue.run.first)) return std::nullopt;
  const Run source = source_from(text_, cue.run.last, tongue_, cue.many);
  if (source.empty()) return std::nullopt;
  found.source = source;
  found.joint = cue.many && !text_.tokens[source.first].is(kPronoun2);
  return source;
}

/// "selon X", "so X", "по словам X" at a token.
bool ForeignFinder::read_mark_after_quotation(std::uint32_t at, Found& found) const {
  const std::string_view word = text_of(text_.text, text_.tokens[at].span);
  std::uint32_t first = at + 1;
  if (tongue_ == Tongue::French && word == "d" && first < text_.tokens.size() &&
      text_of(text_.text, text_.tokens[first].span).starts_with("apr")) {
    ++first;
  } else if (tongue_ == Tongue::Russian && (word == "по" || word == "По") && first < text_.tokens.size()) {
    const std::string_view noun = text_of(text_.text, text_.tokens[first].span);
    if (noun != "словам" && noun != "мнению") return false;
    ++first;
  } else if (!text_.tokens[at].is(kSourceMark)) {
    return false;
  }
  if (first >= text_.sentence_end(at)) return false;
  // "so Kohl", but "so groß"
  const Run source = source_from(text_, first, tongue_, true);
  if (source.empty() || (word == "so" && !text_.tokens[first].capital && !text_.tokens[first].is(kDeterminer2)))
    return false;
  found.cue = {at, first};
  found.source = source;
  return true;
}

/// Where the reported clause begins: at "that", or, in German, after the comma; `end` if it does nowhere.
std::uint32_t ForeignFinder::content_start(const ForeignCue& cue, std::uint32_t after, std::uint32_t end) const {
  const bool wish = text_.tokens[cue.run.last - 1].is(kWish);
  const std::uint32_t most = std::min(end, after + kMaxToThat);
  for (std::uint32_t at = after; at < most; ++at) {
    const ForeignToken& token = text_.tokens[at];
    if (token.is(kThat2)) return at;
    if (token.quotation != 0) return wish ? end : at;
    if (token.mark == Mark::Stop || token.mark == Mark::Colon || token.is(kSays | kAuxiliary2)) return end;
    if (tongue_ == Tongue::German && token.mark == Mark::Comma && at <= after + 3 && at + 1 < end) {
      return text_.tokens[at + 1].is(kSourceMark) ? end : at + 1;
    }
  }
  return end;
}

/// The reported clause goes to the end of the sentence, or to "and" with another verb of saying.
std::uint32_t ForeignFinder::content_end(std::uint32_t start, std::uint32_t end) const {
  end = std::min(end, start + kMaxReportedTokens);
  std::uint32_t stop = end;
  for (std::uint32_t at = start + 1; at + 1 < stop; ++at) {
    if (!text_.tokens[at].is(kAnd) || text_.tokens[at].quotation != 0) continue;
    std::uint32_t next = at + 1;
    while (next + 1 < end && text_.tokens[next].is(kSkipped)) ++next;
    if (cue_at(text_, next, tongue_)) stop = at;
  }
  while (stop > start && !text_.tokens[stop - 1].word() && text_.tokens[stop - 1].quotation == 0) --stop;
  return stop;
}

/// "X a dit que ...", "сказал X, что ...", "X erklärte, er werde ...".
void ForeignFinder::read_report(const ForeignCue& cue, std::uint32_t end) {
  Found found;
  found.cue = cue.run;
  found.confidence = kReportedConfidence;
  found.rule = "source, cue, that";
  std::uint32_t after = cue.run.last;
  found.source = source_before(text_, cue.run.first, tongue_);
  found.joint = cue.many && !found.source->empty() && !text_.tokens[found.source->first].is(kPronoun2);
  if (found.source->empty()) {
    found.source.reset();
    const bool sentence_head = cue.run.first == text_.sentence_first(cue.run.first);
    const auto source = source_after(cue, found);
    if (source && (cue.clitic || names_somebody(text_, *source, tongue_))) {
      after = source->last;
    } else if (!source && tongue_ == Tongue::Spanish && sentence_head) {
      found.rule = "cue, that; the subject is left out";
    } else {
      return;
    }
  }
  while (tongue_ == Tongue::German && after < end && text_.tokens[after].is(kPrefix)) ++after;
  const bool agrees = text_.tokens[cue.run.last - 1].is(kAgrees);
  if (agrees && after < end && !text_.tokens[after].word()) ++after;
  const std::uint32_t start = agrees ? after : content_start(cue, after, end);
  if (start >= end) return;
  const Run content{start, content_end(start, end)};
  if (content.size() < 2 || !is_free({cue.run.first, content.last})) return;
  std::uint32_t quoted = 0;
  for (std::uint32_t at = content.first; at < content.last; ++at) quoted += text_.tokens[at].quotation != 0 ? 1U : 0U;
  if (quoted == 0 && text_.tokens[start].quotation != 0) return;
  found.type = quoted == 0 ? SpeechType::Indirect : quoted == content.size() ? SpeechType::Direct : SpeechType::Mixed;
  if (quoted > 0) found.confidence = found.type == SpeechType::Direct ? kQuotedConfidence : kMixedConfidence;
  found.content.push_back(content);
  add(std::move(found));
}

/// "Die Strecke werde, so Kohl, fertig", "La obra, dijo Rivas, avanza", "..., a indiqué Anne Roy."
void ForeignFinder::read_aside(const ForeignCue& cue, std::uint32_t end) {
  const std::uint32_t first = text_.sentence_first(cue.run.first);
  if (cue.run.first < first + 3 || cue.run.first > first + kMaxReportedTokens) return;
  if (text_.tokens[cue.run.first - 1].mark != Mark::Comma) return;
  Found found;
  found.cue = cue.run;
  found.type = SpeechType::Indirect;
  found.confidence = kReportedConfidence;
  found.rule = "clause, cue, source";
  const auto source = source_after(cue, found);
  if (!source || !(cue.clitic || names_somebody(text_, *source, tongue_))) return;
  std::uint32_t last = source->last;
  if (last < end && text_.tokens[last].mark != Mark::Comma && text_.tokens[last].mark != Mark::Stop) return;
  const Run before{first, cue.run.first - 1};
  if (!is_free({first, last})) return;
  found.content.push_back(before);
  const std::uint32_t stop = content_end(last, end);
  if (last < end && text_.tokens[last].mark == Mark::Comma && stop > last + 2 && is_free({last + 1, stop}))
    found.content.push_back({last + 1, stop});
  add(std::move(found));
}

/// "Selon X, ...", "..., según X.", "По словам X, ...", "..., so X, ...".
void ForeignFinder::read_source_mark(std::uint32_t at, std::uint32_t end) {
  Found found;
  found.type = SpeechType::Indirect;
  found.confidence = kReportedConfidence;
  found.rule = "according to";
  if (!read_mark_after_quotation(at, found) || !names_somebody(text_, *found.source, tongue_)) return;
  const std::uint32_t first = text_.sentence_first(at);
  const std::uint32_t last = found.source->last;
  const bool comma_after = last < end && text_.tokens[last].mark == Mark::Comma;
  // German puts the verb after the phrase: "Laut Kohl ist ..."
  const bool verb_after = tongue_ == Tongue::German && at == first && last < end && text_.tokens[last].word();
  if (at == first && (comma_after || verb_after)) {
    const std::uint32_t start = comma_after ? last + 1 : last;
    found.content.push_back({start, content_end(start, end)});
  } else if (at > first + 2 && at < first + kMaxReportedTokens && text_.tokens[at - 1].mark == Mark::Comma) {
    const bool closes = last >= end || comma_after || text_.tokens[last].mark == Mark::Stop;
    if (!closes) return;
    found.content.push_back({first, at - 1});
    if (comma_after && content_end(last + 1, end) > last + 2)
      found.content.push_back({last + 1, content_end(last + 1, end)});
  }
  if (found.content.empty() || found.content.front().size() < 2 || !is_free({first, found.content.back().last})) return;
  bool quoted = false;
  for (const Run& run : found.content) {
    for (std::uint32_t token = run.first; token < run.last; ++token)
      quoted = quoted || text_.tokens[token].quotation != 0;
  }
  if (quoted) found.type = SpeechType::Mixed;
  add(std::move(found));
}

void ForeignFinder::read_sentence(std::uint32_t first, std::uint32_t end) {
  for (std::uint32_t at = first; at < end; ++at) {
    if (taken_[at] || text_.tokens[at].quotation != 0 || !text_.tokens[at].word()) continue;
    if (const auto cue = cue_at(text_, at, tongue_)) {
      const std::size_t before = found_.size();
      read_report(*cue, end);
      if (found_.size() == before) read_aside(*cue, end);
    } else {
      read_source_mark(at, end);
    }
  }
}

std::vector<Attribution> ForeignFinder::find() {
  for (std::size_t number = 0; number < text_.quotations.size(); ++number) read_quotation(number);
  for (std::size_t number = 0; number + 1 < text_.sentence_starts.size(); ++number) {
    read_sentence(text_.sentence_starts[number], text_.sentence_starts[number + 1]);
  }
  std::sort(found_.begin(), found_.end(), [](const Attribution& a, const Attribution& b) {
    return a.content.front().start < b.content.front().start;
  });
  return std::move(found_);
}

}  // namespace attribution

std::vector<Attribution> find_foreign_attributions(std::string_view text, const std::vector<Span>& sentences,
                                                   std::string_view lang) {
  const auto tongue = attribution::tongue_of(lang);
  if (!tongue) return {};
  const attribution::ForeignText read = attribution::read_foreign(text, sentences, *tongue);
  return attribution::ForeignFinder(read, *tongue).find();
}

}  // namespace communique::corpus
