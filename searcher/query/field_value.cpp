// SPDX-License-Identifier: GPL-3.0-or-later
// Field values: lists, and the spellings of dates and ranges that people bring from other tools.
#include "searcher/query/field_value.h"

#include <utility>

#include "schema/date.h"

namespace communique::searcher {
namespace {

using schema::FieldId;
using schema::FieldKind;

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

/// `[a TO b]` -> `a..b`, a star being an open end.
std::string without_brackets(std::string_view value) {
  if (!value.starts_with('[') && !value.starts_with('{')) return std::string(value);
  value.remove_prefix(1);
  if (value.ends_with(']') || value.ends_with('}')) value.remove_suffix(1);
  std::string text(value);
  replace_all(text, " TO ", "..");
  replace_all(text, "*", "");
  std::erase(text, ' ');
  return text;
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

struct DateValue {
  FieldId field;
  std::string value;
};

/// Brings what people write for a date or range to what parse_date_range() reads.
DateValue tidy_date(FieldId field, std::string_view given) {
  std::string value = without_brackets(given);
  std::erase(value, ' ');
  for (const std::string_view dash : {"...", "…", "–", "—", "->", "/"}) replace_all(value, dash, "..");
  if (value.size() == 9 && value[4] == '-' && is_digits(value.substr(0, 4)) && is_digits(value.substr(5))) {
    value.replace(4, 1, "..");  // 2019-2021
  }
  if (field != FieldId::Year && field != FieldId::Date) return {field, value};
  if (value.starts_with(">=")) return {field, value.substr(2) + ".."};
  if (value.starts_with("<=")) return {field, value.replace(0, 2, "..")};
  if (value.starts_with(">")) return {FieldId::After, value.substr(1)};
  if (value.starts_with("<")) return {FieldId::Before, value.substr(1)};
  return {field, value};
}

bool is_years(std::string_view value) { return value.find('-') == std::string_view::npos; }

class FieldBuilder {
 public:
  FieldBuilder(const Token& token, Diagnosis& diagnosis) : token_(token), diagnosis_(diagnosis) {}

  std::optional<QueryNode> build() {
    const FieldKind kind = schema::field(token_.field).kind;
    if (kind == FieldKind::LeaderPair) {
      take_pair();
    } else if (kind == FieldKind::Words) {
      take_words();
    } else {
      for (const ValuePiece& piece : token_.value) {
        if (!piece.is_or) take(piece, piece.text, piece.quoted);
      }
    }
    if (diagnosis_.failed() || alternatives_.empty()) return std::nullopt;
    return join<OrClause>(std::move(alternatives_));
  }

 private:
  template <class Clause>
  QueryNode join(std::vector<QueryNode> nodes) const {
    if (nodes.size() == 1) return std::move(nodes.front());
    return {Clause{std::move(nodes)}, token_.span};
  }

  void take(const ValuePiece& piece, std::string value, bool quoted) {
    FieldId field = token_.field;
    if (schema::field(field).kind == FieldKind::DateRange) {
      DateValue date = tidy_date(field, std::move(value));
      if (!check_date(date, piece.span.start)) return;
      field = date.field;
      value = std::move(date.value);
      quoted = false;
    }
    alternatives_.push_back({FieldClause{field, std::move(value), quoted}, piece.span});
  }

  bool check_date(const DateValue& date, std::size_t offset) {
    const schema::Field& field = schema::field(date.field);
    const std::string name(field.name);
    const bool single = date.field == FieldId::After || date.field == FieldId::Before;
    std::optional<ValueError> error;
    if (single) {
      if (const auto read = schema::parse_date(date.value); !read) error = read.error();
    } else if (const auto read = schema::parse_date_range(date.value); !read) {
      error = read.error();
    }
    if (!error && date.field == FieldId::Year && !is_years(date.value)) {
      error = ValueError{"takes years", "write date:" + date.value, 0};
    }
    if (!error) return true;
    diagnosis_.fail(offset, name + ": " + error->message,
                    error->hint.empty() ? "for example " + std::string(field.example) : error->hint);
    return false;
  }

  /// `between:(china russia)` is `between:china,russia`.
  void take_pair() {
    std::string value;
    bool quoted = false;
    for (const ValuePiece& piece : token_.value) {
      if (piece.is_or) continue;
      if (!value.empty()) value += ',';
      value += piece.text;
      quoted = quoted || piece.quoted;
    }
    if (word_cost(value) > query_caps::kPhraseWords) {
      return diagnosis_.fail(token_.span.start,
                             "between: may have " + std::to_string(query_caps::kPhraseWords) + " words at most",
                             "name two sides, as in between:china,russia");
    }
    if (!value.empty()) take(token_.value.front(), std::move(value), quoted);
  }

  /// Words side by side are one value, a phrase is one of its own; OR begins another alternative.
  void take_words() {
    std::vector<QueryNode> all;
    const auto finish = [&] {
      if (!all.empty()) alternatives_.push_back(join<AndClause>(std::exchange(all, {})));
    };
    std::string words;
    const ValuePiece* first = nullptr;
    const auto finish_words = [&] {
      if (!words.empty()) all.push_back({FieldClause{token_.field, std::exchange(words, {}), false}, first->span});
    };
    for (const ValuePiece& piece : token_.value) {
      if (piece.is_or || piece.quoted) finish_words();
      if (piece.is_or) {
        finish();
      } else if (piece.quoted) {
        all.push_back({FieldClause{token_.field, piece.text, true}, piece.span});
      } else {
        if (words.empty()) first = &piece;
        words += (words.empty() ? "" : " ") + piece.text;
      }
    }
    finish_words();
    finish();
  }

  const Token& token_;
  Diagnosis& diagnosis_;
  std::vector<QueryNode> alternatives_;
};

}  // namespace

std::optional<QueryNode> field_node(const Token& token, Diagnosis& diagnosis) {
  return FieldBuilder(token, diagnosis).build();
}

}  // namespace communique::searcher
