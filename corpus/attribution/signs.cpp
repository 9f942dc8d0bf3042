// SPDX-License-Identifier: GPL-3.0-or-later
// A few code points by name, the rest by block: no Unicode property is looked up.
#include "corpus/attribution/signs.h"

namespace communique::corpus::attribution {

Sign wide_sign(std::int32_t code_point) {
  switch (code_point) {
    case 0x2018: case 0x2019: return Sign::Apostrophe;
    case 0x201C: case 0x201D: case 0x201E: case 0xAB: case 0xBB: return Sign::Quote;
    case 0x2012: case 0x2013: case 0x2014: case 0x2015: return Sign::Dash;
    case 0x2010: case 0x2011: return Sign::Hyphen;
    case 0x2026: return Sign::Stop;
    case 0xA0: case 0x202F: case 0x3000: return Sign::Space;
    default: break;
  }
  if (code_point >= 0x2000 && code_point <= 0x200F) return Sign::Space;
  if (code_point < 0xC0 || (code_point >= 0x2020 && code_point <= 0x2BFF)) return Sign::Other;
  return Sign::Letter;
}

bool is_wide_capital(std::int32_t code_point) {
  return (code_point >= 0xC0 && code_point <= 0xDE) || (code_point >= 0x400 && code_point <= 0x42F) ||
         (code_point >= 0x100 && code_point <= 0x17F && code_point % 2 == 0);
}

}  // namespace communique::corpus::attribution
