// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/eval/columns.h"

#include <algorithm>

#include "schema/error.h"

namespace communique::searcher {
namespace {

constexpr std::string_view kBlanks = " \t\r\f\v";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

void split(std::string_view line, std::vector<std::string_view>& columns) {
  columns.clear();
  for (std::size_t start = line.find_first_not_of(kBlanks); start != std::string_view::npos;) {
    const std::size_t end = std::min(line.find_first_of(kBlanks, start), line.size());
    columns.push_back(line.substr(start, end - start));
    start = line.find_first_not_of(kBlanks, end);
  }
}

}  // namespace

void read_columns(std::string_view text, const std::string& name, const std::string& hint, const ReadLine& read) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::vector<std::string_view> columns;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    split(text.substr(0, end), columns);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (columns.empty()) continue;
    const std::string wrong = read(columns);
    if (!wrong.empty()) throw Error(ErrorCode::Usage, name + ":" + std::to_string(number) + ": " + wrong, hint);
  }
}

}  // namespace communique::searcher
