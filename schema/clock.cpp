// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/clock.h"

#include <array>

namespace communique::schema {

std::string utc_text(std::time_t time) {
  std::tm utc{};
  ::gmtime_r(&time, &utc);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text.data();
}

std::string utc_now() { return utc_text(std::time(nullptr)); }

}  // namespace communique::schema
