// SPDX-License-Identifier: GPL-3.0-or-later
// `serve`: where it listens and under which name.
#include <charconv>

#include "searcher/options/read_commands.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kMostThreads = 64;

/// HOST:PORT, [IPv6]:PORT, or :PORT.
void read_listen(const std::string& text, ServeOptions& serve) {
  const std::size_t colon = text.rfind(':');
  const std::string host = colon == std::string::npos ? std::string() : text.substr(0, colon);
  const char* const begin = text.data() + (colon == std::string::npos ? 0 : colon + 1);
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(begin, end, serve.port);
  const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
  const bool plain = host.find_first_of("[]:/ ") == std::string::npos;
  if (error != std::errc{} || stop != end || (!bracketed && !plain)) {
    fail_usage("--listen takes HOST:PORT, not \"" + text + "\"", "for example 127.0.0.1:7766, or :7766");
  }
  if (!host.empty()) serve.host = bracketed ? host.substr(1, host.size() - 2) : host;
}

}  // namespace

void read_serve(const OptionReader& reader, const CommandWords& words, Options& options) {
  ServeOptions& serve = options.serve;
  if (words.size() > 1) fail_usage("serve takes no words, only options", "to search, write: communique-searcher find");
  if (reader.has("listen")) read_listen(reader.one("listen"), serve);
  serve.threads = reader.number("threads", 1, kMostThreads, 0);
  serve.base_url = reader.one("base-url");
  while (serve.base_url.ends_with('/')) serve.base_url.pop_back();
  const bool is_web = serve.base_url.starts_with("http://") || serve.base_url.starts_with("https://");
  if (reader.has("base-url") && (!is_web || serve.base_url.find_first_of("?# \"<>") != std::string::npos)) {
    fail_usage("--base-url takes an address such as https://search.example.org", "without ? and #");
  }
  serve.quiet = reader.has("quiet");
}

}  // namespace communique::searcher
