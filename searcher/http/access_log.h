// SPDX-License-Identifier: GPL-3.0-or-later
// Lines on standard error: one for each request, and what the server has to say itself.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace communique::searcher::http {

struct AccessEntry {
  std::string_view client;
  std::string_view method;
  std::string_view target;
  unsigned status = 0;
  std::size_t bytes = 0;  ///< of the body; 0 for streams
  std::chrono::nanoseconds took{};
};

/// "2026-11-29T06:40:00Z 127.0.0.1 GET /?q=peace 200 4321 3.2ms": bytes of the request that could make a line look
/// like two, or steer a terminal, are written as \xNN.
std::string access_line(const AccessEntry& entry);

/// Writes a line at once; may be called from any thread.
void write_log(const std::string& line);

/// With the time before it.
void write_server_log(const std::string& message);

}  // namespace communique::searcher::http
