// SPDX-License-Identifier: GPL-3.0-or-later
// A source is at most a few words long: they are looked at one by one.
#include "corpus/attribution/source_reading.h"

#include <algorithm>
#include <optional>

#include "corpus/attribution/source_words.h"
#include "schema/countries.h"

namespace communique::corpus {

namespace {

using schema::Gender;

/// Longest description that is kept as a name, in bytes; longer ones are cut between words.
constexpr std::size_t kMostNameBytes = 80;

class SourceReader {
 public:
  SourceReader(std::string_view text, Span span, const std::vector<Mention>& mentions)
      : text_(text), span_(span), mentions_(mentions), words_(source_words(text, span)) {}

  SourceReading read() {
    // "On July 12 the Secretary announced": the day is not his.
    if (words_.size() > 2 && is_number(words_[0]) && words_[1].folded == "the") words_.erase(words_.begin());
    if (words_.empty()) return reading_;
    if (read_pronoun() || read_joint()) return reading_;
    read_leaders();
    if (!reading_.leaders.empty()) {
      reading_.form = SourceForm::Leaders;
      return reading_;
    }
    if (read_title() || read_message()) return reading_;
    read_name();
    return reading_;
  }

 private:
  static bool is_number(const SourceWord& word) {
    return word.folded.find_first_not_of("0123456789") == std::string::npos;
  }

  bool read_pronoun() {
    const bool alone = words_.size() == 1 ||
                       (words_.size() == 2 && is_a(words_[1], SourceClass::AfterPronoun));
    if (!alone) return false;
    const Pronoun* pronoun = find_pronoun(words_[0].folded);
    if (pronoun == nullptr) return false;
    // "US" and "IT" are no pronouns.
    const bool two_letters = words_[0].span.end - words_[0].span.start == 2;
    if (two_letters && words_[0].capital && is_capital_at(text_, words_[0].span.start + 1)) return false;
    reading_.form = pronoun->form;
    reading_.gender = pronoun->gender;
    return true;
  }

  bool read_joint() {
    const auto in = [](SourceClass kind) {
      return [kind](const SourceWord& word) { return is_a(word, kind); };
    };
    if (words_.size() < 2 || !std::all_of(words_.begin(), words_.end(), in(SourceClass::JointNoun))) return false;
    if (std::none_of(words_.begin(), words_.end(), in(SourceClass::JointSign))) return false;
    reading_.form = SourceForm::Joint;
    reading_.name = cut(printed({span_.start, span_.end}));
    return true;
  }

  /// The leaders who are the phrase's head, not those who only belong to it ("a spokesman for Putin").
  void read_leaders() {
    auto mention = std::lower_bound(mentions_.begin(), mentions_.end(), span_.start,
                                    [](const Mention& one, std::uint32_t at) { return one.span.start < at; });
    std::uint32_t end_of_last = 0;
    for (; mention != mentions_.end() && mention->span.start < span_.end; ++mention) {
      if (mention->span.end > span_.end) continue;
      const bool known = std::find(reading_.leaders.begin(), reading_.leaders.end(), mention->leader) != reading_.leaders.end();
      if (known || is_modifier(*mention)) continue;
      if (reading_.leaders.empty() ? !is_head(*mention) : !is_joined(end_of_last, *mention)) continue;
      reading_.leaders.push_back(mention->leader);
      end_of_last = mention->span.end;
    }
  }

  /// "Putin's spokesman", "the Obama administration".
  bool is_modifier(const Mention& mention) const {
    const auto next = std::find_if(words_.begin(), words_.end(),
                                   [&](const SourceWord& word) { return word.span.start >= mention.span.end; });
    if (next == words_.end()) return false;
    // What somebody's message to somebody else says, he says.
    if (is_a(*next, SourceClass::Message)) return false;
    if (next != words_.begin() && std::prev(next)->possessive) return true;
    const std::string_view gap = text_of(text_, {mention.span.end, next->span.start});
    if (gap.starts_with("'") || gap.starts_with("’")) return true;
    return gap == " " && !is_a(*next, SourceClass::AfterName) && (!next->capital || mention.form != schema::NameForm::Office);
  }

  bool is_head(const Mention& mention) const {
    const SourceWord* preposition = nullptr;
    bool between = false;  // a word between the preposition and the name that is no title
    for (const SourceWord& word : words_) {
      if (word.span.start >= mention.span.start) break;
      if (is_a(word, SourceClass::Preposition)) {
        preposition = &word;
        between = false;
      } else if (title_of(word.folded, {}).kind == TitleKind::None) {
        between = true;
      }
    }
    if (preposition == nullptr) return true;
    const auto first = std::find_if(words_.begin(), words_.end(),
                                    [](const SourceWord& word) { return !is_a(word, SourceClass::Article); });
    return between && first != words_.end() && is_a(*first, SourceClass::OfficeHolder);
  }

  bool is_joined(std::uint32_t end_of_last, const Mention& mention) const {
    return std::any_of(words_.begin(), words_.end(), [&](const SourceWord& word) {
      return word.span.start >= end_of_last && word.span.end <= mention.span.start && is_a(word, SourceClass::Joiner);
    });
  }

  /// "the president", "the Russian president", "the prime minister of Spain", "the Secretary and ...".
  bool read_title() {
    std::string_view before;
    std::optional<Title> found = head_of_state();
    std::string rest;
    for (const SourceWord& word : words_) {
      if (found && is_a(word, SourceClass::Joiner)) {
        reading_.name = cut(printed({word.span.end + 1, words_.back().span.end}));
        break;
      }
      const Title title = title_of(word.folded, before);
      const bool part = is_a(word, SourceClass::Article) || is_a(word, SourceClass::TitlePart);
      if (title.kind == TitleKind::Office) found = title;
      else if (!part && !(word.folded == "head" && found)) rest += (rest.empty() ? "" : " ") + printed(word.span);
      before = word.folded;
    }
    if (!found) return false;
    if (!rest.empty()) {
      const schema::Country* country = schema::find_country(rest);
      if (country == nullptr) return false;
      reading_.country = country->alpha3;
    }
    reading_.form = SourceForm::Title;
    reading_.title = *found;
    return true;
  }

  std::optional<Title> head_of_state() const {
    std::string folded;
    for (const SourceWord& word : words_) {
      if (!is_a(word, SourceClass::Article)) folded += (folded.empty() ? "" : " ") + word.folded;
    }
    if (folded != "head of state") return std::nullopt;
    constexpr unsigned kHeads = 1U << static_cast<unsigned>(schema::OfficeKind::President) |
                                1U << static_cast<unsigned>(schema::OfficeKind::Monarch);
    return Title{TitleKind::Office, kHeads, Gender::Unknown, false};
  }

  bool read_message() {
    const auto is_message = [](const SourceWord& word) { return is_a(word, SourceClass::Message); };
    const bool message = std::all_of(words_.begin(), words_.end(), [&](const SourceWord& word) {
      return is_a(word, SourceClass::Article) || is_message(word) ||
             is_a(word, SourceClass::MessagePart);
    });
    if (!message || std::none_of(words_.begin(), words_.end(), is_message)) return false;
    reading_.form = SourceForm::Message;
    reading_.name = cut(printed(span_));
    return true;
  }

  /// Where the phrase's first part ends: at a comma, a bracket, a preposition or a relative pronoun.
  std::size_t end_of_part(std::size_t from) const {
    for (std::size_t i = from + 1; i < words_.size(); ++i) {
      const std::string_view gap = text_of(text_, {words_[i - 1].span.end, words_[i].span.start});
      if (gap.find_first_of(",;(") != std::string_view::npos || is_a(words_[i], SourceClass::Clause) ||
          words_[i].folded == "and" || (is_a(words_[i], SourceClass::Preposition) && !is_particle(i))) {
        return i;
      }
    }
    return words_.size();
  }

  /// "Alexandra de Hoop", "Ursula von der Leyen": within a name, not before what it belongs to.
  bool is_particle(std::size_t at) const {
    if (!is_a(words_[at], SourceClass::Particle)) return false;
    return at + 1 < words_.size() && words_[at - 1].capital && title_of(words_[at - 1].folded, {}).kind == TitleKind::None;
  }

  /// A name closes the phrase's first part: "State Department spokesman Ned Price"; else the phrase describes. A body's
  /// name may go on ("Department of State"), and a title's holder may follow ("Director of the Bank Ann Lee").
  void read_name() {
    const std::size_t end = end_of_part(0);
    const std::size_t capitals = start_of_capitals(0, end);
    std::size_t from = capitals;
    while (from < end && skip_title(from)) ++from;
    // "Transport Minister Maxim Sokolov": the name follows the post, whatever stands before that.
    for (std::size_t i = end; i-- > from + 1;) {
      if (i + 1 == end || !skip_title(i)) continue;
      from = i + 1;
      break;
    }
    if (from < end) return take_name(from, end_of_body(from, end));
    if (capitals == end) return describe();
    const std::size_t last = end_of_holder(end);
    if (last - start_of_capitals(end, last) < 3) return describe();
    take_name(last - 2, last);
  }

  void take_name(std::size_t from, std::size_t end) {
    reading_.form = SourceForm::Named;
    reading_.group = words_.front().folded == "the";
    reading_.name = cut(without_capitals(printed({words_[from].span.start, words_[end - 1].span.end})));
  }

  /// Where the capitalised words that end at `end` begin.
  std::size_t start_of_capitals(std::size_t least, std::size_t end) const {
    std::size_t from = end;
    while (from > least && (words_[from - 1].capital || (from - 1 > least && is_particle(from - 1))) && !words_[from - 1].possessive &&
           !is_a(words_[from - 1], SourceClass::Article)) {
      --from;
    }
    return from;
  }

  /// "the Department of State", but not "John Smith of Texas".
  std::size_t end_of_body(std::size_t from, std::size_t end) const {
    const bool body = end - from == 1 || words_.front().folded == "the";
    if (!body || end + 1 >= words_.size() || words_[end].folded != "of") return end;
    std::size_t last = end + 1;
    if (words_[last].folded == "the") ++last;
    const std::size_t first = last;
    while (last < words_.size() && words_[last].capital) ++last;
    return last > first ? last : end;
  }

  /// Where a title's holder would end: at a comma, a bracket or a relative pronoun.
  std::size_t end_of_holder(std::size_t from) const {
    for (std::size_t i = from + 1; i < words_.size(); ++i) {
      const std::string_view gap = text_of(text_, {words_[i - 1].span.end, words_[i].span.start});
      if (gap.find_first_of(",;(") != std::string_view::npos || is_a(words_[i], SourceClass::Clause)) return i;
    }
    return words_.size();
  }

  bool skip_title(std::size_t at) {
    const Title title = title_of(words_[at].folded, at > 0 ? std::string_view(words_[at - 1].folded) : std::string_view());
    if (title.kind == TitleKind::None) return is_a(words_[at], SourceClass::Rank);
    if (title.gender != Gender::Unknown) reading_.gender = title.gender;
    reading_.title = title;
    return true;
  }

  void describe() {
    std::size_t from = 0;
    while (from + 1 < words_.size() && is_a(words_[from], SourceClass::Article)) ++from;
    reading_.form = SourceForm::Described;
    reading_.name = cut(without_capitals(printed({words_[from].span.start, words_.back().span.end})));
  }

  std::string printed(Span span) const { return std::string(text_of(text_, span)); }

  static std::string cut(std::string name) {
    for (char& c : name) {
      if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    }
    if (name.size() <= kMostNameBytes) return name;
    const std::size_t blank = name.rfind(' ', kMostNameBytes);
    name.resize(blank == std::string::npos ? 0 : blank);
    return name;
  }

  std::string_view text_;
  Span span_;
  const std::vector<Mention>& mentions_;
  std::vector<SourceWord> words_;
  SourceReading reading_;
};

}  // namespace

SourceReading read_source(std::string_view text, Span span, const std::vector<Mention>& mentions) {
  return SourceReader(text, span, mentions).read();
}

std::string without_capitals(std::string_view name) {
  const bool small = std::any_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || c < 0; });
  std::string shown(name);
  // Up to three letters are rather an abbreviation: "EU", "IMF".
  if (small || name.size() <= 3) return shown;
  bool inside = false;
  for (char& c : shown) {
    const bool letter = c >= 'A' && c <= 'Z';
    if (letter && inside) c = static_cast<char>(c - 'A' + 'a');
    inside = letter;
  }
  return shown;
}

}  // namespace communique::corpus
