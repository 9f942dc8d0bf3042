// SPDX-License-Identifier: GPL-3.0-or-later
// The order of the steps: language and speaker first, since sentences and mentions depend on them; the title's leaders
// before the text's, since whom the title names in full the text may name by surname; then passages.
#include "corpus/analyse.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "corpus/analysis/language.h"
#include "corpus/analysis/mentions.h"
#include "corpus/analysis/passages.h"
#include "corpus/analysis/sentences.h"
#include "schema/countries.h"
#include "schema/words.h"

namespace communique::corpus {

namespace {

void add_once(std::vector<std::string>& list, const std::string& value) {
  if (!value.empty() && std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

/// Who takes part: first countries, then leaders, those of the metadata before those of the title.
std::vector<std::string> find_parties(const AnalysedStatement& analysed, const schema::Gazetteer& gazetteer) {
  std::vector<std::string> parties;
  const Statement& statement = analysed.statement;
  if (schema::country_of_code(statement.country) != nullptr) add_once(parties, statement.country);
  for (const std::string& country : schema::countries_in(statement.title)) add_once(parties, country);
  std::vector<schema::LeaderNumber> leaders = analysed.speaker;
  leaders.insert(leaders.end(), analysed.title_leaders.begin(), analysed.title_leaders.end());
  for (const schema::LeaderNumber leader : leaders) add_once(parties, gazetteer.leaders()[leader].country);
  for (const schema::LeaderNumber leader : leaders) add_once(parties, gazetteer.leaders()[leader].id);
  return parties;
}

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
};

Analyser::Analyser(const schema::Gazetteer& gazetteer, PassageLimits limits)
    : impl_(std::make_unique<Impl>(gazetteer, limits)) {}
Analyser::~Analyser() = default;

AnalysedStatement Analyser::analyse(Statement statement) {
  AnalysedStatement analysed;
  analysed.statement = std::move(statement);
  const Statement& given = analysed.statement;
  analysed.lang = given.lang.empty() ? detect_language(given.text) : given.lang;

  MentionContext context;
  if (given.date_origin != schema::DateOrigin::None) context.date = given.date;
  context.country = given.country;
  if (!given.speaker.empty()) {
    const auto speaker = impl_->gazetteer.resolve_speaker(given.speaker, context.date, given.country);
    if (speaker) analysed.speaker.push_back(*speaker);
  }
  context.already_named = analysed.speaker;
  if (!given.title.empty()) analysed.title_leaders = impl_->leaders_of(given.title, context);
  context.already_named.insert(context.already_named.end(), analysed.title_leaders.begin(),
                               analysed.title_leaders.end());

  const std::vector<Span> sentences = split_sentences(given.text, analysed.lang);
  analysed.passages = cut_passages(given.text, sentences, impl_->limits);
  place_mentions(analysed.passages, find_mentions(given.text, impl_->gazetteer, context, impl_->splitter));
  analysed.parties = find_parties(analysed, impl_->gazetteer);
  return analysed;
}

}  // namespace communique::corpus
