// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/options/option_reader.h"

#include <charconv>

namespace communique::searcher {

void fail_usage(const std::string& message, std::string hint) {
  throw Error(ErrorCode::Usage, message, std::move(hint));
}

OptionReader::OptionReader(GivenValues given, Command command) : given_(std::move(given)) {
  const std::string of(row_of(command).name);
  for (const OptionRow& row : option_rows()) {
    if (!has(row.name) || has_option(command, row.name)) continue;
    fail_usage("--" + std::string(row.name) + " is no option of " + of, "see communique-searcher " + of + " --help");
  }
}

std::vector<std::string> OptionReader::all(std::string_view name) const {
  const auto found = given_.find(name);
  return found == given_.end() ? std::vector<std::string>{} : found->second;
}

std::string OptionReader::one(std::string_view name) const {
  const std::vector<std::string> values = all(name);
  if (!values.empty() && values.back().empty()) fail_usage("--" + std::string(name) + " needs a value");
  return values.empty() ? std::string() : values.back();
}

std::size_t OptionReader::number(std::string_view name, std::size_t least, std::size_t most,
                                 std::size_t otherwise) const {
  if (!has(name)) return otherwise;
  const std::string text = one(name);
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most) {
    fail_usage("--" + std::string(name) + " takes a number from " + std::to_string(least) + " to " +
               std::to_string(most) + ", not \"" + text + "\"");
  }
  return value;
}

void OptionReader::fail_choice(std::string_view name, const std::string& text, const std::vector<std::string>& words) {
  std::string known;
  for (const std::string& word : words) known += (known.empty() ? "" : ", ") + word;
  const std::string nearest = nearest_name(text, words);
  fail_usage("--" + std::string(name) + " takes one of " + known + ", not \"" + text + "\"",
             nearest.empty() ? "" : "did you mean " + nearest + "?");
}

}  // namespace communique::searcher
