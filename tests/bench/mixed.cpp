// SPDX-License-Identifier: GPL-3.0-or-later
#include "mixed.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <functional>
#include <latch>
#include <optional>
#include <thread>

namespace communique::bench {

namespace {

using Clock = std::chrono::steady_clock;

/// One thread's part.
struct Share {
  std::size_t first = 0;  ///< query of the log
  Clock::time_point started{};
  Clock::time_point ended{};
  std::exception_ptr failure;
};

/// What it throws waits in the share for the thread that joins.
template <class Work>
bool succeeds(Share& share, Work work) {
  try {
    work();
    return true;
  } catch (...) {
    share.failure = std::current_exception();
    return false;
  }
}

void run_round(searcher::OpenIndex& index, const std::vector<LoggedQuery>& log, std::size_t first) {
  for (std::size_t i = 0; i < log.size(); ++i) run_query(index, log[(first + i) % log.size()]);
}

}  // namespace

MixedFigures time_mixed(const std::filesystem::path& index, const std::vector<LoggedQuery>& log, unsigned rounds,
                        unsigned threads) {
  std::latch warm(threads);
  const auto work = [&](Share& share) {
    std::optional<searcher::OpenIndex> own;
    const bool ready = succeeds(share, [&] {
      own.emplace(index);
      run_round(*own, log, share.first);
    });
    warm.arrive_and_wait();  // a thread that failed arrives, too: the others wait for it
    if (!ready) return;
    share.started = Clock::now();
    succeeds(share, [&] {
      for (unsigned round = 1; round < rounds; ++round) run_round(*own, log, share.first);
    });
    share.ended = Clock::now();
  };
  std::vector<Share> shares(threads);
  {
    std::vector<std::jthread> running;
    for (unsigned number = 0; number < threads; ++number) {
      shares[number].first = number * log.size() / threads;
      running.emplace_back(work, std::ref(shares[number]));
    }
  }
  for (const Share& share : shares) {
    if (share.failure) std::rethrow_exception(share.failure);
  }
  const auto by_start = [](const Share& a, const Share& b) { return a.started < b.started; };
  const auto by_end = [](const Share& a, const Share& b) { return a.ended < b.ended; };
  const Clock::time_point started = std::min_element(shares.begin(), shares.end(), by_start)->started;
  const Clock::time_point ended = std::max_element(shares.begin(), shares.end(), by_end)->ended;
  return {threads * (rounds - 1) * log.size(), std::chrono::duration<double>(ended - started).count()};
}

}  // namespace communique::bench
