// SPDX-License-Identifier: GPL-3.0-or-later
// Is the value of an option what the option takes? Each question throws Error(Usage) naming what would be right.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "searcher/options/option_table.h"

namespace communique::searcher {

[[noreturn]] void fail_usage(const std::string& message, std::string hint = {});

/// What was given on the command line: the values of each option, none for a switch.
using GivenValues = std::map<std::string, std::vector<std::string>, std::less<>>;

class OptionReader {
 public:
  /// Refuses options that do not belong to the command.
  OptionReader(GivenValues given, Command command);

  bool has(std::string_view name) const { return given_.find(name) != given_.end(); }
  std::vector<std::string> all(std::string_view name) const;

  /// The last value given counts, as with most programs; empty if none was.
  std::string one(std::string_view name) const;

  std::size_t number(std::string_view name, std::size_t least, std::size_t most, std::size_t otherwise) const;

  template <class Value>
  Value choice(std::string_view name, const std::vector<std::pair<std::string, Value>>& choices,
               Value otherwise) const {
    if (!has(name)) return otherwise;
    const std::string text = one(name);
    std::vector<std::string> words;
    for (const auto& [word, value] : choices) {
      if (word == text) return value;
      words.push_back(word);
    }
    fail_choice(name, text, words);
  }

 private:
  [[noreturn]] static void fail_choice(std::string_view name, const std::string& text,
                                       const std::vector<std::string>& words);

  GivenValues given_;
};

}  // namespace communique::searcher
