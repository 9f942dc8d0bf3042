// SPDX-License-Identifier: GPL-3.0-or-later
// Dates are cut into numbers, words and signs; a time is set aside; what is left must be one of a few patterns.
#include "corpus/readers/date_forms.h"

#include <algorithm>
#include <string>
#include <vector>

#include "corpus/readers/clean.h"
#include "corpus/readers/month_names.h"

namespace communique::corpus {
namespace {

struct Token {
  enum class Kind { Number, Word, Sign } kind;
  std::string text;  // words folded
  int number = 0;
};
using Tokens = std::vector<Token>;

/// A date's longest spelling is far shorter; what is longer is no date.
constexpr std::size_t kLongest = 100;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

Tokens tokens_of(std::string_view text) {
  Tokens tokens;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    if (is_digit(text[i])) {
      while (end < text.size() && is_digit(text[end])) ++end;
      const std::string digits(text.substr(i, end - i));
      tokens.push_back({Token::Kind::Number, digits, digits.size() <= 8 ? std::stoi(digits) : -1});
    } else if (is_letter(text[i])) {
      while (end < text.size() && is_letter(text[end])) ++end;
      tokens.push_back({Token::Kind::Word, folded_word(text.substr(i, end - i)), 0});
    } else if (text[i] != ' ') {
      tokens.push_back({Token::Kind::Sign, std::string(1, text[i]), 0});
    }
    i = end;
  }
  return tokens;
}

bool is_sign(const Tokens& tokens, std::size_t at, char sign) {
  return at < tokens.size() && tokens[at].kind == Token::Kind::Sign && tokens[at].text[0] == sign;
}
bool is_number(const Tokens& tokens, std::size_t at) {
  return at < tokens.size() && tokens[at].kind == Token::Kind::Number;
}

/// Drops a time ("12:00:47.123 +0000", "T05:00Z", "9:30 pm EDT") and all that follows it, if that is but a zone. False
/// if something else follows.
bool drop_time(Tokens& tokens) {
  std::size_t at = 0;
  while (at < tokens.size() && !(is_number(tokens, at) && is_sign(tokens, at + 1, ':') && is_number(tokens, at + 2)))
    ++at;
  if (at == tokens.size()) return true;
  std::size_t words = 0;
  for (std::size_t i = at; i < tokens.size(); ++i) {
    if (tokens[i].kind != Token::Kind::Word) continue;
    if (tokens[i].text.size() > 5 || ++words > 3) return false;  // am, pm, z, gmt, edt
  }
  const bool marked =
      at > 0 && tokens[at - 1].kind == Token::Kind::Word && (tokens[at - 1].text == "t" || tokens[at - 1].text == "at");
  tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(marked ? at - 1 : at), tokens.end());
  while (!tokens.empty() && (is_sign(tokens, tokens.size() - 1, ',') || is_sign(tokens, tokens.size() - 1, '-'))) {
    tokens.pop_back();
  }
  return true;
}

Result<schema::Date> checked(int year, int month, int day) {
  const schema::Date date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                          static_cast<std::uint8_t>(day)};
  if (year < 1 || year > 9999 || month > 12 || day > 31 || !schema::is_valid(date)) {
    return ValueError{"there is no such day", {}, 0};
  }
  return date;
}

ValueError not_understood() { return {"not understood", {}, 0}; }

/// d/m/y or m/d/y, told apart by size, else by the sign and `order`.
Result<schema::Date> day_month_year(const Tokens& tokens, SlashedOrder order) {
  int day = tokens[0].number;
  int month = tokens[2].number;
  const bool slashed = is_sign(tokens, 1, '/');
  const bool ambiguous = day <= 12 && month <= 12;
  if ((ambiguous && slashed && order == SlashedOrder::MonthFirst) || (month > 12 && day <= 12)) std::swap(day, month);
  if (day == 0 || month == 0) return ValueError{"there is no such day", {}, 0};
  return checked(tokens[4].number, month, day);
}

/// Numbers with one kind of sign between them: 2021-05-22, 2021/05/22, 24.01.1962, 05/2021.
Result<schema::Date> numbers_and_signs(const Tokens& tokens, SlashedOrder order) {
  const auto is_year = [&](std::size_t at) { return tokens[at].text.size() == 4; };
  const auto is_short = [&](std::size_t at) { return tokens[at].text.size() <= 2; };
  const std::size_t count = tokens.size();
  if (count == 1 && is_year(0)) return checked(tokens[0].number, 0, 0);
  if (count == 1 && tokens[0].text.size() == 8) {
    const int number = tokens[0].number;
    if (number % 100 == 0 || number / 100 % 100 == 0) return ValueError{"there is no such day", {}, 0};
    return checked(number / 10000, number / 100 % 100, number % 100);
  }
  if (count != 3 && count != 5) return not_understood();
  for (std::size_t i = 0; i < count; ++i) {
    const bool ok =
        i % 2 == 0 ? is_number(tokens, i) : tokens[i].kind == Token::Kind::Sign && tokens[i].text == tokens[1].text;
    if (!ok) return not_understood();
  }
  if (std::string_view("-/.").find(tokens[1].text) == std::string_view::npos) return not_understood();
  if (count == 3 && is_year(0) && is_short(2)) {
    return tokens[2].number == 0 ? Result<schema::Date>(ValueError{"there is no such month", {}, 0})
                                 : checked(tokens[0].number, tokens[2].number, 0);
  }
  if (count == 3 && is_short(0) && is_year(2) && tokens[0].number > 0)
    return checked(tokens[2].number, tokens[0].number, 0);
  if (count == 5 && is_year(0) && is_short(2) && is_short(4)) {
    if (tokens[2].number == 0 || tokens[4].number == 0) return ValueError{"there is no such day", {}, 0};
    return checked(tokens[0].number, tokens[2].number, tokens[4].number);
  }
  if (count == 5 && is_short(0) && is_short(2) && is_year(4)) return day_month_year(tokens, order);
  return not_understood();
}

/// 2021年5月22日, 2021년 5월 22일: each number is followed by its unit.
bool take_units(Tokens& tokens) {
  const auto unit = [&](std::size_t at, std::string_view a, std::string_view b) {
    return at < tokens.size() && tokens[at].kind == Token::Kind::Word && (tokens[at].text == a || tokens[at].text == b);
  };
  if (!is_number(tokens, 0) || !unit(1, "年", "년")) return false;
  Tokens dashed = {tokens[0]};
  const Token dash{Token::Kind::Sign, "-", 0};
  if (is_number(tokens, 2) && unit(3, "月", "월")) dashed.insert(dashed.end(), {dash, tokens[2]});
  if (is_number(tokens, 4) && (unit(5, "日", "일") || unit(5, "号", "號")))
    dashed.insert(dashed.end(), {dash, tokens[4]});
  if (dashed.size() + 1 != tokens.size()) return false;
  tokens = std::move(dashed);
  return true;
}

/// A month's name with a year, with or without a day: "22 May 2021", "May 22, 2021", "1er mai 2021", "2021 May 22".
Result<schema::Date> month_by_name(const Tokens& tokens, bool had_time) {
  std::vector<Token> numbers;
  int month = 0;
  for (const Token& token : tokens) {
    if (token.kind == Token::Kind::Number) numbers.push_back(token);
    if (token.kind == Token::Kind::Sign && std::string_view(",.-/()").find(token.text) == std::string_view::npos) {
      return not_understood();
    }
    if (token.kind != Token::Kind::Word) continue;
    const int named = month_of(token.text);
    // "mar" is Tuesday in French, Spanish and Italian when another month follows.
    if (named != 0 && month != 0 && token.text != "mar" && month != 3) return not_understood();
    if (named != 0 && (month == 0 || token.text != "mar")) month = named;
    if (named == 0 && !is_date_filler(token.text)) return not_understood();
  }
  if (month == 0 || numbers.empty() || numbers.size() > 2) return not_understood();
  if (numbers.size() == 1) {
    return numbers[0].text.size() == 4 ? checked(numbers[0].number, month, 0) : Result<schema::Date>(not_understood());
  }
  if (numbers[0].text.size() == 4) std::swap(numbers[0], numbers[1]);
  if (numbers[0].text.size() > 2 || numbers[0].number == 0) return not_understood();
  int year = numbers[1].number;
  // RFC 5322, section 4.3: two digits of a year in a message date.
  if (had_time && numbers[1].text.size() == 2)
    year += year < 50 ? 2000 : 1900;
  else if (numbers[1].text.size() != 4)
    return not_understood();
  return checked(year, month, numbers[0].number);
}

}  // namespace

Result<schema::Date> read_date(std::string_view text, SlashedOrder order) {
  if (text.size() > kLongest) return not_understood();
  Tokens tokens = tokens_of(one_line(text));
  const std::size_t count = tokens.size();
  if (!drop_time(tokens) || tokens.empty()) return not_understood();
  const bool had_time = tokens.size() < count;
  take_units(tokens);
  // Basic ISO timestamps have no colons: 20210522T120047Z.
  if (tokens.size() >= 3 && tokens[0].text.size() == 8 && is_number(tokens, 0) && tokens[1].text == "t")
    tokens.resize(1);
  const bool has_words =
      std::any_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.kind == Token::Kind::Word; });
  return has_words ? month_by_name(tokens, had_time) : numbers_and_signs(tokens, order);
}

}  // namespace communique::corpus
