// SPDX-License-Identifier: GPL-3.0-or-later
// `serve`: the web page and the JSON API.
#include <algorithm>
#include <thread>

#include "searcher/commands/commands.h"
#include "searcher/http/routes.h"
#include "searcher/http/server.h"
#include "searcher/output.h"

namespace communique::searcher {

int run_serve(const Options& options) {
  http::ServerOptions server;
  server.index = options.index;
  server.host = options.serve.host;
  server.port = options.serve.port;
  server.threads =
      options.serve.threads > 0 ? options.serve.threads : std::max(1U, std::thread::hardware_concurrency());
  server.base_url = options.serve.base_url;
  server.quiet = options.serve.quiet;
  http::serve(server, http::handle, [](const std::string& address) { write_out("serving " + address + "\n"); });
  return exit_codes::kDone;
}

}  // namespace communique::searcher
