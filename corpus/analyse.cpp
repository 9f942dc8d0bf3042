// SPDX-License-Identifier: GPL-3.0-or-later
// The order of the steps: language, date and speaker first, since sentences and mentions depend on them; the title's
// leaders before the text's, since whom the title names in full the text may name by surname; labelled turns before
// passages, which end where another speaks; attributions when all names are known; type and parties last.
#include "corpus/analyse.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "corpus/analysis/language.h"
#include "corpus/analysis/mentions.h"
#include "corpus/analysis/office_mentions.h"
#include "corpus/analysis/passages.h"
#include "corpus/analysis/sentences.h"
#include "corpus/attribution/english.h"
#include "corpus/attribution/foreign.h"
#include "corpus/attribution/narrator.h"
#include "corpus/attribution/resolve.h"
#include "corpus/attribution/turns.h"
#include "corpus/events/dates.h"
#include "corpus/events/parties.h"
#include "corpus/events/type.h"
#include "schema/words.h"

namespace communique::corpus {

namespace {

/// Gives each mention to the passage it begins in. A name that a cut sentence parts stays with its first half only if
/// it lies in it whole; both lists are in order of the text.
void place_mentions(std::vector<Passage>& passages, const std::vector<Mention>& mentions) {
  auto passage = passages.begin();
  for (const Mention& mention : mentions) {
    while (passage != passages.end() && passage->span.end <= mention.span.start) ++passage;
    if (passage == passages.end()) return;
    if (mention.span.end <= passage->span.end) passage->mentions.push_back(mention);
  }
}

}  // namespace

struct Analyser::Impl {
  const schema::Gazetteer& gazetteer;
  PassageLimits limits;
  schema::WordSplitter splitter;

  Impl(const schema::Gazetteer& given, PassageLimits given_limits) : gazetteer(given), limits(given_limits) {}

  std::vector<schema::LeaderNumber> leaders_of(std::string_view text, const MentionContext& context) {
    std::vector<schema::LeaderNumber> leaders;
    for (const Mention& mention : find_mentions(text, gazetteer, context, splitter)) {
      if (std::find(leaders.begin(), leaders.end(), mention.leader) == leaders.end()) leaders.push_back(mention.leader);
    }
    return leaders;
  }

  void set_date(AnalysedStatement& analysed) const;
  MentionContext set_speakers(AnalysedStatement& analysed);
  std::vector<Mention> mentions_of(std::string_view text, const MentionContext& context);
  std::vector<Attribution> attributions_of(const AnalysedStatement& analysed, const ResolveContext& context) const;
};

/// The date that was given, or else one found in the text.
void Analyser::Impl::set_date(AnalysedStatement& analysed) const {
  const Statement& given = analysed.statement;
  analysed.date = given.date;
  analysed.date_origin = given.date_origin;
  if (given.date_origin != schema::DateOrigin::None) return;
  std::optional<FoundDate> found = find_date(given, analysed.lang, gazetteer);
  if (!found) return;
  analysed.date = found->date;
  analysed.date_origin = found->origin;
  analysed.date_reason = std::move(found->reason);
  analysed.date_confidence = found->confidence;
}

/// Whom the metadata names: the speaker, then the title's leaders.
MentionContext Analyser::Impl::set_speakers(AnalysedStatement& analysed) {
  const Statement& given = analysed.statement;
  MentionContext context;
  if (analysed.date_origin != schema::DateOrigin::None) context.date = analysed.date;
  context.country = given.country;
  context.lang = analysed.lang;
  if (!given.speaker.empty()) {
    const auto speaker = gazetteer.resolve_speaker(given.speaker, context.date, given.country);
    if (speaker) analysed.speaker.push_back(*speaker);
  }
  context.already_named = analysed.speaker;
  if (!given.title.empty()) analysed.title_leaders = leaders_of(given.title, context);
  context.already_named.insert(context.already_named.end(), analysed.title_leaders.begin(),
                               analysed.title_leaders.end());
  return context;
}

/// By name and by office, in order of the text.
std::vector<Mention> Analyser::Impl::mentions_of(std::string_view text, const MentionContext& context) {
  std::vector<Mention> names = find_mentions(text, gazetteer, context, splitter);
  const std::vector<Mention> offices = find_office_mentions(text, gazetteer, context, names);
  if (offices.empty()) return names;
  std::vector<Mention> all;
  all.reserve(names.size() + offices.size());
  std::merge(names.begin(), names.end(), offices.begin(), offices.end(), std::back_inserter(all),
             [](const Mention& a, const Mention& b) { return a.span.start < b.span.start; });
  return all;
}

std::vector<Attribution> Analyser::Impl::attributions_of(const AnalysedStatement& analysed,
                                                         const ResolveContext& context) const {
  std::vector<Attribution> found = analysed.lang == "en" || analysed.lang.empty()
                                       ? find_english_attributions(context.text, context.sentences)
                                       : find_foreign_attributions(context.text, context.sentences, analysed.lang);
  std::vector<Attribution> resolved = resolve_sources(std::move(found), context, gazetteer);
  if (auto narrator = find_narrator(context, resolved, analysed.lang, gazetteer)) {
    resolved.push_back(std::move(*narrator));
  }
  std::stable_sort(resolved.begin(), resolved.end(), [](const Attribution& a, const Attribution& b) {
    return a.content.front().start < b.content.front().start;
  });
  return resolved;
}

Analyser::Analyser(const schema::Gazetteer& gazetteer, PassageLimits limits)
    : impl_(std::make_unique<Impl>(gazetteer, limits)) {}
Analyser::~Analyser() = default;

AnalysedStatement Analyser::analyse(Statement statement) {
  AnalysedStatement analysed;
  analysed.statement = std::move(statement);
  const Statement& given = analysed.statement;
  analysed.lang = given.lang.empty() ? detect_language(given.text) : given.lang;
  impl_->set_date(analysed);
  const MentionContext context = impl_->set_speakers(analysed);
  const std::vector<Span> sentences = split_sentences(given.text, analysed.lang);
  const std::vector<Mention> mentions = impl_->mentions_of(given.text, context);
  const std::vector<Turn> turns = find_turns(given.text, analysed.lang);
  analysed.passages = cut_passages(given.text, sentences, impl_->limits, turn_breaks(given.text, turns));
  place_mentions(analysed.passages, mentions);

  const auto speaker = analysed.speaker.empty() ? std::nullopt : std::optional(analysed.speaker.front());
  analysed.attributions = impl_->attributions_of(
      analysed, {given.text, sentences, mentions, turns, context.date, given.country, speaker, given.speaker,
                 analysed.title_leaders});
  Fronts fronts(given.title, given.text);
  analysed.type = given.type;
  if (given.type.empty()) {
    analysed.type = infer_type(fronts, analysed.lang, turns.size());
    analysed.type_inferred = !analysed.type.empty();
  }
  analysed.times = find_times(given.text, analysed.lang, context.date);
  analysed.parties = find_parties(analysed, fronts, impl_->gazetteer);
  return analysed;
}

}  // namespace communique::corpus
