// SPDX-License-Identifier: GPL-3.0-or-later
// The transport: sockets, HTTP/1.1, limits, and the way of a request to a worker and back. Boost.Beast on one thread,
// which never searches; workers never touch a socket.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "searcher/http/exchange.h"

namespace communique::searcher::http {

struct ServerOptions {
  std::filesystem::path index;
  std::string host;
  std::uint16_t port = 0;  ///< 0: any that is free
  std::size_t threads = 1;
  std::string base_url;  ///< see ServeOptions
  bool quiet = false;
};

/// Listens until SIGTERM or SIGINT, then lets requests under way come to their end; a second signal ends at once.
/// `ready` is told the address. Throws Error(Io) if it can not listen, and what opening the index throws.
void serve(const ServerOptions& options, const Handler& handler, const std::function<void(const std::string&)>& ready);

}  // namespace communique::searcher::http
