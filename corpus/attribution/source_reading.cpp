// SPDX-License-Identifier: GPL-3.0-or-later
// A source is at most a few words long: they are looked at one by one.
#include "corpus/attribution/source_reading.h"

#include <algorithm>
#include <array>
#include <optional>

#include <unicode/uchar.h>

#include "schema/char_class.h"
#include "schema/words.h"

namespace communique::corpus {

namespace {

using schema::Gender;

struct SourceWord {
  std::string folded;
  Span span;
  bool capital = false;
  bool possessive = false;
};

bool is_one_of(std::string_view word, std::string_view list) {
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

/// Longest description that is kept as a name; longer ones are cut between words.
constexpr std::size_t kMostNameBytes = 80;

constexpr std::string_view kArticles = "the a an this that these those our his her its their some many le la les l un une des "
                                       "el los las una der die das ein eine";
constexpr std::string_view kJoiners = "and et und y e и as";
constexpr std::string_view kPrepositions = "of for to from by with under against about at in on inside within near "
                                           "de du des von vom fur del au aux";
/// May stand after a leader's name within a source and leave the leader its head.
constexpr std::string_view kAfterName = "himself herself themselves also and et und y и who then later both jointly too "
                                        "earlier again once now still has had is was in on at of";
constexpr std::string_view kOfficeHolders = "president premier minister chancellor king queen emperor emir sultan leader "
                                            "head chairman secretary chief prime foreign federal";
constexpr std::string_view kJointNouns = "leaders sides presidents parties ministers countries premiers delegations governments "
                                         "chancellors interlocutors heads nations participants counterparts secretaries "
                                         "officials partners foreign prime defence defense state states government of and "
                                         "the two both three four deux dirigeants parties pays beiden seiten lideres "
                                         "стороны лидеры президенты обе оба главы государств";
constexpr std::string_view kJointSigns = "two both three four leaders sides presidents parties premiers interlocutors "
                                         "deux beiden стороны лидеры президенты обе оба";

constexpr std::string_view kMessages = "message messages letter letters telegram telegrams greeting greetings address "
                                       "congratulations condolences reply note text statement part in lettre telegramme "
                                       "carta telegrama brief schreiben telegramm письмо письме послание послании телеграмма "
                                       "телеграмме";

struct Pronoun {
  std::string_view words;
  SourceForm form;
  Gender gender;
};

constexpr std::array kPronouns = std::to_array<Pronoun>({
    {"he il er он", SourceForm::Person, Gender::Male},
    {"she elle ella она", SourceForm::Person, Gender::Female},
    {"they both ils elles ellos ellas они оба обе", SourceForm::They, Gender::Unknown},
    {"it", SourceForm::Thing, Gender::Unknown},
    {"you this these those such there what all many some others one everyone people vous usted sie ce cela das это",
     SourceForm::Nobody, Gender::Unknown},
    {"i we je nous yo nosotros ich wir я мы me us", SourceForm::First, Gender::Unknown},
    {"who which that qui que der die quien который которая", SourceForm::Relative, Gender::Unknown},
});

bool is_capital_at(std::string_view text, std::size_t pos) {
  const std::int32_t c = schema::char_at(text, pos).code_point;
  return c >= 0 && u_isUUppercase(c);
}

std::vector<SourceWord> words_of(std::string_view text, Span span) {
  std::vector<SourceWord> words;
  thread_local schema::WordSplitter splitter;
  const std::string_view source = text_of(text, span);
  splitter.split(source, [&](const schema::Word& word) {
    if (word.kind != schema::WordKind::Plain && word.kind != schema::WordKind::Han) return;
    SourceWord one;
    one.folded = std::string(word.term);
    one.span = {span.start + word.start, span.start + word.end};
    const std::string_view printed = source.substr(word.start, word.end - word.start);
    one.capital = is_capital_at(printed, 0);
    const std::string_view after = source.substr(word.end);
    one.possessive = after.starts_with("'s") || after.starts_with("’s") || printed.ends_with("'s") ||
                     printed.ends_with("’s") || after.starts_with("’ ") || after.starts_with("' ");
    words.push_back(std::move(one));
  });
  return words;
}

class SourceReader {
 public:
  SourceReader(std::string_view text, Span span, const std::vector<Mention>& mentions)
      : text_(text), span_(span), mentions_(mentions), words_(words_of(text, span)) {}

  SourceReading read() {
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
  bool read_pronoun() {
    const bool alone = words_.size() == 1 ||
                       (words_.size() == 2 && is_one_of(words_[1].folded, "himself herself themselves also both each all"));
    if (!alone) return false;
    for (const Pronoun& pronoun : kPronouns) {
      if (!is_one_of(words_[0].folded, pronoun.words)) continue;
      // "US" and "IT" are no pronouns.
      if (words_[0].span.end - words_[0].span.start == 2 && words_[0].capital &&
          is_capital_at(text_, words_[0].span.start + 1)) {
        continue;
      }
      reading_.form = pronoun.form;
      reading_.gender = pronoun.gender;
      return true;
    }
    return false;
  }

  bool read_joint() {
    const auto in = [](std::string_view list) {
      return [list](const SourceWord& word) { return is_one_of(word.folded, list); };
    };
    if (words_.size() < 2 || !std::all_of(words_.begin(), words_.end(), in(kJointNouns))) return false;
    if (std::none_of(words_.begin(), words_.end(), in(kJointSigns))) return false;
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
    // What somebody's message says, he says.
    if (std::all_of(next, words_.end(), [](const SourceWord& word) { return is_one_of(word.folded, kMessages); })) {
      return false;
    }
    if (next != words_.begin() && std::prev(next)->possessive) return true;
    const std::string_view gap = text_of(text_, {mention.span.end, next->span.start});
    if (gap.starts_with("'") || gap.starts_with("’")) return true;
    return gap == " " && !is_one_of(next->folded, kAfterName) && (!next->capital || mention.form != schema::NameForm::Office);
  }

  bool is_head(const Mention& mention) const {
    const SourceWord* preposition = nullptr;
    bool between = false;  // a word between the preposition and the name that is no title
    for (const SourceWord& word : words_) {
      if (word.span.start >= mention.span.start) break;
      if (is_one_of(word.folded, kPrepositions)) {
        preposition = &word;
        between = false;
      } else if (title_of(word.folded, {}).kind == TitleKind::None) {
        between = true;
      }
    }
    if (preposition == nullptr) return true;
    const auto first = std::find_if(words_.begin(), words_.end(),
                                    [](const SourceWord& word) { return !is_one_of(word.folded, kArticles); });
    return between && first != words_.end() && is_one_of(first->folded, kOfficeHolders);
  }

  bool is_joined(std::uint32_t end_of_last, const Mention& mention) const {
    return std::any_of(words_.begin(), words_.end(), [&](const SourceWord& word) {
      return word.span.start >= end_of_last && word.span.end <= mention.span.start && is_one_of(word.folded, kJoiners);
    });
  }

  bool read_title() {
    std::string_view before;
    std::optional<Title> found;
    for (const SourceWord& word : words_) {
      if (is_one_of(word.folded, kArticles) && !found) continue;
      if (found && is_one_of(word.folded, kJoiners)) {
        reading_.name = cut(printed({word.span.end + 1, words_.back().span.end}));
        break;
      }
      const Title title = title_of(word.folded, before);
      const bool part = is_one_of(word.folded, "prime foreign federal of state affairs") || word.folded == "the";
      if (title.kind == TitleKind::Office) found = title;
      else if (!part) return false;
      before = word.folded;
    }
    if (!found) return false;
    reading_.form = SourceForm::Title;
    reading_.title = *found;
    return true;
  }

  bool read_message() {
    const auto is_message = [](const SourceWord& word) { return is_one_of(word.folded, kMessages); };
    const bool message = std::all_of(words_.begin(), words_.end(), [&](const SourceWord& word) {
      return is_one_of(word.folded, kArticles) || is_message(word) ||
             is_one_of(word.folded, "of and congratulatory president presidential minister prime premier sent");
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
      if (gap.find_first_of(",;(") != std::string_view::npos || is_one_of(words_[i].folded, kPrepositions) ||
          is_one_of(words_[i].folded, "who which that whose and")) {
        return i;
      }
    }
    return words_.size();
  }

  /// A name closes the phrase's first part: "State Department spokesman Ned Price"; else the phrase describes. A body's
  /// name may go on ("Department of State"), and a title's holder may follow ("Director of the Bank Ann Lee").
  void read_name() {
    const std::size_t end = end_of_part(0);
    const std::size_t capitals = start_of_capitals(0, end);
    std::size_t from = capitals;
    while (from < end && skip_title(from)) ++from;
    if (from < end) return take_name(from, end_of_body(from, end));
    if (capitals == end) return describe();
    const std::size_t last = end_of_holder(end);
    if (last - start_of_capitals(end, last) < 3) return describe();
    take_name(last - 2, last);
  }

  void take_name(std::size_t from, std::size_t end) {
    reading_.form = SourceForm::Named;
    reading_.group = is_one_of(words_.front().folded, "the");
    reading_.name = cut(without_capitals(printed({words_[from].span.start, words_[end - 1].span.end})));
  }

  /// Where the capitalised words that end at `end` begin.
  std::size_t start_of_capitals(std::size_t least, std::size_t end) const {
    std::size_t from = end;
    while (from > least && words_[from - 1].capital && !words_[from - 1].possessive &&
           !is_one_of(words_[from - 1].folded, kArticles)) {
      --from;
    }
    return from;
  }

  /// "the Department of State", but not "John Smith of Texas".
  std::size_t end_of_body(std::size_t from, std::size_t end) const {
    const bool body = end - from == 1 || is_one_of(words_.front().folded, "the");
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
      if (gap.find_first_of(",;(") != std::string_view::npos || is_one_of(words_[i].folded, "who which that whose")) return i;
    }
    return words_.size();
  }

  bool skip_title(std::size_t at) {
    const Title title = title_of(words_[at].folded, at > 0 ? std::string_view(words_[at - 1].folded) : std::string_view());
    if (title.kind == TitleKind::None) return is_one_of(words_[at].folded, "prime vice deputy acting former foreign his her");
    if (title.gender != Gender::Unknown) reading_.gender = title.gender;
    reading_.title = title;
    return true;
  }

  void describe() {
    std::size_t from = 0;
    while (from + 1 < words_.size() && is_one_of(words_[from].folded, kArticles)) ++from;
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
