// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/document_builder.h"

#include <algorithm>
#include <set>

#include "indexer/passage_attributions.h"
#include "indexer/statement_record.h"
#include "schema/terms.h"

namespace communique::indexer {

namespace {

namespace prefix = schema::prefix;

/// Filters that a statement's passages share with its head.
std::set<std::string> shared_terms(const corpus::AnalysedStatement& analysed, const schema::Gazetteer& gazetteer) {
  const corpus::Statement& statement = analysed.statement;
  std::set<std::string> terms;
  const auto put = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) terms.insert(schema::make_term(name, value));
  };
  const bool code = statement.country.size() == 3 &&
                    statement.country.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
  put(prefix::kCountry, code ? statement.country : schema::fold_value(statement.country));
  put(prefix::kLanguage, analysed.lang);
  put(prefix::kType, schema::fold_value(analysed.type));
  for (const schema::LeaderNumber speaker : analysed.speaker) put(prefix::kSpeaker, gazetteer.leaders()[speaker].id);
  if (analysed.date_origin == schema::DateOrigin::None) {
    terms.emplace(prefix::kUndated);
  } else {
    const std::string date = analysed.date.to_string();
    put(prefix::kYear, date.substr(0, 4));
    if (analysed.date.month != 0) put(prefix::kMonth, date.substr(0, 4) + date.substr(5, 2));
  }
  return terms;
}

/// What `said-by:` finds: leaders by id, others by the words of their names.
void add_said_terms(const schema::AttributionRecord& attribution, std::set<std::string>& terms) {
  if (attribution.confidence < schema::kFoundPercent) return;
  for (const schema::SpeakerRecord& speaker : attribution.speakers) {
    if (!speaker.leader.empty()) {
      terms.insert(schema::make_term(prefix::kSaid, speaker.leader));
      continue;
    }
    for (const schema::OwnedWord& word : schema::split_words(speaker.name)) {
      terms.insert(schema::make_term(prefix::kSaidName, word.term));
    }
  }
}

/// Ids of the leaders that the title or some passage names.
std::set<std::string> named_leaders(const corpus::AnalysedStatement& analysed, const schema::Gazetteer& gazetteer) {
  std::set<std::string> ids;
  for (const schema::LeaderNumber leader : analysed.title_leaders) ids.insert(gazetteer.leaders()[leader].id);
  for (const corpus::Passage& passage : analysed.passages) {
    for (const corpus::Mention& mention : passage.mentions) ids.insert(gazetteer.leaders()[mention.leader].id);
  }
  return ids;
}

schema::PassageRecord passage_record(const corpus::AnalysedStatement& analysed, std::size_t index,
                                     const schema::Gazetteer& gazetteer) {
  const corpus::Passage& passage = analysed.passages[index];
  const std::uint32_t start = passage.span.start;
  schema::PassageRecord record;
  record.text = analysed.statement.text.substr(start, passage.span.end - start);
  record.number = static_cast<std::uint32_t>(index + 1);
  for (const corpus::Span& sentence : passage.sentences) record.sentence_starts.push_back(sentence.start - start);
  for (const corpus::Mention& mention : passage.mentions) {
    record.mentions.push_back(
        {gazetteer.leaders()[mention.leader].id, mention.span.start - start, mention.span.end - start});
  }
  return record;
}

}  // namespace

std::uint32_t DocumentBuilder::collect(std::string_view text, std::uint32_t first) {
  std::uint32_t last = first - 1;
  splitter_.split(text, [&](const schema::Word& word) {
    const schema::WordNumber number = forward_.number_of(word.term);
    forward_.add(number, first + word.position);
    note(number, word);
    last = std::max(last, first + word.position);
  });
  return last;
}

void DocumentBuilder::note(schema::WordNumber number, const schema::Word& word) {
  ++running_words_;
  const std::size_t before = words_.size();
  count(number, 1);
  const bool is_first = words_.size() > before;
  if (!is_first || (word.kind != schema::WordKind::Plain && word.kind != schema::WordKind::Joined)) return;
  if (number >= seen_->size()) seen_->resize(std::max<std::size_t>(number + 1, seen_->size() * 2));
  ++(*seen_)[number];
}

void DocumentBuilder::count(schema::WordNumber number, std::uint32_t times) {
  if (number >= states_.size()) states_.resize(std::max<std::size_t>(number + 1, states_.size() * 2));
  WordState& state = states_[number];
  if (state.passage != passage_) {
    state = {passage_, 0};
    words_.push_back(number);
  }
  state.count += times;
}

/// Returns the position after the last one.
std::uint32_t DocumentBuilder::collect_sentences(const corpus::AnalysedStatement& analysed,
                                                 const corpus::Passage& passage) {
  words_.clear();
  running_words_ = 0;
  ++passage_;
  seen_ = &seen_by_lang_[analysed.lang.empty() ? "und" : analysed.lang];
  const std::string_view text = analysed.statement.text;
  std::uint32_t next = schema::kFirstPosition;
  for (const corpus::Span& sentence : passage.sentences) {
    next = collect(text.substr(sentence.start, sentence.end - sentence.start), next) + 1 + schema::kSentenceGap;
  }
  return next;
}

void DocumentBuilder::count_title() {
  const bool is_short = running_words_ < schema::kShortPassageWords || title_.size() < schema::kShortTitleWords;
  const std::uint32_t times = is_short ? 1 : schema::kTitleWordCount;
  for (const schema::WordNumber number : title_numbers_) count(number, times);
}

void DocumentBuilder::filter_words(std::string_view prefix, const std::string& text) {
  for (const schema::OwnedWord& word : schema::split_words(text)) filters_.add(schema::make_term(prefix, word.term));
}

void DocumentBuilder::filter_value(std::string_view prefix, const std::string& text) {
  if (const std::string value = schema::fold_value(text); !value.empty()) {
    filters_.add(schema::make_term(prefix, value));
  }
}

void DocumentBuilder::begin_document(const corpus::AnalysedStatement& analysed, std::uint32_t length) {
  filters_.begin_document();
  lengths_.push_back(length);
  for (const std::string& term : shared_) filters_.add(term);
  if (analysed.date_origin == schema::DateOrigin::None) return;
  dates_.push_back({static_cast<std::uint32_t>(lengths_.size()), schema::date_value(analysed.date)});
}

void DocumentBuilder::append_title(std::uint32_t first) {
  if (title_.empty()) return;
  forward_.begin_title();
  for (std::size_t i = 0; i < title_numbers_.size(); ++i) forward_.add(title_numbers_[i], first + title_[i].position);
}

SegmentContents DocumentBuilder::take_contents() {
  SegmentContents contents;
  contents.filters = std::exchange(filters_, {});
  contents.lengths = std::exchange(lengths_, {});
  contents.dates = std::exchange(dates_, {});
  contents.seen = std::exchange(seen_by_lang_, {});
  contents.forward = std::exchange(forward_, {});
  contents.records = std::exchange(records_, {});
  contents.lists = std::exchange(lists_, {});
  states_.clear();
  passage_ = 0;
  return contents;
}

void DocumentBuilder::add_head(const corpus::AnalysedStatement& analysed, const std::string& version_key) {
  const corpus::Statement& statement = analysed.statement;
  begin_document(analysed, 0);
  lists_.add_head();
  append_title(schema::kFirstPosition);
  forward_.end_document();
  records_.push_back(schema::encode(make_record(analysed, gazetteer_, version_key)));
  filters_.add(prefix::kHead);
  filters_.add(schema::make_term(prefix::kId, statement.id));
  filters_.add(schema::make_term(prefix::kVersion, version_key));
  for (const std::string& id : named_leaders(analysed, gazetteer_)) {
    filters_.add(schema::make_term(prefix::kMention, id));
  }
  for (const std::string& party : analysed.parties) filters_.add(schema::make_term(prefix::kParty, party));
  filter_words(prefix::kSpeakerName, statement.speaker);
  filter_words(prefix::kSource, statement.source);
  filter_value(prefix::kPrintedSource, statement.source);
  if (analysed.speaker.empty()) filter_value(prefix::kPrintedSpeaker, statement.speaker);
  filter_words(prefix::kTitle, statement.title);
  std::set<std::string> said;
  for (const auto& of_passage : attributions_) {
    for (const schema::AttributionRecord& attribution : of_passage) add_said_terms(attribution, said);
  }
  for (const std::string& term : said) filters_.add(term);
}

void DocumentBuilder::add_passage(const corpus::AnalysedStatement& analysed, std::size_t index) {
  const corpus::Statement& statement = analysed.statement;
  schema::PassageRecord passage = passage_record(analysed, index, gazetteer_);
  passage.attributions = std::move(attributions_[index]);
  records_.push_back(schema::encode(passage, &codec_));
  const std::uint32_t after = collect_sentences(analysed, analysed.passages[index]);
  // Some feeds give the text's beginning as title: its phrases are found in the text itself.
  if (index == 0 && !statement.text.starts_with(statement.title)) append_title(after);
  forward_.end_document();
  count_title();
  std::uint32_t length = 0;
  for (const schema::WordNumber number : words_) length += states_[number].count;
  lists_.add_document(length);
  for (const schema::WordNumber number : words_) lists_.add(number, states_[number].count);
  begin_document(analysed, length);
  for (const schema::MentionRecord& mention : passage.mentions) {
    filters_.add(schema::make_term(prefix::kMention, mention.leader));
  }
  std::set<std::string> said;
  for (const schema::AttributionRecord& attribution : passage.attributions) add_said_terms(attribution, said);
  for (const std::string& term : said) filters_.add(term);
}

void DocumentBuilder::build(const corpus::AnalysedStatement& analysed, const std::string& version_key) {
  shared_ = shared_terms(analysed, gazetteer_);
  attributions_ = attributions_by_passage(analysed, gazetteer_);
  title_ = schema::split_words(analysed.statement.title);
  title_numbers_.clear();
  for (std::size_t i = 0; i < std::min(title_.size(), schema::kMaxTitleWords); ++i) {
    title_numbers_.push_back(forward_.number_of(title_[i].term));
  }
  add_head(analysed, version_key);
  for (std::size_t i = 0; i < analysed.passages.size(); ++i) add_passage(analysed, i);
}

}  // namespace communique::indexer
