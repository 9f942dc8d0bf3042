// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/numbers.h"

namespace communique::searcher {

std::string grouped(std::uint64_t number) {
  const std::string digits = std::to_string(number);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += ',';
    text += digits[i];
  }
  return text;
}

std::string counted(std::uint64_t number, std::string_view what) {
  const char* const plural = what.ends_with("ch") ? "es" : "s";
  return grouped(number) + " " + std::string(what) + (number == 1 ? "" : plural);
}

}  // namespace communique::searcher
