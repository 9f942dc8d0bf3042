// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/terms.h"

#include <cassert>

#include "schema/files.h"
#include "schema/utf8.h"

namespace communique::schema {

std::string make_term(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  if (prefix.size() + value.size() <= kMaxTermBytes) return term.append(value);
  const std::string hash = "~" + short_hash(value);
  const std::size_t room = kMaxTermBytes - prefix.size() - hash.size();
  return term.append(value.substr(0, code_point_start(value, room))).append(hash);
}

std::string date_value(const Date& date) {
  const std::uint32_t key = date.key();
  return {static_cast<char>(key >> 24), static_cast<char>(key >> 16), static_cast<char>(key >> 8),
          static_cast<char>(key)};
}

Date date_from_value(std::string_view value) {
  assert(value.size() == 4);
  std::uint32_t key = 0;
  for (const char byte : value) key = (key << 8) | static_cast<unsigned char>(byte);
  return Date::from_key(key);
}

}  // namespace communique::schema
