// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/cite/cite.h"

#include <algorithm>
#include <utility>

#include "schema/files.h"
#include "schema/utf8.h"
#include "schema/words.h"
#include "searcher/statement_id.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kKeyHash = 6;

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// Of "Erdoğan" erdogan, of "Xi Jinping" xijinping; empty if there is nothing of it in ASCII.
std::string key_word(const std::string& name) {
  std::string word;
  for (const char c : schema::fold_value(name)) {
    if (is_letter_or_digit(c)) word += c;
  }
  return word;
}

/// author, year, id: putin2020-kremlin-63209. An id with other characters than keys may have gets a hash of it added,
/// so that two of them never meet.
std::string key_of(const schema::StatementRecord& statement, const Author& author) {
  std::string id;
  for (const char c : statement.id)
    id += is_letter_or_digit(c) || c == '-' || c == '_' || c == '.' || c == ':' ? c : '-';
  if (id != statement.id) {
    id += '-';
    id.append(schema::short_hash(statement.id), 0, kKeyHash);
  }
  std::string key = key_word(author.sort_name);
  if (key.empty()) key = "statement";
  key += statement.dated() ? std::to_string(statement.date.year) : "undated";
  key += '-';
  return key + id;
}

/// Typographic variants of one sign, so that a quote typed at a keyboard is found as it is printed.
std::string typed(std::string_view text, std::vector<std::size_t>* byte_of) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const std::int32_t point = schema::next_code_point(text, at);
    std::string_view as = text.substr(start, at - start);
    if (point == 0x2018 || point == 0x2019 || point == 0x2bc) as = "'";
    if (point == 0x201c || point == 0x201d || point == 0x201e) as = "\"";
    if (point == 0x2010 || point == 0x2011 || point == 0x2013 || point == 0x2014) as = "-";
    for (std::size_t i = 0; byte_of != nullptr && i < as.size(); ++i) byte_of->push_back(start);
    out += as;
  }
  if (byte_of != nullptr) byte_of->push_back(text.size());
  return out;
}

/// The quote as printed in the statement, near a place.
std::optional<TextPlace> find_quote(const StatementText& text, const std::string& quote, const TextPlace& near) {
  if (const auto exact = text.find(quote, near)) return exact;
  std::vector<std::size_t> byte_of;
  const std::string whole = typed(text.plain(), &byte_of);
  const std::string wanted = typed(quote, nullptr);
  std::optional<TextPlace> first;
  for (std::size_t at = whole.find(wanted); at != std::string::npos; at = whole.find(wanted, at + 1)) {
    const TextPlace place = text.place_of(byte_of[at], byte_of[at + wanted.size()] - byte_of[at]);
    if (place.passage == near.passage) return place;
    if (!first) first = place;
  }
  return first;
}

class Bibliography {
 public:
  Bibliography(OpenIndex& index, const CiteRequest& request) : index_(index), request_(request) {}

  std::optional<ValueError> add(const std::string& id) {
    std::string wrong;
    const auto named = look_up_or_tell(index_, id, wrong);
    if (!named) {
      citations_.missing.push_back(wrong);
      return std::nullopt;
    }
    Citation& citation = item_of(named->head);
    std::vector<schema::PassageRecord> passages;
    for (std::uint32_t number = 1; number <= citation.statement.passages; ++number) {
      passages.push_back(index_.passage({named->head.shard, named->head.docid + number}));
    }
    const StatementText text(passages);
    CitationNote note;
    note.statement = citation.statement.id;
    if (auto error = find_place(text, named->passage, id, note.place)) return error;
    const std::string cited = note.place.passage > 0 ? text.at(note.place) : text.plain();
    note.length = schema::count_code_points(cited);
    note.sha256 = schema::sha256(cited);
    if (note.place.passage > 0) note.statement_sha256 = schema::sha256(text.plain());
    if (!request_.quote.empty()) note.quote = cited;
    if (std::find(citation.notes.begin(), citation.notes.end(), note) != citation.notes.end()) return std::nullopt;
    citation.notes.push_back(std::move(note));
    citation.texts.push_back(cited);
    return std::nullopt;
  }

  Citations take() { return std::move(citations_); }

 private:
  Citation& item_of(const DocumentPlace& head) {
    schema::StatementRecord statement = index_.statement(head);
    for (Citation& item : citations_.items) {
      if (item.statement.id == statement.id) return item;
    }
    const schema::Leader* leader =
        statement.speaker_leader.empty() ? nullptr : index_.gazetteer().find(statement.speaker_leader);
    Citation item;
    item.author = author_of(statement, leader);
    item.key = key_of(statement, item.author);
    if (!statement.url.empty()) item.accessed = request_.accessed;
    item.statement = std::move(statement);
    citations_.items.push_back(std::move(item));
    return citations_.items.back();
  }

  std::optional<ValueError> find_place(const StatementText& text, std::uint32_t passage, const std::string& id,
                                       TextPlace& place) const {
    const std::string quote = plain_text(request_.quote);
    if (quote.empty()) {
      if (passage > 0) place = text.whole_passage(passage).value_or(TextPlace{});
      return std::nullopt;
    }
    const auto found = find_quote(text, quote, {passage, 0, 0});
    if (!found) return ValueError{id + " does not hold these words", "check-quote tells who said them, or the like", 0};
    if (passage > 0 && found->passage != passage) {
      return ValueError{id + " does not hold these words",
                        "passage " + std::to_string(found->passage) + " of the statement does", 0};
    }
    place = *found;
    return std::nullopt;
  }

  OpenIndex& index_;
  const CiteRequest& request_;
  Citations citations_;
};

}  // namespace

Result<Citations> cite(OpenIndex& index, const CiteRequest& request) {
  Bibliography bibliography(index, request);
  for (const std::string& id : request.ids) {
    if (auto error = bibliography.add(id)) return *error;
  }
  return bibliography.take();
}

}  // namespace communique::searcher
