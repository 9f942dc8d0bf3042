// SPDX-License-Identifier: GPL-3.0-or-later
// Threads that answer requests, each with the index open for itself. Between requests a worker looks whether there is a
// new generation, and goes over to it; within a request there is only one.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "searcher/http/answer_cache.h"
#include "searcher/http/exchange.h"
#include "searcher/http/limits.h"

namespace communique::searcher::http {

/// A request on its way through the pool. The functions are called on the worker's thread, in this order.
struct Job {
  Request request;
  std::string key;            ///< target and origin: all that the answer depends on, within a generation
  std::string if_none_match;  ///< the header; may be empty
  bool head_only = false;     ///< HEAD: a stream is not written
  std::chrono::steady_clock::time_point arrived;
  std::function<void(Response)> answered;
  ByteSink sink;                       ///< takes Response::stream's bytes; blocks while the client is slow
  std::function<void(bool)> streamed;  ///< after a stream; false: it failed on the way
};

class WorkerPool {
 public:
  using Log = std::function<void(const std::string&)>;

  /// Opens the index once for each thread. Throws Error if it can not be opened. `log` is called from all threads.
  WorkerPool(std::filesystem::path index, std::size_t threads, Handler handler, Log log);
  /// Lets jobs under way come to their end; those that wait are dropped.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// False if the queue is full: the job is not taken.
  bool submit(std::shared_ptr<Job> job);

 private:
  class Worker;

  std::shared_ptr<Job> next();

  std::filesystem::path index_;
  Handler handler_;
  Log log_;
  std::mutex mutex_;
  std::condition_variable waiting_;
  std::deque<std::shared_ptr<Job>> queue_;
  bool ending_ = false;
  AnswerCache cache_{limits::kCacheBytes};
  std::vector<std::thread> threads_;
};

}  // namespace communique::searcher::http
