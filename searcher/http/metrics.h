// SPDX-License-Identifier: GPL-3.0-or-later
// What the server counts about itself, and its form for Prometheus (text exposition format 0.0.4).
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

namespace communique::searcher::http {

/// Counters since the process began. Written by many threads, read at any time.
struct ServerMetrics {
  /// Upper bounds in seconds of the buckets of answer times; one more bucket holds what took longer.
  static constexpr std::array<double, 10> kBounds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 2.5};

  std::array<std::atomic<std::uint64_t>, 6> by_class{};  ///< [2]: answers with a status of 200 to 299
  std::array<std::atomic<std::uint64_t>, kBounds.size() + 1> by_time{};
  std::atomic<std::uint64_t> nanoseconds{0};  ///< of all answers
  std::atomic<std::uint64_t> refused{0};      ///< as the queue was full, or the connection one too many
  std::atomic<std::int64_t> connections{0};
  std::atomic<std::int64_t> queued{0};
  std::atomic<std::uint64_t> switches{0};  ///< of a worker to a new generation

  void count(unsigned status, std::chrono::nanoseconds took);
};

/// The process's own. The one mutable thing that handlers share.
ServerMetrics& server_metrics();

/// `generation`: of the index that answers.
std::string prometheus_text(const ServerMetrics& metrics, std::uint64_t generation);

}  // namespace communique::searcher::http
