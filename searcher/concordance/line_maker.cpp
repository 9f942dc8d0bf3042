// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/concordance/line_maker.h"

#include <algorithm>

#include "schema/countries.h"
#include "searcher/said.h"
#include "searcher/versions.h"

namespace communique::searcher {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

/// Runs of white space become one blank, those at the ends go.
void set_to_line(std::string_view text, std::string& line) {
  line.clear();
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && is_blank(text[at])) ++at;
    const std::size_t word = at;
    while (at < text.size() && !is_blank(text[at])) ++at;
    if (at == word) break;
    if (!line.empty()) line += ' ';
    line.append(text, word, at - word);
  }
}

/// FNV-1a, and the last step of splitmix64 to spread what differs in the last bytes (Vigna 2015).
class Lot {
 public:
  explicit Lot(std::uint64_t seed) { number(seed); }
  void number(std::uint64_t value) {
    for (int i = 0; i < 8; ++i) byte(static_cast<unsigned char>(value >> (8 * i)));
  }
  void text(std::string_view value) {
    for (const char c : value) byte(static_cast<unsigned char>(c));
    byte(0);
  }
  std::uint64_t value() const {
    std::uint64_t x = state_;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31);
  }

 private:
  void byte(unsigned char value) { state_ = (state_ ^ value) * 0x100000001B3U; }
  std::uint64_t state_ = 0xCBF29CE484222325U;
};

std::string label_of_statement(FacetField field, const schema::StatementRecord& statement) {
  switch (field) {
    case FacetField::Speaker:
      return statement.speaker_leader.empty() ? statement.speaker : name_of({statement.speaker_leader, {}}, statement);
    case FacetField::Country:
      return schema::country_name(statement.country);
    case FacetField::Year:
      return statement.dated() ? statement.date.to_string().substr(0, 4) : std::string();
    case FacetField::Month: {
      const std::string date = statement.dated() ? statement.date.to_string() : std::string();
      return date.size() >= 7 ? date.substr(0, 7) : std::string();
    }
    case FacetField::Type:
      return statement.type;
    case FacetField::Source:
      return statement.source;
    case FacetField::Language:
      return statement.lang;
    case FacetField::SaidBy:
    case FacetField::Mentions:
      break;
  }
  return {};
}

}  // namespace

void LineMaker::read(MatchWalk& walk) {
  text_.read(walk.passage());
  const auto pieces = text_.pieces();
  if (pieces.empty()) return;
  if ((needs_ & needs::kVersions) != 0 && walk.begins_statement()) duplicates_ = other_versions(index_, walk.head());
  const std::size_t words = text_.words().size();
  const bool short_of_words_left = pieces.front().first_word < request_.context;
  const bool short_of_words_right = pieces.back().after_word + request_.context > words;
  const DocumentPlace place = walk.place();
  const std::uint32_t number = place.docid - walk.head().docid;
  if (short_of_words_left && number > 1) text_.add_before(index_.passage({place.shard, place.docid - 1}).text);
  if (short_of_words_right && number < walk.statement().passages) {
    text_.add_after(index_.passage({place.shard, place.docid + 1}).text);
  }
}

/// Back over what is written before the first word shown, such as a quotation mark, but not into the word before.
std::size_t LineMaker::left_edge(const MatchedPiece& piece) const {
  const auto words = text_.words();
  if (request_.context == 0 || piece.first_word == 0) return text_.passage_start() + piece.piece.start;
  const std::size_t first = piece.first_word - std::min(piece.first_word, request_.context);
  const std::size_t floor = first == 0 ? 0 : words[first - 1].end;
  std::size_t edge = words[first].start;
  while (edge > floor && !is_blank(text_.text()[edge - 1])) --edge;
  return edge;
}

std::size_t LineMaker::right_edge(const MatchedPiece& piece) const {
  const auto words = text_.words();
  if (request_.context == 0 || piece.after_word == words.size()) {
    return request_.context == 0 ? text_.passage_start() + piece.piece.end : text_.text().size();
  }
  const std::size_t last = std::min(piece.after_word + request_.context, words.size()) - 1;
  const std::size_t ceiling = last + 1 == words.size() ? text_.text().size() : words[last + 1].start;
  std::size_t edge = words[last].end;
  while (edge < ceiling && !is_blank(text_.text()[edge])) ++edge;
  return edge;
}

TableRow LineMaker::line(MatchWalk& walk, std::size_t number) {
  const MatchedPiece& piece = text_.pieces()[number];
  const std::size_t start = text_.passage_start() + piece.piece.start;
  const std::size_t end = text_.passage_start() + piece.piece.end;
  const std::size_t left = left_edge(piece);
  set_to_line(text_.text().substr(left, start - left), left_);
  set_to_line(text_.text().substr(start, end - start), match_);
  set_to_line(text_.text().substr(end, right_edge(piece) - end), right_);
  parts_ = {left_, match_, right_, piece.piece};
  mark_ = {piece.piece};
  TableRow row;
  row.query = request_.query;
  row.statement = &walk.statement();
  row.passage = &walk.passage();
  row.passage_number = walk.place().docid - walk.head().docid;
  row.marks = &mark_;
  row.duplicates = duplicates_;
  row.line = &parts_;
  return row;
}

std::array<std::string_view, kSortWords> LineMaker::sort_words(std::size_t number) const {
  const MatchedPiece& piece = text_.pieces()[number];
  const auto words = text_.words();
  std::array<std::string_view, kSortWords> found;
  const auto at = [&](std::size_t i) -> std::string_view {
    switch (request_.order) {
      case LineOrder::Left:
        return i < piece.first_word ? text_.term(words[piece.first_word - 1 - i]) : std::string_view();
      case LineOrder::Right:
        return piece.after_word + i < words.size() ? text_.term(words[piece.after_word + i]) : std::string_view();
      case LineOrder::Match:
        return piece.first_word + i < piece.after_word ? text_.term(words[piece.first_word + i]) : std::string_view();
      default:
        return {};
    }
  };
  if (request_.word > 0) {
    found.front() = at(request_.word - 1);
    return found;
  }
  for (std::size_t i = 0; i < found.size(); ++i) found[i] = at(i);
  return found;
}

std::uint64_t LineMaker::lot(MatchWalk& walk, std::size_t number) const {
  Lot lot(request_.seed);
  lot.text(walk.statement().id);
  lot.number(walk.place().docid - walk.head().docid);
  lot.number(text_.pieces()[number].piece.start);
  return lot.value();
}

std::vector<std::string> LineMaker::groups(MatchWalk& walk, std::size_t number) const {
  const FacetField field = *request_.group;
  std::vector<std::string> labels;
  const auto add = [&](std::string label) {
    if (!label.empty() && std::find(labels.begin(), labels.end(), label) == labels.end())
      labels.push_back(std::move(label));
  };
  if (field == FacetField::Mentions) {
    for (const auto& mention : walk.passage().mentions) add(name_of({mention.leader, {}}, walk.statement()));
  } else if (field == FacetField::SaidBy) {
    const std::vector<Highlight> mark = {text_.pieces()[number].piece};
    for (const auto* one : attributions_holding(walk.passage(), mark)) {
      for (const schema::SpeakerRecord& speaker : one->speakers) add(name_of(speaker, walk.statement()));
    }
  } else {
    add(label_of_statement(field, walk.statement()));
  }
  return labels;
}

}  // namespace communique::searcher
