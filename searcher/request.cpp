// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/request.h"

#include <algorithm>
#include <array>

namespace communique::searcher {

std::string filter_clause(schema::FieldId field, std::string_view value) {
  static constexpr std::array<std::string_view, 7> kQuotes = {"\"", "“", "”", "„", "‟", "«", "»"};
  std::string clause(schema::field(field).name);
  clause += ":\"";
  while (!value.empty()) {
    const auto quote =
        std::find_if(kQuotes.begin(), kQuotes.end(), [&](std::string_view q) { return value.starts_with(q); });
    const std::size_t bytes = quote == kQuotes.end() ? 1 : quote->size();
    clause += quote == kQuotes.end() ? value.front() : ' ';
    value.remove_prefix(bytes);
  }
  return clause + '"';
}

std::string request_text(const SearchRequest& request) { return request.query + " " + request.parse.filters; }

}  // namespace communique::searcher
