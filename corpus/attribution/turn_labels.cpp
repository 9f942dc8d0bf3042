// SPDX-License-Identifier: GPL-3.0-or-later
// The form of a label: which words it is made of, how they are written and what stands between them.
#include "corpus/attribution/turn_labels.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <vector>

#include "corpus/analysis/abbreviations.h"
#include "corpus/attribution/turn_words.h"
#include "schema/char_class.h"
#include "schema/words.h"

namespace communique::corpus {

namespace {

using schema::Char;
using schema::char_at;

constexpr std::size_t kMaxCapitalWords = 8;  ///< "SENIOR STATE DEPARTMENT OFFICIAL NUMBER ONE", and some
constexpr std::size_t kMaxTitledWords = 24;
constexpr std::size_t kMaxNameWords = 4;  ///< without particles

enum class Case : std::uint8_t { Lower, Capital, Upper, Number };

struct LabelWord {
  std::string term;
  std::string_view text;
  Case letters = Case::Lower;
  bool comma_before = false;
};

/// "McNERNEY" and "DeLAURO" are written in capitals too: from the third letter on.
Case case_of(std::string_view word) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  bool first_upper = false;
  bool last_upper = false;
  for (std::size_t pos = 0; pos < word.size();) {
    const Char c = char_at(word, pos);
    if (u_isUUppercase(c.code_point)) {
      first_upper = first_upper || pos == 0;
      ++upper;
      last_upper = true;
    } else if (u_isULowercase(c.code_point)) {
      ++lower;
      last_upper = false;
    }
    pos += std::max<std::uint32_t>(c.bytes, 1);
  }
  if (upper == 0 && lower == 0) {
    const bool digit = !word.empty() && word[0] >= '0' && word[0] <= '9';
    return digit ? Case::Number : Case::Capital;  // scripts without case
  }
  if (lower == 0 || (first_upper && last_upper && upper > lower)) return Case::Upper;
  return first_upper ? Case::Capital : Case::Lower;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view trimmed(std::string_view text) {
  for (bool more = true; more;) {
    more = false;
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    for (const std::string_view mark : {"\u00A0", "\uFEFF", "\u202F"}) {
      if (text.starts_with(mark)) text.remove_prefix(mark.size()), more = true;
      if (text.ends_with(mark)) text.remove_suffix(mark.size()), more = true;
    }
  }
  return text;
}

/// Without "(retranslated)", "(via interpreter)", "[in French]" at its end.
std::string_view without_note(std::string_view name) {
  while (name.ends_with(')') || name.ends_with(']')) {
    const std::size_t open = name.find_last_of(name.back() == ')' ? '(' : '[');
    if (open == std::string_view::npos || open == 0) return name;
    name = trimmed(name.substr(0, open));
  }
  return name;
}

/// True if the two words may stand side by side in a name with `gap` between them.
bool may_join(std::string_view gap, std::string_view before) {
  if (gap == " " || gap == "-" || gap == "\u2011" || gap == "'" || gap == "\u2019" || gap == ", " || gap == "\u00A0")
    return true;
  if (gap == "  " || gap == " - " || gap == " \u2013 " || gap == "\u2013" || gap == "/" || gap == " & ") return true;
  if (gap != ". " && gap != ".") return false;
  const Char first = char_at(before, 0);
  return first.bytes == before.size() || stop_after(before) != StopKind::Ends;
}

/// The words of a possible label; none if something stands between or around them that no name has.
std::vector<LabelWord> words_of(std::string_view name) {
  std::vector<LabelWord> words;
  std::uint32_t end = 0;
  bool good = true;
  thread_local schema::WordSplitter splitter;
  splitter.split(name, [&](const schema::Word& word) {
    if (word.kind != schema::WordKind::Plain && word.kind != schema::WordKind::Han) return;
    if (!good || words.size() > kMaxTitledWords || word.start < end) return void(good = false);
    const std::string_view gap = name.substr(end, word.start - end);
    const bool inside = !words.empty();
    if (word.kind == schema::WordKind::Plain || !gap.empty()) {
      if (inside ? !may_join(gap, words.back().text) : !gap.empty()) good = false;
    }
    const std::string_view text = name.substr(word.start, word.end - word.start);
    Case letters = case_of(text);
    // "Asker-zade", "Yunus-bek"
    if (inside && gap == "-" && letters == Case::Lower) letters = words.back().letters;
    words.push_back({std::string(word.term), text, letters, inside && gap == ", "});
    end = word.end;
  });
  const std::string_view rest = name.substr(end);
  if (!good || words.size() > kMaxTitledWords || (!rest.empty() && rest != ".")) words.clear();
  return words;
}

bool is_title(const LabelWord& word) { return is_title_word(word.term); }
bool is_name_word(const LabelWord& word) {
  return (word.letters == Case::Capital || word.letters == Case::Upper) && !is_title(word);
}

/// "The President", "EL PÚBLICO" stand for somebody in a transcript; "The Netherlands" do not.
bool is_article_with_title(const std::vector<LabelWord>& words) {
  const auto one = [](const LabelWord& word) { return is_title(word) || is_voice_word(word.term); };
  return words.size() > 1 && words.size() < 5 && one(words.back()) && !is_heading_word(words[1].term);
}

std::ptrdiff_t commas_in(const std::vector<LabelWord>& words) {
  return std::count_if(words.begin(), words.end(), [](const LabelWord& word) { return word.comma_before; });
}

/// "MR. PRESIDENT" is spoken to; "SEN. DODD, REP. FRANK" heads a text of both.
bool is_salutation(const std::vector<LabelWord>& words) {
  if (!is_title(words.front())) return false;
  const auto title = [](const LabelWord& word) { return is_office_word(word.term); };
  return commas_in(words) > 0 ||
         (is_address_word(words.front().term) && std::all_of(words.begin() + 1, words.end(), title));
}

LabelKind capitals_kind(const std::vector<LabelWord>& words) {
  if (words.size() > kMaxCapitalWords || is_salutation(words) || commas_in(words) > 1) return LabelKind::None;
  const bool addressed = is_address_word(words.front().term);
  const bool heading =
      std::any_of(words.begin(), words.end(), [](const LabelWord& word) { return is_heading_word(word.term); });
  if (heading && !addressed) return LabelKind::None;
  if (is_article(words.front().term)) return is_article_with_title(words) ? LabelKind::Titled : LabelKind::None;
  if (is_voice_word(words.back().term) || (words.size() < 3 && is_voice_word(words.front().term)))
    return LabelKind::Voice;
  const bool titled =
      std::any_of(words.begin(), words.end(), [](const LabelWord& word) { return is_office_in_capitals(word.term); });
  return titled && words.size() > 1 ? LabelKind::Titled : LabelKind::Capitals;
}

/// True if the words up to `end` are a name, and the rest after the comma is a post.
bool is_name_with_post(const std::vector<LabelWord>& words, std::size_t comma) {
  const auto end = words.begin() + static_cast<std::ptrdiff_t>(comma);
  const auto of_name = [](const LabelWord& word) { return is_name_word(word) || is_label_particle(word.term); };
  const auto of_post = [](const LabelWord& word) {
    const bool small = word.letters == Case::Lower && !is_title(word) && !is_label_particle(word.term);
    return !small && !is_heading_word(word.term);
  };
  return comma <= kMaxNameWords + 1 &&
         std::any_of(end, words.end(),
                     [](const LabelWord& word) { return is_title(word) || is_voice_word(word.term); }) &&
         std::all_of(words.begin(), end, of_name) && std::all_of(end, words.end(), of_post);
}

LabelKind mixed_kind(const std::vector<LabelWord>& words) {
  if (is_article(words.front().term)) return is_article_with_title(words) ? LabelKind::Name : LabelKind::None;
  if (words.size() < 3 && is_voice_word(words.front().term)) return LabelKind::Voice;
  if (words.size() == 1) return is_heading_word(words.front().term) ? LabelKind::None : LabelKind::Word;
  if (words.front().letters == Case::Lower && !is_title(words.front())) return LabelKind::None;
  std::size_t names = 0;
  bool titled = false;
  bool in_office = false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const LabelWord& word = words[at];
    if (is_heading_word(word.term) || word.letters == Case::Number) return LabelKind::None;
    if (word.letters == Case::Lower && !is_title(word) && !is_label_particle(word.term)) return LabelKind::None;
    if (word.comma_before) return is_name_with_post(words, at) ? LabelKind::Name : LabelKind::None;
    titled = titled || is_title(word);
    in_office = in_office || is_office_word(word.term);
    names += is_name_word(word) ? 1U : 0U;
  }
  if (names == 0 || (!titled && names > kMaxNameWords)) return LabelKind::None;
  const bool full_name = words.size() > 2 && is_name_word(words.back()) && is_name_word(words[words.size() - 2]);
  return in_office && full_name ? LabelKind::Titled : LabelKind::Name;
}

bool is_one_letter(std::string_view text) { return char_at(text, 0).bytes == text.size(); }

LabelKind kind_of(const std::vector<LabelWord>& words, std::string_view name, std::string_view lang) {
  const std::size_t count = words.size();
  if (const LabelKind kind = chinese_label(name); kind != LabelKind::None) return kind;
  // "Question from Izhevsk", but "Question Time" is a heading.
  if (is_question_word(words.front().term) && count <= 5 && (count == 1 || words[1].letters == Case::Lower))
    return LabelKind::Question;
  if (count == 1 && is_answer_word(words.front().term)) return LabelKind::Answer;
  if (count == 1 && is_one_letter(words.front().text)) {
    if (words.front().letters == Case::Upper) return letter_label(words.front().term, lang);
    return LabelKind::None;
  }
  // "Ella" is a Spanish pronoun too, and "А." a Russian conjunction.
  const bool given_name = words.front().text == "Ella" || (count > 1 && is_one_letter(words.front().text));
  if (opens_sentence(words.front().text) && !given_name && !is_article(words.front().term)) return LabelKind::None;
  const bool capitals = std::all_of(words.begin(), words.end(), [](const LabelWord& word) {
    return word.letters == Case::Upper || word.letters == Case::Number ||
           (word.letters == Case::Lower && is_label_particle(word.term));
  });
  return capitals && words.front().letters == Case::Upper ? capitals_kind(words) : mixed_kind(words);
}

std::string key_of(const LabelForm& form, const std::vector<LabelWord>& words) {
  if (form.kind == LabelKind::Question) return "?";
  if (form.kind == LabelKind::Answer) return "!";
  for (std::size_t at = 1; at < words.size(); ++at) {
    if (words[at].comma_before) return words[at - 1].term;
  }
  // "Chief Physician Ivan Orlov" and "Ivan Orlov" are one, "Rural Programs" and "Health Programs" are not.
  const bool full = words.size() > 1 && is_name_word(words.back()) && is_name_word(words[words.size() - 2]);
  return full && words.back().letters == Case::Capital ? words[words.size() - 2].term + ' ' + words.back().term
                                                       : words.back().term;
}

}  // namespace

LabelForm read_label(std::string_view piece, std::string_view lang) {
  LabelForm form;
  // A space before the colon is French; elsewhere it parts the head of a page from its title.
  if (piece.size() > kMaxLabelBytes || (piece.ends_with(' ') && lang != "fr")) return form;
  const std::string_view name = without_note(trimmed(piece));
  if (name.empty()) return form;
  const std::vector<LabelWord> words = words_of(name);
  if (words.empty()) return form;
  form.kind = kind_of(words, name, lang);
  if (form.kind == LabelKind::None) return form;
  form.name = name;
  if (form.name.ends_with('.') && form.kind != LabelKind::Titled) form.name.remove_suffix(1);
  form.key = key_of(form, words);
  form.capitals =
      std::none_of(words.begin(), words.end(), [](const LabelWord& word) { return word.letters == Case::Capital; });
  return form;
}

BareLabel read_bare_label(std::string_view line, std::string_view lang) {
  BareLabel bare;
  const Char letter = char_at(line, 0);
  if (letter.bytes == 0 || letter.bytes >= line.size()) return bare;
  const LabelKind kind = letter_label(schema::fold_value(line.substr(0, letter.bytes)), lang);
  if (kind == LabelKind::None || !u_isUUppercase(letter.code_point)) return bare;
  std::size_t end = letter.bytes;
  bool marked = false;
  for (const std::string_view mark : {".-", ". -", ".\u2013", ".", " -- ", " - ", " \u2013 ", " \u2014 "}) {
    // A dash that opens what is said stays with it: "Q    -- and then?"
    if (!line.substr(end).starts_with(mark)) continue;
    marked = true;
    if (mark != " -- ") end += mark.size();
    break;
  }
  const std::size_t spaced = end;
  while (end < line.size() && is_blank(line[end])) ++end;
  const bool room = end > spaced || (marked && line[spaced - 1] == ' ');
  // Without any mark only "Q" is written so, and only before a capital, a quotation or a dash.
  if (!room || end == line.size() || (!marked && (line.front() != 'Q' || kind != LabelKind::Question))) return bare;
  const Char next = char_at(line, end);
  if (!marked && u_isULowercase(next.code_point)) return bare;
  bare.form = {kind, line.substr(0, letter.bytes), kind == LabelKind::Question ? "?" : "!", true};
  bare.end = end;
  return bare;
}

}  // namespace communique::corpus
