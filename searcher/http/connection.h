// SPDX-License-Identifier: GPL-3.0-or-later
// One client's connection: requests read one after the other within the limits, handed to the pool, answers written.
// All of it runs on the server's one thread, as a coroutine that waits for the socket or for a worker.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>

#include <functional>
#include <memory>
#include <string>

#include "searcher/http/host_check.h"
#include "searcher/http/request_check.h"
#include "searcher/http/worker_pool.h"

namespace communique::searcher::http {

/// What connections share. Outlives them.
struct ConnectionContext {
  WorkerPool& pool;
  HostCheck hosts;
  std::string base_url;
  bool quiet = false;
  bool draining = false;  ///< the answer under way is the connection's last
};

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(boost::asio::ip::tcp::socket socket, ConnectionContext& context);

  /// Until the client leaves, a limit is met, or the server drains.
  boost::asio::awaitable<void> run();
  /// Ends it if it only waits for a request.
  void close_if_idle();

 private:
  struct Exchange;

  static std::shared_ptr<Job> job_for(const Asked& asked, const std::shared_ptr<Exchange>& exchange);
  boost::asio::awaitable<bool> serve_one(std::size_t number);
  boost::asio::awaitable<bool> answer_asked(Asked asked);
  boost::asio::awaitable<bool> write(Asked& asked, Response response, Exchange* exchange);
  boost::asio::awaitable<bool> write_stream(Exchange& exchange, bool chunked);
  boost::asio::awaitable<void> refuse(unsigned status, std::string detail);
  void log(const Asked& asked, unsigned status, std::size_t bytes) const;

  boost::beast::tcp_stream stream_;
  boost::beast::flat_buffer buffer_;
  ConnectionContext& context_;
  std::string client_;  ///< its address, for the log
  bool idle_ = true;
};

}  // namespace communique::searcher::http
