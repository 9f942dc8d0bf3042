// SPDX-License-Identifier: GPL-3.0-or-later
// Terms are added in byte order from sorted (term, position) pairs: Xapian keeps a document's terms in a std::map, and
// filling it in order costs a third of filling it in the text's order.
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
                           const HeadTerms& terms, const schema::StatementRecord& record) {
  const corpus::Statement& statement = analysed.statement;
  Xapian::Document head;
  head.set_data(schema::encode(record));
  head.add_boolean_term(std::string(prefix::kHead));
  head.add_boolean_term(schema::make_term(prefix::kId, statement.id));
  head.add_boolean_term(schema::make_term(prefix::kVersion, record.version_key));
  for (const std::string& term : terms.shared) head.add_boolean_term(term);
  for (const std::string& id : named_leaders(analysed, gazetteer)) {
    head.add_boolean_term(schema::make_term(prefix::kMention, id));
  }
  for (const std::string& party : analysed.parties) head.add_boolean_term(schema::make_term(prefix::kParty, party));
  add_words(head, prefix::kSpeakerName, statement.speaker);
  add_words(head, prefix::kSource, statement.source);
  add_folded(head, prefix::kPrintedSource, statement.source);
  if (analysed.speaker.empty()) add_folded(head, prefix::kPrintedSpeaker, statement.speaker);
  const std::vector<schema::OwnedWord> title = schema::split_words(statement.title);
  for (std::size_t i = 0; i < title.size(); ++i) {
    const std::string term = schema::make_term(prefix::kTitle, title[i].term);
    // Counted zero times, so that heads have no length and do not stir the passages' statistics.
    if (i < schema::kMaxTitleWords) {
      head.add_posting(term, schema::kFirstPosition + title[i].position, 0);
    } else {
      head.add_boolean_term(term);
    }
  }
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
    Posting posting;
    posting.key = first_eight_bytes(word.term);
    posting.offset = static_cast<std::uint32_t>(arena_.size());
    posting.length = static_cast<std::uint32_t>(word.term.size());
    posting.position = first + word.position;
    posting.counts_as_word = word.kind == schema::WordKind::Plain || word.kind == schema::WordKind::Joined;
    arena_.append(word.term);
    postings_.push_back(posting);
    last = std::max(last, posting.position);
  });
  return last;
}

void DocumentBuilder::add_passage_words(Xapian::Document& document, const std::string& lang) {
  const auto term_of = [&](const Posting& posting) {
    return std::string_view(arena_).substr(posting.offset, posting.length);
  };
  std::sort(postings_.begin(), postings_.end(), [&](const Posting& a, const Posting& b) {
    if (a.key != b.key) return a.key < b.key;
    if (a.length > 8 || b.length > 8) {
      if (const int order = term_of(a).compare(term_of(b)); order != 0) return order < 0;
    } else if (a.length != b.length) {
      return a.length < b.length;
    }
    return a.position < b.position;
  });
  auto& words = seen_[lang.empty() ? "und" : lang];
  std::string term;
  for (const Posting& posting : postings_) {
    if (const std::string_view now = term_of(posting); now != term) {
      term = now;
      if (posting.counts_as_word) ++words[term];
    }
    document.add_posting(term, posting.position);
  }
}

void DocumentBuilder::add_title(Xapian::Document& document, bool with_positions, std::uint32_t first) {
  const bool is_short = postings_.size() < schema::kShortPassageWords || title_.size() < schema::kShortTitleWords;
  const Xapian::termcount count = is_short ? 1 : schema::kTitleWordCount;
  for (std::size_t i = 0; i < std::min(title_.size(), schema::kMaxTitleWords); ++i) {
    if (with_positions) {
      document.add_posting(title_[i].term, first + title_[i].position, count);
    } else {
      document.add_term(title_[i].term, count);
    }
  }
}

void DocumentBuilder::build(const corpus::AnalysedStatement& analysed, const std::string& version_key,
                            const std::function<void(const Xapian::Document&)>& yield) {
  const corpus::Statement& statement = analysed.statement;
  const std::set<std::string> shared = shared_terms(analysed, gazetteer_);
  const schema::StatementRecord record = make_record(analysed, gazetteer_, version_key);
  auto attributions = attributions_by_passage(analysed, gazetteer_);
  std::set<std::string> said;
  for (const auto& of_passage : attributions) {
    for (const schema::AttributionRecord& attribution : of_passage) add_said_terms(attribution, said);
  }
  yield(make_head(analysed, gazetteer_, {shared, said}, record));
  title_ = schema::split_words(statement.title);
  // Some feeds give the text's beginning as title: its phrases are found in the text itself.
  const bool title_leads_text = statement.text.starts_with(statement.title);
  for (std::size_t i = 0; i < analysed.passages.size(); ++i) {
    schema::PassageRecord passage = passage_record(analysed, i, gazetteer_);
    passage.attributions = std::move(attributions[i]);
    Xapian::Document document;
    document.set_data(schema::encode(passage, &codec_));
    postings_.clear();
    arena_.clear();
    std::uint32_t next = schema::kFirstPosition;
    for (const corpus::Span& sentence : analysed.passages[i].sentences) {
      const std::string_view text =
          std::string_view(statement.text).substr(sentence.start, sentence.end - sentence.start);
      next = collect(text, next) + 1 + schema::kSentenceGap;
    }
    add_passage_words(document, analysed.lang);
    add_title(document, i == 0 && !title_leads_text, next);
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
