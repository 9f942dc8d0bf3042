// SPDX-License-Identifier: GPL-3.0-or-later
// Words as typed, without the marks and the punctuation around them, so that they print back as they are read.
#include "searcher/query/lex_word.h"

#include <algorithm>
#include <charconv>

#include "schema/utf8.h"
#include "schema/words.h"
#include "searcher/query/glyph.h"

namespace communique::searcher {
namespace {

std::optional<Token> distance_token(std::string_view raw) {
  Token token{TokenKind::Near};
  token.ordered = raw.substr(0, 3) == "ADJ";
  const std::size_t name = token.ordered ? 3 : 4;
  if (raw.substr(0, name) != (token.ordered ? "ADJ" : "NEAR")) return std::nullopt;
  if (raw.size() == name) return token;
  if (raw[name] != '/' || raw.size() == name + 1) return std::nullopt;
  const char* end = raw.data() + raw.size();
  const auto [stop, error] = std::from_chars(raw.data() + name + 1, end, token.distance);
  if (stop != end) return std::nullopt;
  if (error != std::errc{}) token.distance = ~0U;
  return token;
}

constexpr std::string_view kPunctuation = ",;!?";

/// Takes punctuation and stars off the end; true if there was a star. "U.S." keeps its full stop, "end." does not.
bool strip_end(std::string_view& text) {
  bool star = false;
  while (!text.empty()) {
    const char last = text.back();
    const bool full_stop = last == '.' && text.find('.') == text.size() - 1;
    if (last != '*' && !full_stop && kPunctuation.find(last) == std::string_view::npos) break;
    star = star || last == '*';
    text.remove_suffix(1);
  }
  return star;
}

/// Takes `=`, `+` and what else begins no word off the front; true if there was a `=`.
bool strip_start(std::string_view& text) {
  bool exact = false;
  while (!text.empty() && std::string_view("=+-*,;").find(text.front()) != std::string_view::npos) {
    exact = exact || text.front() == '=';
    text.remove_prefix(1);
  }
  return exact;
}

/// A star stands for the rest of one word of letters or digits; what the user should know where it does not.
std::optional<std::string> why_no_prefix(std::string_view text) {
  const auto words = schema::split_words(text);
  const std::string shown = "\"" + std::string(text) + "*\"";
  if (words.size() != 1 || words.front().kind != schema::WordKind::Plain) {
    return shown + ": the star works at the end of one word; searched without it";
  }
  if (schema::count_code_points(words.front().term) < query_caps::kPrefixLength) {
    return shown + ": the star needs " + std::to_string(query_caps::kPrefixLength) +
           " letters before it; searched as the word";
  }
  return std::nullopt;
}

}  // namespace

std::optional<Token> operator_token(std::string_view raw) {
  Token token;
  if (raw == "AND" || raw == "&&") {
    token.kind = TokenKind::And;
  } else if (raw == "OR" || raw == "||") {
    token.kind = TokenKind::Or;
  } else if (raw == "NOT") {
    token.kind = TokenKind::Not;
  } else if (raw == "/s" || raw == "/S") {
    token.kind = TokenKind::SameSentence;
  } else {
    auto near = distance_token(raw);
    if (!near) return std::nullopt;
    token = std::move(*near);
  }
  token.text = std::string(raw);
  return token;
}

std::optional<std::string_view> field_name(std::string_view raw) {
  std::size_t colon = 0;
  while (colon < raw.size() && !is_at(raw, colon, GlyphKind::Colon)) colon += glyph_at(raw, colon).bytes;
  if (colon >= raw.size()) return std::nullopt;
  const std::string_view name = raw.substr(0, colon);
  if (raw.substr(colon, 3) == "://" && schema::find_field(name) == nullptr) return std::nullopt;
  const bool letters = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || static_cast<signed char>(c) < 0;
  });
  return letters && word_cost(name) > 0 ? std::optional(name) : std::nullopt;
}

bool clean_word(std::string_view raw, std::size_t offset, LexContext& context, Token& token) {
  std::string_view text = raw;
  token.exact = strip_start(text);
  const bool star = strip_end(text);
  const std::size_t words = word_cost(text);
  if (words == 0) return false;
  if (text.find('*') != std::string_view::npos)
    context.repaired(offset, "a star works only at the end of a word; the others are left out");
  token.text = std::string(text);
  std::replace(token.text.begin(), token.text.end(), '*', '/');  // separates as a star does, and means nothing else
  if (star) {
    const auto reason = why_no_prefix(token.text);
    token.prefix = !reason;
    if (reason) context.repaired(offset, *reason);
  }
  if (token.prefix) {
    token.exact = false;
    context.tally.add_prefix(context.base + offset, context.diagnosis);
  }
  // What prints like an operator would be read as one: "AND," was a word.
  if (operator_token(token.text)) token.text = schema::lower_ascii(token.text[0] == '/' ? token.text.substr(1) : token.text);
  context.tally.add_words(words, context.base + offset, context.diagnosis);
  return true;
}

std::vector<Token> lex_plain(std::string_view text, Tally& tally, Diagnosis& diagnosis) {
  std::vector<Token> tokens;
  LexContext context{0, tally, diagnosis};
  std::size_t start = 0;
  const auto finish = [&](std::size_t end) {
    std::string_view raw = text.substr(start, end - start);
    strip_end(raw);  // a star is no prefix here
    Token token{TokenKind::Word, context.span(start, end)};
    if (!raw.empty() && clean_word(raw, start, context, token)) {
      token.exact = false;
      tokens.push_back(std::move(token));
    }
  };
  for (std::size_t offset = 0; offset < text.size();) {
    const Glyph glyph = glyph_at(text, offset);
    if (glyph.kind != GlyphKind::Other || text[offset] == '*') {
      finish(offset);
      start = offset + glyph.bytes;
    }
    offset += glyph.bytes;
  }
  finish(text.size());
  tokens.push_back({TokenKind::End, context.span(text.size(), text.size())});
  return tokens;
}

}  // namespace communique::searcher
