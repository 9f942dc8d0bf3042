// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/http/access_log.h"

#include <cstdio>
#include <ctime>

namespace communique::searcher::http {
namespace {

std::string now() {
  const std::time_t seconds = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7f && c != '\\') {
      out += c;
      continue;
    }
    char code[8];
    std::snprintf(code, sizeof code, "\\x%02x", byte);
    out += code;
  }
  return out;
}

}  // namespace

std::string access_line(const AccessEntry& entry) {
  char took[32];
  std::snprintf(took, sizeof took, "%.1fms", std::chrono::duration<double, std::milli>(entry.took).count());
  return now() + " " + std::string(entry.client) + " " + escaped(entry.method) + " " + escaped(entry.target) + " " +
         std::to_string(entry.status) + " " + std::to_string(entry.bytes) + " " + took;
}

void write_log(const std::string& line) {
  const std::string whole = line + "\n";
  std::fwrite(whole.data(), 1, whole.size(), stderr);
}

void write_server_log(const std::string& message) {
  std::string line = message;
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  }
  write_log(now() + " " + line);
}

}  // namespace communique::searcher::http
