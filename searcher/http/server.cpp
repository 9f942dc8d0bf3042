// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/http/server.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <cstdlib>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "schema/error.h"
#include "searcher/http/access_log.h"
#include "searcher/http/connection.h"
#include "searcher/http/limits.h"
#include "searcher/http/metrics.h"

namespace communique::searcher::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr auto kWait = asio::as_tuple(asio::use_awaitable);

class Server {
 public:
  Server(const ServerOptions& options, const Handler& handler)
      : pool_(options.index, options.threads, handler, write_server_log),
        context_{pool_, HostCheck(options.host, options.base_url), options.base_url, options.quiet},
        acceptor_(io_),
        signals_(io_, SIGTERM, SIGINT),
        drain_(io_) {
    listen(options);
  }

  void run(const std::function<void(const std::string&)>& ready) {
    asio::co_spawn(io_, accept(), asio::detached);
    asio::co_spawn(io_, wait_for_signal(), asio::detached);
    const tcp::endpoint endpoint = acceptor_.local_endpoint();
    const std::string address = endpoint.address().to_string();
    ready("http://" + (endpoint.address().is_v6() ? "[" + address + "]" : address) + ":" +
          std::to_string(endpoint.port()) + "/");
    io_.run();
  }

 private:
  void listen(const ServerOptions& options) {
    const std::string where = options.host + ":" + std::to_string(options.port);
    try {
      tcp::resolver resolver(io_);
      const auto found = resolver.resolve(options.host, std::to_string(options.port));
      const tcp::endpoint endpoint = found.begin()->endpoint();
      acceptor_.open(endpoint.protocol());
      acceptor_.set_option(tcp::acceptor::reuse_address(true));
      acceptor_.bind(endpoint);
      acceptor_.listen(asio::socket_base::max_listen_connections);
    } catch (const boost::system::system_error& error) {
      throw Error(ErrorCode::Io, "can not listen on " + where + ": " + error.code().message(),
                  "is another server running there? --listen HOST:PORT takes another address");
    }
  }

  asio::awaitable<void> accept() {
    for (;;) {
      auto [error, socket] = co_await acceptor_.async_accept(kWait);
      if (error == asio::error::operation_aborted || !acceptor_.is_open()) co_return;
      if (error) {  // out of descriptors, most likely: connections that end make room
        asio::steady_timer pause(io_, std::chrono::milliseconds(50));
        co_await pause.async_wait(kWait);
        continue;
      }
      take(std::move(socket));
    }
  }

  void take(tcp::socket socket) {
    boost::system::error_code unknown;
    const auto address = socket.remote_endpoint(unknown).address();
    std::size_t& of_address = of_address_[address];
    if (unknown || connections_.size() >= limits::kConnections ||
        (!address.is_loopback() && of_address >= limits::kConnectionsOfAddress)) {
      ++server_metrics().refused;
      return;  // closed by going out of scope
    }
    socket.set_option(tcp::no_delay(true), unknown);
    ++of_address;
    auto connection = std::make_shared<Connection>(std::move(socket), context_);
    connections_.insert(connection);
    server_metrics().connections = static_cast<std::int64_t>(connections_.size());
    asio::co_spawn(io_, connection->run(), [this, connection, address](const std::exception_ptr& failure) {
      if (failure) write_server_log("a connection ended by a failure of the server");
      forget(connection, address);
    });
  }

  void forget(const std::shared_ptr<Connection>& connection, const asio::ip::address& address) {
    connections_.erase(connection);
    if (--of_address_[address] == 0) of_address_.erase(address);
    server_metrics().connections = static_cast<std::int64_t>(connections_.size());
    if (context_.draining && connections_.empty()) io_.stop();
  }

  asio::awaitable<void> wait_for_signal() {
    co_await signals_.async_wait(kWait);
    write_server_log("ending: requests under way are answered");
    context_.draining = true;
    acceptor_.close();
    for (const auto& connection : connections_) connection->close_if_idle();
    if (connections_.empty()) io_.stop();
    signals_.async_wait([](const boost::system::error_code& error, int) {
      if (!error) std::_Exit(exit_codes::kInterrupted);
    });
    drain_.expires_after(limits::kDrain);
    co_await drain_.async_wait(kWait);
    io_.stop();
  }

  asio::io_context io_{1};
  WorkerPool pool_;
  ConnectionContext context_;
  tcp::acceptor acceptor_;
  asio::signal_set signals_;
  asio::steady_timer drain_;
  std::set<std::shared_ptr<Connection>> connections_;
  std::map<asio::ip::address, std::size_t> of_address_;
};

}  // namespace

void serve(const ServerOptions& options, const Handler& handler, const std::function<void(const std::string&)>& ready) {
  Server(options, handler).run(ready);
}

}  // namespace communique::searcher::http
