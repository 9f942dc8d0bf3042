// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/saved/uuid.h"

#include "schema/files.h"

namespace communique::searcher {

std::string uuid_of(std::string_view text) {
  std::string hex = schema::sha256(text).substr(0, 32);
  hex[12] = '8';  // version
  const int digit = hex[16] >= 'a' ? hex[16] - 'a' + 10 : hex[16] - '0';
  hex[16] = "89ab"[digit % 4];  // variant
  return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) + "-" +
         hex.substr(20);
}

}  // namespace communique::searcher
