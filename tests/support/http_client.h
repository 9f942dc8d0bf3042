// SPDX-License-Identifier: GPL-3.0-or-later
// A client that sends exactly the bytes it is told to, for what a well-behaved client would never send.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include <sys/types.h>

namespace communique::tests {

struct HttpAnswer {
  int status = 0;                              ///< 0: the connection ended without an answer
  std::map<std::string, std::string> headers;  ///< names in small letters
  std::string body;                            ///< chunks joined
  bool whole = false;                          ///< as long as the header says
};

/// A connection to a server on 127.0.0.1.
class HttpConnection {
 public:
  explicit HttpConnection(int port);
  ~HttpConnection();
  HttpConnection(const HttpConnection&) = delete;
  HttpConnection& operator=(const HttpConnection&) = delete;

  bool send(const std::string& bytes);
  /// The next answer; `head`: it has no body whatever its header says.
  HttpAnswer read(bool head = false);
  /// True if the server ends the connection within this time.
  bool is_closed(std::chrono::milliseconds within);

 private:
  bool more(std::chrono::milliseconds within);

  int socket_ = -1;
  std::string read_;  ///< not yet used
};

/// communique-searcher serve on a free port, ended by SIGTERM.
class TestServer {
 public:
  explicit TestServer(const std::string& index, std::vector<std::string> more = {});
  ~TestServer();
  TestServer(const TestServer&) = delete;
  TestServer& operator=(const TestServer&) = delete;

  int port() const { return port_; }
  /// One GET on a connection of its own.
  HttpAnswer get(const std::string& target, const std::string& more_headers = {}) const;
  /// Sends SIGTERM and waits: the exit code.
  int end();
  /// For its end, however it comes.
  int wait();
  pid_t process() const { return process_; }

 private:
  int port_ = 0;
  pid_t process_ = 0;
};

/// A request as a browser sends it.
std::string request(const std::string& target, const std::string& more_headers = {}, const std::string& method = "GET");

}  // namespace communique::tests
