// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/http/connection.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <utility>

#include "searcher/http/access_log.h"
#include "searcher/http/answer.h"
#include "searcher/http/limits.h"
#include "searcher/http/metrics.h"

namespace communique::searcher::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;
using Clock = std::chrono::steady_clock;

constexpr auto kWait = asio::as_tuple(asio::use_awaitable);

constexpr const char* kContentSecurityPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

void set_fixed_headers(bhttp::fields& fields, const Response& response) {
  fields.set(bhttp::field::server, "communique");
  fields.set("Content-Security-Policy", kContentSecurityPolicy);
  fields.set("X-Content-Type-Options", "nosniff");
  fields.set("Referrer-Policy", "no-referrer");
  fields.set("Cross-Origin-Resource-Policy", "same-origin");
  if (!response.content_type.empty()) fields.set(bhttp::field::content_type, response.content_type);
  // What an index answers may be kept, and is asked about again by its ETag.
  const bool lasting = response.status < 400 && response.depends_on_index;
  fields.set(bhttp::field::cache_control, lasting ? "no-cache" : "no-store");
  for (const auto& [name, value] : response.headers) fields.set(name, value);
}

/// The status that tells what was wrong with bytes that are no request; 0: nothing is to be said.
unsigned status_of(const beast::error_code& error) {
  if (error == bhttp::error::header_limit || error == bhttp::error::buffer_overflow) return 431;
  if (error == bhttp::error::end_of_stream || error == beast::error::timeout) return 0;
  if (error.category() == bhttp::make_error_code(bhttp::error::bad_method).category()) return 400;
  return 0;
}

}  // namespace

/// Where a worker leaves what the connection waits for.
struct Connection::Exchange {
  explicit Exchange(const asio::any_io_executor& executor) : bell(executor) {
    bell.expires_at(Clock::time_point::max());
  }

  /// Worker: wakes the connection. The timer belongs to the server's thread.
  static void ring(const std::shared_ptr<Exchange>& exchange) {
    asio::post(exchange->bell.get_executor(), [exchange] { exchange->bell.cancel(); });
  }

  std::mutex mutex;
  std::condition_variable taken;
  std::optional<Response> response;
  std::string piece;  ///< of a stream, not yet written
  bool has_piece = false;
  bool stream_over = false;
  bool stream_whole = false;
  bool client_gone = false;
  asio::steady_timer bell;
};

Connection::Connection(asio::ip::tcp::socket socket, ConnectionContext& context)
    : stream_(std::move(socket)), buffer_(limits::kHeaderBytes + 1024), context_(context) {
  beast::error_code unknown;
  const auto endpoint = stream_.socket().remote_endpoint(unknown);
  client_ = unknown ? "-" : endpoint.address().to_string();
}

void Connection::close_if_idle() {
  if (idle_) stream_.cancel();
}

asio::awaitable<void> Connection::run() {
  const auto self = shared_from_this();
  for (std::size_t number = 1; number <= limits::kRequestsOfConnection && !context_.draining; ++number) {
    if (!co_await serve_one(number)) break;
  }
  beast::error_code ignored;
  stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

asio::awaitable<void> Connection::refuse(unsigned status, std::string detail) {
  Asked nothing;
  nothing.method = "-";
  nothing.target = "-";
  nothing.arrived = Clock::now();
  const std::string title(bhttp::obsolete_reason(static_cast<bhttp::status>(status)));
  Response response = answer(Problem{status, title, std::move(detail)});
  if (status == 405) response.headers.emplace_back("Allow", "GET, HEAD");
  co_await write(nothing, std::move(response), nullptr);
}

asio::awaitable<bool> Connection::serve_one(std::size_t number) {
  RequestParser parser;
  parser.header_limit(limits::kHeaderBytes);
  parser.body_limit(boost::none);
  stream_.expires_after(limits::kHeaderWait);
  idle_ = true;
  const auto [error, unused] = co_await bhttp::async_read_header(stream_, buffer_, parser, kWait);
  idle_ = false;
  if (error) {
    if (const unsigned status = status_of(error); status != 0) {
      co_await refuse(status, status == 431 ? "The request's header is too large." : "This is no HTTP request.");
    }
    co_return false;
  }
  std::variant<Asked, Refusal> checked = check_request(parser, context_.hosts, context_.base_url);
  if (const auto* refusal = std::get_if<Refusal>(&checked)) {
    co_await refuse(refusal->status, refusal->detail);
    co_return false;
  }
  Asked& asked = std::get<Asked>(checked);
  asked.keep_alive = asked.keep_alive && number < limits::kRequestsOfConnection;
  co_return co_await answer_asked(std::move(asked));
}

std::shared_ptr<Job> Connection::job_for(const Asked& asked, const std::shared_ptr<Exchange>& exchange) {
  auto job = std::make_shared<Job>();
  job->request = asked.request;
  job->key = asked.target + "\n" + asked.request.origin;
  job->if_none_match = asked.if_none_match;
  job->head_only = asked.head();
  job->arrived = asked.arrived;
  job->answered = [exchange](Response response) {
    {
      const std::lock_guard lock(exchange->mutex);
      exchange->response = std::move(response);
    }
    Exchange::ring(exchange);
  };
  job->sink = [exchange](std::string_view bytes) {
    std::unique_lock lock(exchange->mutex);
    exchange->piece.assign(bytes);
    exchange->has_piece = true;
    Exchange::ring(exchange);
    // Longer than a write may take: then the server itself has ended.
    const bool in_time = exchange->taken.wait_for(lock, limits::kWriteWait + limits::kDrain,
                                                  [&] { return !exchange->has_piece || exchange->client_gone; });
    return in_time && !exchange->client_gone;
  };
  job->streamed = [exchange](bool whole) {
    {
      const std::lock_guard lock(exchange->mutex);
      exchange->stream_over = true;
      exchange->stream_whole = whole;
    }
    Exchange::ring(exchange);
  };
  return job;
}

asio::awaitable<bool> Connection::answer_asked(Asked asked) {
  const auto exchange = std::make_shared<Exchange>(stream_.get_executor());
  std::shared_ptr<Job> job = job_for(asked, exchange);
  stream_.expires_never();
  if (!context_.pool.submit(std::move(job))) {
    ++server_metrics().refused;
    co_return co_await write(asked, answer(busy()), nullptr);
  }
  std::optional<Response> response;
  while (!response) {
    exchange->bell.expires_at(Clock::time_point::max());
    {
      const std::lock_guard lock(exchange->mutex);
      response = std::exchange(exchange->response, std::nullopt);
    }
    if (!response) co_await exchange->bell.async_wait(kWait);
  }
  co_return co_await write(asked, std::move(*response), exchange.get());
}

asio::awaitable<bool> Connection::write(Asked& asked, Response response, Exchange* exchange) {
  const bool streams = static_cast<bool>(response.stream) && !asked.head();
  const bool chunked = streams && asked.version >= 11;
  const bool keep_alive = asked.keep_alive && !context_.draining && (!streams || chunked);
  bhttp::response<bhttp::string_body> message{static_cast<bhttp::status>(response.status), asked.version};
  set_fixed_headers(message, response);
  message.keep_alive(keep_alive);
  const std::size_t bytes = response.body.size();
  if (chunked) {
    message.chunked(true);
  } else if (!streams && response.status != 304) {
    message.content_length(bytes);
  }
  if (!asked.head()) message.body() = std::move(response.body);
  bhttp::response_serializer<bhttp::string_body> serializer(message);
  stream_.expires_after(limits::kWriteWait);
  bool written = false;
  if (streams) {
    const auto [error, unused] = co_await bhttp::async_write_header(stream_, serializer, kWait);
    written = co_await write_stream(*exchange, chunked) && !error;
  } else {
    // The header tells the length; a HEAD's body stays empty beside it.
    if (asked.head()) serializer.split(true);
    const auto [error, unused] = asked.head() ? co_await bhttp::async_write_header(stream_, serializer, kWait)
                                              : co_await bhttp::async_write(stream_, serializer, kWait);
    written = !error;
  }
  server_metrics().count(response.status, Clock::now() - asked.arrived);
  log(asked, response.status, bytes);
  co_return (written && keep_alive);
}

asio::awaitable<bool> Connection::write_stream(Exchange& exchange, bool chunked) {
  bool failed = false;
  for (;;) {
    exchange.bell.expires_at(Clock::time_point::max());
    std::string piece;
    bool over = false;
    {
      const std::lock_guard lock(exchange.mutex);
      if (exchange.has_piece) {
        piece = std::move(exchange.piece);
        exchange.has_piece = false;
        exchange.client_gone = failed;
      } else {
        over = exchange.stream_over;
      }
    }
    exchange.taken.notify_one();
    if (over) break;
    if (piece.empty()) {
      co_await exchange.bell.async_wait(kWait);
      continue;
    }
    if (failed) continue;
    stream_.expires_after(limits::kWriteWait);
    const auto buffer = asio::buffer(piece);
    const auto [error, unused] = chunked ? co_await asio::async_write(stream_, bhttp::make_chunk(buffer), kWait)
                                         : co_await asio::async_write(stream_, buffer, kWait);
    failed = static_cast<bool>(error);
  }
  // A stream that failed on the way must not look whole: the connection ends without the last chunk.
  if (failed || !exchange.stream_whole) co_return false;
  if (!chunked) co_return true;
  stream_.expires_after(limits::kWriteWait);
  const auto [error, unused] = co_await asio::async_write(stream_, bhttp::make_chunk_last(), kWait);
  co_return !error;
}

void Connection::log(const Asked& asked, unsigned status, std::size_t bytes) const {
  if (context_.quiet) return;
  write_log(access_line({client_, asked.method, asked.target, status, bytes, Clock::now() - asked.arrived}));
}

}  // namespace communique::searcher::http
