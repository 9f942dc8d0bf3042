// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the text: at every stop, question or exclamation mark and at every line break, does a sentence end
// here? What a stop means is told by the word before it and the word after it, what a line break means by
// line_breaks.h.
#include "corpus/analysis/sentences.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <unicode/uchar.h>

#include "corpus/analysis/abbreviations.h"
#include "corpus/analysis/line_breaks.h"
#include "schema/utf8.h"

namespace communique::corpus {

namespace {

std::int32_t next_code_point(std::string_view text, std::size_t& pos) {
  const auto byte = static_cast<unsigned char>(text[pos]);
  if (byte >= 0x80) return schema::next_code_point(text, pos);
  ++pos;
  return byte;
}

std::int32_t previous_code_point(std::string_view text, std::size_t& pos) {
  const auto byte = static_cast<unsigned char>(text[pos - 1]);
  if (byte >= 0x80) return schema::previous_code_point(text, pos);
  --pos;
  return byte;
}

/// Looking around a stop goes no further than this, so that the whole stays linear.
constexpr std::size_t kLongestWord = 48;
constexpr std::size_t kMostOpeners = 8;

/// What an ASCII character is, in bits: nearly all that is looked at, and ICU need not be asked.
enum Ascii : std::uint8_t { kSpace = 1, kLower = 2, kUpper = 4, kDigit = 8, kOpener = 16, kCloser = 32 };

constexpr std::array<std::uint8_t, 128> kAscii = [] {
  std::array<std::uint8_t, 128> kinds{};
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) kinds[c] = kSpace;
    if (c >= 'a' && c <= 'z') kinds[c] = kLower;
    if (c >= 'A' && c <= 'Z') kinds[c] = kUpper;
    if (c >= '0' && c <= '9') kinds[c] = kDigit;
    if (c == '(' || c == '[' || c == '{') kinds[c] = kOpener;
    if (c == ')' || c == ']' || c == '}') kinds[c] = kCloser;
    if (c == '"' || c == '\'') kinds[c] = kOpener | kCloser;
  }
  return kinds;
}();

bool is_ascii(std::int32_t c) { return c >= 0 && c < 0x80; }
bool is_ascii(std::int32_t c, unsigned kinds) { return (kAscii[static_cast<std::size_t>(c)] & kinds) != 0; }

bool is_space(std::int32_t c) { return is_ascii(c) ? is_ascii(c, kSpace) : c >= 0 && u_isUWhiteSpace(c) != 0; }
bool is_letter(std::int32_t c) { return is_ascii(c) ? is_ascii(c, kLower | kUpper) : c >= 0 && u_isalpha(c) != 0; }
bool is_lower(std::int32_t c) { return is_ascii(c) ? is_ascii(c, kLower) : c >= 0 && u_islower(c) != 0; }
bool is_upper(std::int32_t c) {
  return is_ascii(c) ? is_ascii(c, kUpper) : c >= 0 && (u_isupper(c) != 0 || u_istitle(c) != 0);
}
bool is_digit(std::int32_t c) { return is_ascii(c) ? is_ascii(c, kDigit) : c >= 0 && u_isdigit(c) != 0; }

/// Marks that end sentences in scripts without capitals: 。！？ and the like.
bool is_full_mark(std::int32_t c) { return c >= 0x589 && u_hasBinaryProperty(c, UCHAR_S_TERM) != 0; }
bool is_mark(std::int32_t c) { return c == '.' || c == '!' || c == '?' || c == 0x2026 || is_full_mark(c); }

bool is_closer(std::int32_t c) {
  if (is_ascii(c)) return is_ascii(c, kCloser);
  return c == 0x201D || c == 0x2019 || c == 0xBB || c == 0x203A || c == 0x201C ||
         (c >= 0 && u_charType(c) == U_END_PUNCTUATION);
}
bool is_opener(std::int32_t c) {
  if (is_ascii(c)) return is_ascii(c, kOpener);
  return c == 0x201C || c == 0x2018 || c == 0x201E || c == 0x201A || c == 0xAB || c == 0x2039 || c == 0xBF ||
         c == 0xA1 || (c >= 0 && u_charType(c) == U_START_PUNCTUATION);
}

/// Letters, digits, inner dots, hyphens and apostrophes: what abbreviations are made of.
bool is_word_char(std::int32_t c) {
  return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '\'' || c == 0x2019 || c == '/' || c == '@' ||
         c == 0xBA || c == 0x2116 || c == 0xA7;
}

class Splitter {
 public:
  Splitter(std::string_view text, std::string_view lang)
      : text_(text), ordinal_stops_(has_ordinal_stops(lang)), lines_(text) {}

  std::vector<Span> run();

 private:
  std::size_t read_mark(std::size_t pos);
  std::size_t read_break(std::size_t pos);
  std::size_t skip_closers(std::size_t pos) const;
  bool ends(std::size_t mark, std::size_t marks_end, std::size_t end);
  bool ends_unspaced(std::size_t mark, std::size_t end) const;
  bool in_address(std::size_t pos) const;
  bool ends_at_stop(std::size_t mark, std::size_t next);
  bool ends_after_word(std::string_view word, std::size_t next) const;
  std::string_view word_before(std::size_t pos) const;
  std::string_view word_at(std::size_t pos) const;
  void close(std::size_t end);

  std::int32_t at(std::size_t pos) const { return pos < text_.size() ? next_code_point(text_, pos) : -1; }
  std::int32_t before(std::size_t pos) const { return pos > 0 ? previous_code_point(text_, pos) : -1; }

  std::string_view text_;
  bool ordinal_stops_;
  LineBreaks lines_;
  std::size_t start_ = 0;    ///< of the sentence being read, white space before it included
  std::size_t head_ = 0;     ///< of its first letter or digit, or how far that was looked for
  bool quote_open_ = false;  ///< an odd number of straight quotation marks since start_
  std::vector<Span> sentences_;
};

/// Bytes at which nothing can be decided.
constexpr std::array<bool, 256> kDull = [] {
  std::array<bool, 256> dull{};
  for (std::size_t c = 0; c < 0x80; ++c) {
    dull[c] = c != '.' && c != '!' && c != '?' && c != '"' && !(c >= '\n' && c <= '\r');
  }
  return dull;
}();

std::vector<Span> Splitter::run() {
  for (std::size_t pos = 0; pos < text_.size();) {
    const auto byte = static_cast<unsigned char>(text_[pos]);
    if (kDull[byte]) {
      ++pos;
    } else if (byte == '"') {
      quote_open_ = !quote_open_;
      ++pos;
    } else if (byte < 0x80) {
      pos = byte <= '\r' ? read_break(pos) : read_mark(pos);
    } else {
      std::size_t next = pos;
      const std::int32_t c = next_code_point(text_, next);
      if (c == 0x2028 || c == 0x2029 || c == 0x85) pos = read_break(pos);
      else pos = is_mark(c) ? read_mark(pos) : next;
    }
  }
  close(text_.size());
  return std::move(sentences_);
}

/// Ends the sentence before `end`, if there is anything in it.
void Splitter::close(std::size_t end) {
  std::size_t from = start_;
  std::size_t to = end;
  for (std::size_t next = from; from < to && is_space(next_code_point(text_, next)); next = from) from = next;
  for (std::size_t last = to; to > from && is_space(previous_code_point(text_, last)); last = to) to = last;
  if (from < to) sentences_.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)});
  start_ = head_ = end;
  quote_open_ = false;
}

std::size_t Splitter::read_break(std::size_t pos) {
  const LineBreaks::Break found = lines_.read(pos);
  if (found.ends_sentence) close(pos);
  return found.next;
}

/// A run of marks ("?!", "...", ". . .") and what closes after it.
std::size_t Splitter::read_mark(std::size_t pos) {
  std::size_t end = pos;
  for (std::size_t next = end; next < text_.size();) {
    const std::int32_t c = next_code_point(text_, next);
    if (is_mark(c)) end = next;
    else if (c != ' ' || at(next) != '.' || next - end > 1) break;
  }
  const std::size_t marks_end = end;
  end = skip_closers(end);
  if (ends(pos, marks_end, end)) {
    close(end);
    return end;
  }
  quote_open_ = quote_open_ != (std::count(text_.begin() + static_cast<std::ptrdiff_t>(marks_end),
                                           text_.begin() + static_cast<std::ptrdiff_t>(end), '"') % 2 == 1);
  return end;
}

std::size_t Splitter::skip_closers(std::size_t pos) const {
  bool quote_open = quote_open_;
  for (std::size_t next = pos; next < text_.size(); pos = next) {
    const std::int32_t c = next_code_point(text_, next);
    if (is_space(c)) {  // French: "Oui ! »"
      if (at(next) != 0xBB || is_letter(at(next + 2)) || c == '\n') break;
      continue;
    }
    if (!is_closer(c)) break;
    const std::int32_t after = at(next);
    if (c == '"' && !quote_open && (is_letter(after) || is_digit(after))) break;  // it opens the next one
    if ((c == '\'' || c == 0xBB || c == 0x201C || c == 0x2019) && is_letter(after)) break;
    if (c == '"') quote_open = false;
  }
  return pos;
}

bool Splitter::ends(std::size_t mark, std::size_t marks_end, std::size_t end) {
  if (end == text_.size() || is_full_mark(before(marks_end))) return true;
  if (!is_space(at(end))) return ends_unspaced(mark, end);
  std::size_t next = end;
  bool line_break = false;
  std::int32_t c = -1;
  std::size_t openers = 0;
  for (std::size_t from = end; from < text_.size(); next = from) {
    c = next_code_point(text_, from);
    if (is_space(c)) line_break = line_break || c == '\n';
    else if (!is_opener(c) || ++openers > kMostOpeners) break;
  }
  if (next >= text_.size() || is_lower(c)) return next >= text_.size();
  const bool stop = text_[mark] == '.' && marks_end == mark + 1;
  if (!stop) return is_letter(c) || is_digit(c) || openers > 0 || line_break || text_[mark] != '.';
  return ends_at_stop(mark, next);
}

/// "said.The": the space was lost. Not in "index.cfm?Page=Home.News", "Ph.D", "U.S.Senate", "Mail.Ru".
bool Splitter::ends_unspaced(std::size_t mark, std::size_t end) const {
  const std::int32_t last = before(mark);
  if (!is_lower(last) && !is_digit(last) && !is_closer(last)) return false;
  std::size_t next = end;
  while (is_opener(at(next)) && next - end < kMostOpeners) next_code_point(text_, next);
  const std::string_view after = word_at(next);
  std::size_t second = next;
  if (after.empty() || !is_upper(next_code_point(text_, second))) return false;
  if (is_upper(at(second)) ||
      (after.size() <= 3 && !opens_sentence(after) && stop_after(after) != StopKind::Name)) {
    return false;
  }
  const std::string_view word = word_before(mark);
  if (word == "www" || (word.find('.') != std::string_view::npos && !is_digit(last))) return false;
  return !in_address(mark) && ends_after_word(word, next);
}

/// Whether what stands before `pos` without a space is part of a web or mail address.
bool Splitter::in_address(std::size_t pos) const {
  const std::size_t from = std::max(start_, pos - std::min(pos, 4 * kLongestWord));
  const std::string_view window = text_.substr(from, pos - from);
  const std::size_t space = window.find_last_of(" \n\t");
  return window.substr(space == std::string_view::npos ? 0 : space + 1).find_first_of("/@=&") != std::string_view::npos;
}

/// A stop, white space, and at `next` a letter that is not small, a digit or a sign.
bool Splitter::ends_at_stop(std::size_t mark, std::size_t next) {
  const std::string_view word = word_before(mark);
  const bool digits = !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
  const auto word_start = static_cast<std::size_t>(word.data() - text_.data());
  while (head_ < word_start && !is_letter(at(head_)) && !is_digit(at(head_))) next_code_point(text_, head_);
  const bool heads = head_ == word_start && !word.empty();
  const bool roman = word.size() <= 5 && word.find_first_not_of("IVXLC") == std::string_view::npos;
  if (heads && ((digits && word.size() <= 3) || roman)) return false;  // "12. We", "IV. Peace": a paragraph's number
  if (digits && ordinal_stops_ && word.size() <= 2 && is_upper(at(next))) return opens_sentence(word_at(next));
  return ends_after_word(word, next);
}

bool Splitter::ends_after_word(std::string_view word, std::size_t next) const {
  std::size_t used = 0;
  const bool initial = !word.empty() && is_upper(next_code_point(word, used)) && used == word.size();
  switch (initial ? StopKind::Anywhere : stop_after(word)) {
    case StopKind::Ends: return true;
    case StopKind::Name:
    case StopKind::Never: return false;
    case StopKind::Number: return !is_digit(at(next));
    case StopKind::Anywhere: {
      if (!is_letter(at(next))) return false;
      const std::string_view after = word_at(next);
      return opens_sentence(after) && at(next + after.size()) != '.';
    }
  }
  return true;
}

/// The word that ends at `pos`; empty if it is longer than any abbreviation.
std::string_view Splitter::word_before(std::size_t pos) const {
  std::size_t from = pos;
  while (from > start_ && is_word_char(before(from))) {
    previous_code_point(text_, from);
    if (pos - from > kLongestWord) return text_.substr(pos, 0);
  }
  return text_.substr(from, pos - from);
}

std::string_view Splitter::word_at(std::size_t pos) const {
  std::size_t to = pos;
  while (is_letter(at(to)) && to - pos < kLongestWord) next_code_point(text_, to);
  return text_.substr(pos, to - pos);
}

}  // namespace

std::vector<Span> split_sentences(std::string_view text, std::string_view lang) { return Splitter(text, lang).run(); }

}  // namespace communique::corpus
