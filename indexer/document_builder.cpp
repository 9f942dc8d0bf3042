// SPDX-License-Identifier: GPL-3.0-or-later
// Terms are added in byte order: Xapian keeps a document's terms in a std::map, and filling it in order costs a third
// of filling it in the text's order.
#include "indexer/document_builder.h"

#include <algorithm>
#include <set>

#include "indexer/passage_attributions.h"
#include "indexer/statement_record.h"
#include "schema/terms.h"

namespace communique::indexer {

namespace {

namespace prefix = schema::prefix;

std::uint64_t first_eight_bytes(std::string_view term) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < 8; ++i) key = (key << 8) | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0u);
  return key;
}

/// Boolean terms that a statement's passages share with its head.
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

void add_words(Xapian::Document& document, std::string_view name, const std::string& text) {
  for (const schema::OwnedWord& word : schema::split_words(text)) {
    document.add_boolean_term(schema::make_term(name, word.term));
  }
}

/// The whole value, for counting by it.
void add_folded(Xapian::Document& document, std::string_view name, const std::string& text) {
  if (const std::string value = schema::fold_value(text); !value.empty()) {
    document.add_boolean_term(schema::make_term(name, value));
  }
}

void add_date(Xapian::Document& document, const corpus::AnalysedStatement& analysed) {
  if (analysed.date_origin == schema::DateOrigin::None) return;
  document.add_value(schema::slot::kDate, schema::date_value(analysed.date));
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

struct HeadTerms {
  const std::set<std::string>& shared;  ///< with the passages
  const std::set<std::string>& said;    ///< by whom, in any passage
};

Xapian::Document make_head(const corpus::AnalysedStatement& analysed, const schema::Gazetteer& gazetteer,
                           const HeadTerms& terms, const std::string& version_key) {
  const corpus::Statement& statement = analysed.statement;
  Xapian::Document head;
  head.add_boolean_term(std::string(prefix::kHead));
  head.add_boolean_term(schema::make_term(prefix::kId, statement.id));
  head.add_boolean_term(schema::make_term(prefix::kVersion, version_key));
  for (const std::string& term : terms.shared) head.add_boolean_term(term);
  for (const std::string& id : named_leaders(analysed, gazetteer)) {
    head.add_boolean_term(schema::make_term(prefix::kMention, id));
  }
  for (const std::string& party : analysed.parties) head.add_boolean_term(schema::make_term(prefix::kParty, party));
  add_words(head, prefix::kSpeakerName, statement.speaker);
  add_words(head, prefix::kSource, statement.source);
  add_folded(head, prefix::kPrintedSource, statement.source);
  if (analysed.speaker.empty()) add_folded(head, prefix::kPrintedSpeaker, statement.speaker);
  add_words(head, prefix::kTitle, statement.title);
  for (const std::string& term : terms.said) head.add_boolean_term(term);
  add_date(head, analysed);
  return head;
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
  count(number, word.term, 1);
  const bool is_first = words_.size() > before;
  if (!is_first || (word.kind != schema::WordKind::Plain && word.kind != schema::WordKind::Joined)) return;
  if (number >= seen_->size()) seen_->resize(std::max<std::size_t>(number + 1, seen_->size() * 2));
  ++(*seen_)[number];
}

void DocumentBuilder::count(schema::WordNumber number, std::string_view term, std::uint32_t times) {
  if (number >= states_.size()) states_.resize(std::max<std::size_t>(number + 1, states_.size() * 2));
  WordState& state = states_[number];
  if (state.passage != passage_) {
    state = {passage_, 0};
    words_.push_back({first_eight_bytes(term), number});
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
  for (std::size_t i = 0; i < title_numbers_.size(); ++i) count(title_numbers_[i], title_[i].term, times);
}

void DocumentBuilder::add_words(Xapian::Document& document) {
  std::sort(words_.begin(), words_.end(), [&](const PassageWord& a, const PassageWord& b) {
    return a.key != b.key ? a.key < b.key : forward_.term(a.number) < forward_.term(b.number);
  });
  std::uint32_t length = 0;
  for (const PassageWord& word : words_) length += states_[word.number].count;
  lists_.add_document(length);
  for (const PassageWord& word : words_) {
    document.add_term(forward_.term(word.number), states_[word.number].count);
    lists_.add(word.number, states_[word.number].count);
  }
}

void DocumentBuilder::append_title(std::uint32_t first) {
  if (title_.empty()) return;
  forward_.begin_title();
  for (std::size_t i = 0; i < title_numbers_.size(); ++i) forward_.add(title_numbers_[i], first + title_[i].position);
}

SegmentContents DocumentBuilder::take_contents() {
  SegmentContents contents;
  contents.seen = std::exchange(seen_by_lang_, {});
  contents.forward = std::exchange(forward_, {});
  contents.records = std::exchange(records_, {});
  contents.lists = std::exchange(lists_, {});
  states_.clear();
  passage_ = 0;
  return contents;
}

void DocumentBuilder::build(const corpus::AnalysedStatement& analysed, const std::string& version_key,
                            const std::function<void(const Xapian::Document&)>& yield) {
  const corpus::Statement& statement = analysed.statement;
  const std::set<std::string> shared = shared_terms(analysed, gazetteer_);
  auto attributions = attributions_by_passage(analysed, gazetteer_);
  std::set<std::string> said;
  for (const auto& of_passage : attributions) {
    for (const schema::AttributionRecord& attribution : of_passage) add_said_terms(attribution, said);
  }
  title_ = schema::split_words(statement.title);
  title_numbers_.clear();
  for (std::size_t i = 0; i < std::min(title_.size(), schema::kMaxTitleWords); ++i) {
    title_numbers_.push_back(forward_.number_of(title_[i].term));
  }
  append_title(schema::kFirstPosition);
  forward_.end_document();
  lists_.add_head();
  records_.push_back(schema::encode(make_record(analysed, gazetteer_, version_key)));
  yield(make_head(analysed, gazetteer_, {shared, said}, version_key));
  // Some feeds give the text's beginning as title: its phrases are found in the text itself.
  const bool title_leads_text = statement.text.starts_with(statement.title);
  for (std::size_t i = 0; i < analysed.passages.size(); ++i) {
    schema::PassageRecord passage = passage_record(analysed, i, gazetteer_);
    passage.attributions = std::move(attributions[i]);
    Xapian::Document document;
    records_.push_back(schema::encode(passage, &codec_));
    const std::uint32_t after = collect_sentences(analysed, analysed.passages[i]);
    if (i == 0 && !title_leads_text) append_title(after);
    forward_.end_document();
    count_title();
    add_words(document);
    for (const std::string& term : shared) document.add_boolean_term(term);
    for (const schema::MentionRecord& mention : passage.mentions) {
      document.add_boolean_term(schema::make_term(prefix::kMention, mention.leader));
    }
    said.clear();
    for (const schema::AttributionRecord& attribution : passage.attributions) add_said_terms(attribution, said);
    for (const std::string& term : said) document.add_boolean_term(term);
    add_date(document, analysed);
    yield(document);
  }
}

}  // namespace communique::indexer
