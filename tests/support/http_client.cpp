// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>
#include <thread>
#include <utility>

#include "tests/support/process.h"

namespace communique::tests {
namespace {

constexpr std::chrono::milliseconds kPatience{20'000};

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

int free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  if (::bind(socket, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    throw std::runtime_error("no free port");
  }
  ::close(socket);
  return ntohs(address.sin_port);
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

void read_head(const std::string& head, HttpAnswer& answer) {
  answer.status = std::stoi(head.substr(head.find(' ') + 1, 3));
  for (std::size_t at = head.find("\r\n"); at + 2 < head.size();) {
    const std::size_t end = std::min(head.find("\r\n", at + 2), head.size());
    const std::string line = head.substr(at + 2, end - at - 2);
    if (const std::size_t colon = line.find(": "); colon != std::string::npos) {
      answer.headers[lower(line.substr(0, colon))] = line.substr(colon + 2);
    }
    at = end;
  }
}

}  // namespace

std::string request(const std::string& target, const std::string& more_headers, const std::string& method) {
  return method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + more_headers + "\r\n";
}

HttpConnection::HttpConnection(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  const sockaddr_in address = loopback(port);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    ::close(socket_);
    socket_ = -1;
  }
}

HttpConnection::~HttpConnection() {
  if (socket_ >= 0) ::close(socket_);
}

bool HttpConnection::send(const std::string& bytes) {
  std::size_t sent = 0;
  while (socket_ >= 0 && sent < bytes.size()) {
    const ssize_t now = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (now <= 0) return false;
    sent += static_cast<std::size_t>(now);
  }
  return socket_ >= 0;
}

bool HttpConnection::more(std::chrono::milliseconds within) {
  pollfd ready{socket_, POLLIN, 0};
  if (socket_ < 0 || ::poll(&ready, 1, static_cast<int>(within.count())) <= 0) return false;
  char bytes[16384];
  const ssize_t count = ::recv(socket_, bytes, sizeof bytes, 0);
  if (count <= 0) return false;
  read_.append(bytes, static_cast<std::size_t>(count));
  return true;
}

bool HttpConnection::is_closed(std::chrono::milliseconds within) {
  const auto until = std::chrono::steady_clock::now() + within;
  while (std::chrono::steady_clock::now() < until) {
    if (!more(within)) {
      pollfd ready{socket_, POLLIN, 0};
      return ::poll(&ready, 1, 0) > 0;  // readable, and nothing to read
    }
  }
  return false;
}

HttpAnswer HttpConnection::read(bool head) {
  HttpAnswer answer;
  std::size_t end = 0;
  while ((end = read_.find("\r\n\r\n")) == std::string::npos) {
    if (!more(kPatience)) return answer;
  }
  read_head(read_.substr(0, end + 2), answer);
  read_.erase(0, end + 4);
  if (head || answer.status == 304) {
    answer.whole = true;
  } else if (answer.headers.contains("content-length")) {
    const std::size_t length = std::stoul(answer.headers["content-length"]);
    while (read_.size() < length && more(kPatience)) {
    }
    answer.whole = read_.size() >= length;
    answer.body = read_.substr(0, length);
    read_.erase(0, length);
  } else if (answer.headers.contains("transfer-encoding")) {
    for (;;) {
      std::size_t line = 0;
      while ((line = read_.find("\r\n")) == std::string::npos) {
        if (!more(kPatience)) return answer;
      }
      const std::size_t size = std::stoul(read_.substr(0, line), nullptr, 16);
      while (read_.size() < line + 2 + size + 2) {
        if (!more(kPatience)) return answer;
      }
      answer.body += read_.substr(line + 2, size);
      read_.erase(0, line + 2 + size + 2);
      if (size == 0) break;
    }
    answer.whole = true;
  }
  return answer;
}

TestServer::TestServer(const std::string& index, std::vector<std::string> more) : port_(free_port()) {
  std::vector<std::string> arguments = {
      searcher_binary(), "serve", "--index", index, "--listen", "127.0.0.1:" + std::to_string(port_)};
  arguments.insert(arguments.end(), more.begin(), more.end());
  process_ = start(arguments);
  for (int i = 0; i < 500; ++i) {
    if (get("/api/v1/health").status == 200) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  throw std::runtime_error("the server does not answer");
}

TestServer::~TestServer() {
  if (process_ > 0) end();
}

HttpAnswer TestServer::get(const std::string& target, const std::string& more_headers) const {
  HttpConnection connection(port_);
  connection.send(request(target, more_headers));
  return connection.read();
}

int TestServer::end() {
  ::kill(process_, SIGTERM);
  return wait();
}

int TestServer::wait() { return wait_for(std::exchange(process_, 0)); }

}  // namespace communique::tests
