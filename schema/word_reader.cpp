// SPDX-License-Identifier: GPL-3.0-or-later
// Reading one word. ASCII is looked up byte by byte; only parts with other letters or marks go through ICU.
#include "schema/word_reader.h"

#include <algorithm>
#include <array>

#include "schema/words.h"

namespace communique::schema {

namespace {

constexpr std::uint8_t kLower = 1;
constexpr std::uint8_t kUpper = 2;
constexpr std::uint8_t kDigit = 4;
constexpr std::uint8_t kEnd = 8;  ///< after it nothing can join the word: ASCII but letters, digits and . , ' `

constexpr std::array<std::uint8_t, 256> kAscii = [] {
  std::array<std::uint8_t, 256> kinds{};
  for (std::size_t c = 0; c < 0x80; ++c) kinds[c] = c == '.' || c == ',' || c == '\'' || c == '`' ? 0 : kEnd;
  for (std::size_t c = 'a'; c <= 'z'; ++c) kinds[c] = kLower;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) kinds[c] = kUpper;
  for (std::size_t c = '0'; c <= '9'; ++c) kinds[c] = kDigit;
  return kinds;
}();

std::uint8_t ascii_kind(char byte) { return kAscii[static_cast<unsigned char>(byte)]; }

bool is_ascii_digit(char byte) { return ascii_kind(byte) == kDigit; }

/// French and Italian words that lose their vowel before another; each is a word of its own.
bool is_elision(std::string_view part) {
  constexpr std::array<std::string_view, 19> kElisions = {"all",  "c",      "d", "dall",   "dell", "j",      "jusqu",
                                                          "l",    "lorsqu", "m", "n",      "nell", "puisqu", "qu",
                                                          "quoiqu", "s",    "sull", "t",   "un"};
  return part.size() <= 6 && std::find(kElisions.begin(), kElisions.end(), part) != kElisions.end();
}

bool is_hebrew(std::int32_t c) { return c >= 0x5D0 && c <= 0x5EA; }
bool is_l(std::int32_t c) { return c == 'l' || c == 'L'; }

}  // namespace

Piece WordReader::read(std::size_t pos) {
  const Part part = read_part(pos);
  const bool ends = part.end == text_.size() || ascii_kind(text_[part.end]) == kEnd;
  if (!ends || part.term.size() > kMaxWordBytes) return read_compound(pos, part);
  Piece piece;
  piece.term = part.term;
  piece.start = pos;
  piece.end = piece.next = part.end;
  piece.digits = part.digits;
  return piece;
}

WordReader::Part WordReader::read_part(std::size_t pos) {
  std::size_t end = pos;
  std::uint8_t seen = 0;
  for (; end < text_.size(); ++end) {
    const std::uint8_t kind = ascii_kind(text_[end]);
    if ((kind & (kLower | kUpper | kDigit)) == 0) break;
    seen |= kind;
  }
  if (end < text_.size() && static_cast<signed char>(text_[end]) < 0) {
    const Char next = char_at(text_, end);
    const bool goes_on = next.kind == CharClass::Letter || next.kind == CharClass::Digit ||
                         next.kind == CharClass::Mark || next.kind == CharClass::Ignorable ||
                         (next.kind == CharClass::Raised && end == pos) || next.code_point == 0xB7;
    if (goes_on) return read_mixed_part(pos);
  }
  const std::string_view raw = text_.substr(pos, end - pos);
  Part part{.term = raw, .end = end, .digits = seen == kDigit, .single = raw.size() == 1 && seen != kDigit};
  if ((seen & kUpper) != 0) {
    lowered_.resize(raw.size());
    std::transform(raw.begin(), raw.end(), lowered_.begin(),
                   [](char c) { return ascii_kind(c) == kUpper ? static_cast<char>(c | 0x20) : c; });
    part.term = lowered_;
  }
  return part;
}

WordReader::Part WordReader::read_mixed_part(std::size_t pos) {
  const bool raised = char_at(text_, pos).kind == CharClass::Raised;
  std::size_t end = pos;  // past the last code point that shows
  std::size_t letters = 0;
  std::size_t digits = 0;
  std::int32_t last = -1;
  for (std::size_t at = pos;;) {
    const Char c = char_at(text_, at);
    const bool inside = raised ? c.kind == CharClass::Raised
                               : c.kind == CharClass::Letter || c.kind == CharClass::Digit || c.kind == CharClass::Mark;
    if (inside) {
      letters += c.kind == CharClass::Letter ? 1U : 0U;
      digits += c.kind == CharClass::Digit ? 1U : 0U;
      if (c.kind != CharClass::Mark) last = c.code_point;
      end = at + c.bytes;
    } else if (c.kind != CharClass::Ignorable && inner_sign(at, last) == 0) {
      break;
    }
    at += c.bytes;
  }
  const std::string_view term = folder_.fold(text_.substr(pos, end - pos));
  const bool number = !term.empty() && std::all_of(term.begin(), term.end(), is_ascii_digit);
  return {.term = term, .end = end, .digits = number, .single = letters == 1 && digits == 0};
}

/// Length of a sign at `pos` that holds letters together and is dropped: gershayim in a Hebrew acronym, also as ", and
/// the dot of the Catalan l·l. 0 if there is none.
std::size_t WordReader::inner_sign(std::size_t pos, std::int32_t before) const {
  const Char sign = char_at(text_, pos);
  const bool gershayim = (sign.code_point == '"' || sign.code_point == 0x5F4) && is_hebrew(before);
  const bool dot = sign.code_point == 0xB7 && is_l(before);
  if (!gershayim && !dot) return 0;
  const std::int32_t after = char_at(text_, pos + sign.bytes).code_point;
  return (gershayim ? is_hebrew(after) : is_l(after)) ? sign.bytes : 0;
}

Piece WordReader::read_compound(std::size_t pos, const Part& first) {
  word_.assign(first.term);
  Piece piece;
  piece.start = pos;
  piece.end = piece.next = first.end;
  piece.digits = first.digits;
  if (word_.empty()) return piece;
  if (first.digits) extend_number(piece);
  if (first.single) extend_acronym(piece);
  extend_apostrophes(piece);
  piece.cut = word_.size() > kMaxWordBytes;
  limit_word(word_, true);
  piece.term = word_;
  return piece;
}

/// "1,000" reads 1000, "3.5" reads 3.5; "24.02.2022" are three numbers and "3,5" two.
void WordReader::extend_number(Piece& piece) {
  const auto goes_on = [&](const Part& part) {
    word_ += part.term;
    piece.end = piece.next = part.end;
    piece.digits = part.digits;
  };
  bool thousands = piece.end - piece.start <= 3;
  while (thousands && piece.digits && byte(piece.end) == ',') {
    const std::size_t from = piece.end + 1;
    thousands = digit_at(from) && digit_at(from + 1) && digit_at(from + 2) && !digit_at(from + 3);
    if (thousands) goes_on(read_part(from));
  }
  const bool after_dot = piece.start >= 2 && byte(piece.start - 1) == '.' && digit_at(piece.start - 2);
  if (after_dot || !piece.digits || byte(piece.end) != '.' || !digit_at(piece.end + 1)) return;
  const Part decimals = read_part(piece.end + 1);
  if (decimals.term.empty() || (byte(decimals.end) == '.' && digit_at(decimals.end + 1))) return;
  word_ += '.';
  goes_on(decimals);
}

/// "U.S.", "u.s": single letters with dots between them; a last dot belongs to it.
void WordReader::extend_acronym(Piece& piece) {
  bool dotted = false;
  while (byte(piece.end) == '.' && char_at(text_, piece.end + 1).kind == CharClass::Letter) {
    const Part letter = read_part(piece.end + 1);
    if (!letter.single || letter.term.empty()) break;
    const Char after = char_at(text_, letter.end);
    const Char beyond = char_at(text_, letter.end + after.bytes);
    const bool name = after.kind == CharClass::Apostrophe && beyond.kind == CharClass::Letter &&
                      beyond.code_point != 's' && beyond.code_point != 'S';
    if (name) break;  // "J.O'Brien"
    word_ += letter.term;
    piece.end = piece.next = letter.end;
    dotted = true;
  }
  if (dotted && byte(piece.end) == '.') piece.next = ++piece.end;
}

void WordReader::extend_apostrophes(Piece& piece) {
  std::size_t kept = word_.size();  // without possessives at the end, of which there may be several ("James's's")
  for (bool first = true;; first = false) {
    const Char apostrophe = char_at(text_, piece.next);
    const std::size_t from = piece.next + apostrophe.bytes;
    if (apostrophe.kind != CharClass::Apostrophe || char_at(text_, from).kind != CharClass::Letter) break;
    const Part part = read_part(from);
    if (part.term.empty() || is_ascii_digit(part.term.front())) break;  // a letter that folds to a digit: "₂"
    const bool possessive = part.term == "s";
    if (!possessive && first && is_elision(word_)) {
      piece.next = from;
      piece.elided = true;
      break;
    }
    if (!possessive && is_ascii_digit(word_.back())) break;
    word_ += '\'';
    word_ += part.term;
    piece.next = part.end;
    if (possessive) continue;
    kept = word_.size();
    piece.end = part.end;
    piece.digits = false;
  }
  word_.resize(kept);
}

}  // namespace communique::schema
