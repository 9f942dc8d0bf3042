// SPDX-License-Identifier: GPL-3.0-or-later
// Giving words their order: one after another in alphabetic scripts, with the hyphenated ones joined as well; singly
// and in pairs in Chinese, Japanese and Korean; by dictionary in Thai and its kin.
#include "schema/words.h"

#include <algorithm>
#include <array>

#include "schema/char_class.h"
#include "schema/word_reader.h"
#include "schema/words_complex.h"

namespace communique::schema {

namespace {

/// Words of a hyphen chain that are still joined; longer ones are lists and routes, not words.
constexpr std::size_t kMaxJoined = 5;

// What an ASCII character is to a word, in bits; kWord: any letter or digit.
constexpr unsigned kSmall = 1;  ///< digits too
constexpr unsigned kCapital = 2;
constexpr unsigned kWord = kSmall | kCapital;
constexpr unsigned kEnd = 4;  ///< ends a word whatever follows: not . , ' ` which may stand within one, nor the hyphen

constexpr std::array<std::uint8_t, 256> kAscii = [] {
  std::array<std::uint8_t, 256> kinds{};
  for (std::size_t c = 0; c < 0x80; ++c) {
    kinds[c] = c == '.' || c == ',' || c == '\'' || c == '`' || c == '-' ? 0 : kEnd;
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) kinds[c] = kSmall;
    if (c >= 'A' && c <= 'Z') kinds[c] = kCapital;
  }
  return kinds;
}();

unsigned ascii_kind(char c) { return kAscii[static_cast<unsigned char>(c)]; }

bool starts_word(CharClass kind) { return kind == CharClass::Letter || kind == CharClass::Digit; }

/// Vowels and final consonants of Korean written by parts; they complete the syllable before.
bool completes_syllable(std::int32_t c) { return (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FF); }
bool is_hangul(std::int32_t c) {
  return (c >= 0x1100 && c <= 0x11FF) || (c >= 0xA960 && c <= 0xA97F) || (c >= 0xAC00 && c <= 0xD7FF);
}

/// Voiced sound marks, combining and half width.
bool is_kana_mark(std::int32_t c) { return c == 0x3099 || c == 0x309A || c == 0xFF9E || c == 0xFF9F; }

/// End of the character of a Han run that begins at `pos`: a base, up to two more Hangul letters, one kana mark.
std::size_t han_end(std::string_view text, std::size_t pos) {
  const Char base = char_at(text, pos);
  pos += base.bytes;
  for (int more = 0; more < 2 && is_hangul(base.code_point); ++more) {
    const Char next = char_at(text, pos);
    if (!completes_syllable(next.code_point) || next.kind != CharClass::Han) break;
    pos += next.bytes;
  }
  const Char mark = char_at(text, pos);
  return is_kana_mark(mark.code_point) && !is_kana_mark(base.code_point) ? pos + mark.bytes : pos;
}

}  // namespace

struct WordSplitter::Impl {
  std::string_view text;
  const WordSink* sink = nullptr;
  std::uint32_t position = 0;
  WordReader reader;
  ComplexRun complex_run;
  std::array<std::string, kMaxJoined> chain_terms;
  std::string han_before;  ///< the last character of a Han run
  std::string pair;

  void emit(std::string_view term, std::size_t start, std::size_t end, WordKind kind) const {
    (*sink)({term, static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end), position, kind});
  }
  void emit_plain(const Piece& piece) {
    if (piece.term.empty()) return;
    emit(piece.term, piece.start, piece.end, WordKind::Plain);
    ++position;
  }

  void run();
  std::size_t read_plain(std::size_t pos);
  std::size_t read_words(std::size_t pos);
  std::size_t linked(const Piece& piece) const;
  std::size_t read_chain(const Piece& first);
  void emit_chain(const std::array<Piece, kMaxJoined>& chain, std::size_t count, bool join);
  std::size_t read_han(std::size_t pos);
  std::size_t read_complex(std::size_t pos);
};

WordSplitter::WordSplitter() : impl_(std::make_unique<Impl>()) {}
WordSplitter::~WordSplitter() = default;

void WordSplitter::split(std::string_view text, WordSink yield) {
  impl_->text = text;
  impl_->sink = &yield;
  impl_->position = 0;
  impl_->reader.reset(text);
  impl_->run();
}

void WordSplitter::Impl::run() {
  for (std::size_t pos = 0; pos < text.size();) {
    const auto byte = static_cast<unsigned char>(text[pos]);
    if (byte < 0x80) {
      pos = (kAscii[byte] & kWord) != 0 ? read_plain(pos) : pos + 1;
      continue;
    }
    const Char c = char_at(text, pos);
    switch (c.kind) {
      case CharClass::Letter:
      case CharClass::Digit:
      case CharClass::Raised: pos = read_words(pos); break;
      case CharClass::Han: pos = read_han(pos); break;
      case CharClass::Complex: pos = read_complex(pos); break;
      default: pos += c.bytes;
    }
  }
}

/// Most words are ASCII from white space to white space: those need no more than small letters. The others go on to
/// read_words(), which would say the same of these.
std::size_t WordSplitter::Impl::read_plain(std::size_t pos) {
  const std::size_t size = text.size();
  std::size_t end = pos;
  unsigned seen = 0;
  for (; end < size; ++end) {
    const unsigned kind = ascii_kind(text[end]);
    if ((kind & kWord) == 0) break;
    seen |= kind;
  }
  const std::size_t bytes = end - pos;
  if (bytes > kMaxWordBytes || (end < size && ascii_kind(text[end]) != kEnd)) return read_words(pos);
  std::string_view term = text.substr(pos, bytes);
  std::array<char, kMaxWordBytes> small;
  if ((seen & kCapital) != 0) {
    std::transform(term.begin(), term.end(), small.begin(),
                   [](char c) { return ascii_kind(c) == kCapital ? static_cast<char>(c | 0x20) : c; });
    term = {small.data(), bytes};
  }
  emit(term, pos, end, WordKind::Plain);
  ++position;
  return end;
}

/// Hands out the word at `pos`, and with it the chain of hyphenated words it begins. Returns where to go on.
std::size_t WordSplitter::Impl::read_words(std::size_t pos) {
  const Piece piece = reader.read(pos);
  if (!piece.elided && linked(piece) != 0) return read_chain(piece);
  emit_plain(piece);
  return piece.next;
}

/// Where the next word of the hyphen chain begins that `piece` is in; 0 if it ends here.
std::size_t WordSplitter::Impl::linked(const Piece& piece) const {
  if (piece.elided) return piece.next;
  if (piece.next >= text.size()) return 0;
  const auto byte = static_cast<unsigned char>(text[piece.next]);
  if (byte < 0x80 && byte != '-') return 0;
  const Char hyphen = char_at(text, piece.next);
  if (hyphen.kind != CharClass::Hyphen) return 0;
  return starts_word(char_at(text, piece.next + hyphen.bytes).kind) ? piece.next + hyphen.bytes : 0;
}

std::size_t WordSplitter::Impl::read_chain(const Piece& first) {
  std::array<Piece, kMaxJoined> chain;
  std::size_t count = 0;
  bool joins = true;
  Piece piece = first;
  for (;;) {
    if (joins && count == kMaxJoined) {
      emit_chain(chain, count, false);
      joins = false;
    }
    if (!joins) {
      emit_plain(piece);
    } else if (!piece.term.empty()) {
      chain[count] = piece;
      chain_terms[count] = piece.term;
      chain[count].term = chain_terms[count];
      ++count;
    }
    const std::size_t next = linked(piece);
    if (next == 0) break;
    piece = reader.read(next);
  }
  if (joins) emit_chain(chain, count, true);
  return piece.next;
}

void WordSplitter::Impl::emit_chain(const std::array<Piece, kMaxJoined>& chain, std::size_t count, bool join) {
  std::string joined;
  bool letters = false;
  bool cut = false;
  for (std::size_t i = 0; i < count; ++i) {
    joined += chain[i].term;
    letters = letters || !chain[i].digits;
    cut = cut || chain[i].cut;
  }
  join = join && count > 1 && letters && !cut && joined.size() <= kMaxWordBytes;
  for (std::size_t i = 0; i < count; ++i) {
    if (i == 0 && join) {
      emit(chain[0].term, chain[0].start, chain[0].end, WordKind::Plain);
      emit(joined, chain[0].start, chain[count - 1].end, WordKind::Joined);
      ++position;
    } else {
      emit_plain(chain[i]);
    }
  }
}

std::size_t WordSplitter::Impl::read_han(std::size_t pos) {
  std::size_t start_before = 0;
  han_before.clear();
  for (;;) {
    const std::size_t end = han_end(text, pos);
    const std::string_view folded = reader.folder().fold_han(text.substr(pos, end - pos));
    for (std::size_t at = 0; at < folded.size();) {
      const std::size_t stop = han_end(folded, at);
      const std::string_view term = folded.substr(at, stop - at);
      const bool han = char_at(folded, at).kind == CharClass::Han;
      at = stop;
      if (!han) continue;
      if (!han_before.empty()) {
        pair.assign(han_before).append(term);
        --position;
        emit(pair, start_before, end, WordKind::Pair);
        ++position;
      }
      emit(term, pos, end, WordKind::Han);
      ++position;
      han_before = term;
      start_before = pos;
    }
    pos = end;
    Char next = char_at(text, pos);
    for (; next.kind == CharClass::Ignorable; next = char_at(text, pos)) pos += next.bytes;
    if (next.kind != CharClass::Han) return pos;
  }
}

std::size_t WordSplitter::Impl::read_complex(std::size_t pos) {
  const std::size_t end = complex_run.take(text, pos);
  complex_run.for_each_word([&](std::string_view term, std::size_t start, std::size_t stop) {
    emit(term, start, stop, WordKind::Plain);
    ++position;
  });
  return end;
}

std::vector<OwnedWord> split_words(std::string_view text) {
  thread_local WordSplitter splitter;
  std::vector<OwnedWord> words;
  splitter.split(text, [&](const Word& word) {
    words.push_back({std::string(word.term), word.start, word.end, word.position, word.kind});
  });
  return words;
}

std::string fold_value(std::string_view text) {
  thread_local WordSplitter splitter;
  std::string folded;
  splitter.split(text, [&](const Word& word) {
    if (word.kind != WordKind::Plain && word.kind != WordKind::Han) return;
    if (!folded.empty()) folded += ' ';
    folded += word.term;
  });
  return folded;
}

}  // namespace communique::schema
