// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/statement_id.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "schema/terms.h"
#include "schema/utf8.h"
#include "schema/xapian_guard.h"
#include "searcher/query/spelling.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kLeastPart = 4;  // a shorter part of an id is in too many of them
constexpr std::size_t kPart = 3;       // after misspellings, which are at most 2 away
constexpr std::size_t kFar = 4;
constexpr std::size_t kMostProposed = 3;

/// What was typed, ready to be compared.
struct TypedId {
  std::string lower;
  std::u32string letters;
};

/// How far an id is from what was typed: 0 to kPart, or kFar.
std::size_t distance(const TypedId& typed, std::string_view id) {
  const std::string lower = schema::lower_ascii(id);
  const std::size_t allowed = allowed_distance(typed.letters.size());
  const std::size_t apart = spelling_distance(typed.letters, code_points(lower), allowed);
  if (apart <= allowed) return apart;
  return typed.lower.size() >= kLeastPart && lower.find(typed.lower) != std::string::npos ? kPart : kFar;
}

/// Ids of live statements that were perhaps meant: in another case, with more before or after them, or misspelt. The
/// nearest first, at most `limit`. Reads every id of the index.
std::vector<std::string> nearest_ids(OpenIndex& index, std::string_view id, std::size_t limit) {
  if (id.empty() || id.size() > schema::kMaxTermBytes || schema::first_invalid_utf8(id) != std::string_view::npos) {
    return {};
  }
  const std::string lower = schema::lower_ascii(id);
  const TypedId typed{lower, code_points(lower)};
  const std::string start(schema::prefix::kId);
  std::vector<std::pair<std::size_t, std::string>> near;
  schema::guard_xapian("reading the ids of the index", [&] {
    const Xapian::Database& database = index.database();
    for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
      std::string known = (*term).substr(start.size());
      const std::size_t apart = distance(typed, known);
      if (apart < kFar) near.emplace_back(apart, std::move(known));
    }
  });
  std::sort(near.begin(), near.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first
                              : std::pair(a.second.size(), a.second) < std::pair(b.second.size(), b.second);
  });
  std::vector<std::string> ids;
  for (auto& [apart, known] : near) {
    // The same id in another case is the one that was meant.
    if (ids.size() >= limit || (apart > 0 && near.front().first == 0 && !ids.empty())) break;
    if (index.find_statement(known)) ids.push_back(std::move(known));
  }
  return ids;
}

/// `No statement or passage has the id "x". Did you mean y or z?`
std::string unknown_id(OpenIndex& index, const std::string& id) {
  std::string text = "No statement or passage has the id \"" + id + "\".";
  const std::size_t mark = id.rfind('#');
  const auto nearest = nearest_ids(index, std::string_view(id).substr(0, mark), kMostProposed);
  if (nearest.empty()) return text;
  text += " Did you mean ";
  for (std::size_t i = 0; i < nearest.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == nearest.size() ? " or " : ", ") + nearest[i];
  }
  return text + "?";
}

}  // namespace

std::optional<NamedStatement> look_up(OpenIndex& index, std::string_view id) {
  if (const auto head = index.find_statement(id)) return NamedStatement{*head, 0};
  const std::size_t mark = id.rfind('#');
  if (mark == std::string_view::npos) return std::nullopt;
  std::uint32_t number = 0;
  const char* end = id.data() + id.size();
  const auto read = std::from_chars(id.data() + mark + 1, end, number);
  if (read.ec != std::errc{} || read.ptr != end || number == 0) return std::nullopt;
  const auto head = index.find_statement(id.substr(0, mark));
  if (!head) return std::nullopt;
  return NamedStatement{*head, number};
}

std::optional<NamedStatement> look_up_or_tell(OpenIndex& index, const std::string& id, std::string& wrong) {
  const std::optional<NamedStatement> named = look_up(index, id);
  if (!named) {
    wrong = unknown_id(index, id);
    return std::nullopt;
  }
  const std::uint32_t passages = index.statement(named->head).passages;
  if (named->passage <= passages) return named;
  wrong = "The statement has " + std::to_string(passages) + (passages == 1 ? " passage." : " passages.");
  return std::nullopt;
}

}  // namespace communique::searcher
