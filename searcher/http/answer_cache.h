// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of one generation, kept for whoever asks the same again: reloads, the back button, a page many look at. Holds
// a bounded number of bytes, the least recently asked for go first. May be used from several threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "searcher/http/exchange.h"

namespace communique::searcher::http {

class AnswerCache {
 public:
  explicit AnswerCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  /// Null if it is not there. `key`: all of the request that its answer depends on.
  std::shared_ptr<const Response> find(std::uint64_t generation, const std::string& key);
  /// Whole answers alone, of generations not older than the one held; others, and too large ones, are not kept.
  void keep(std::uint64_t generation, const std::string& key, const Response& response);

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const Response> response;
    std::size_t bytes = 0;
  };

  void clear_for(std::uint64_t generation);

  std::size_t most_bytes_;
  std::mutex mutex_;
  std::uint64_t generation_ = 0;
  std::list<Entry> entries_;  ///< the one asked for last comes first
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;  ///< views of the entries' keys
  std::size_t bytes_ = 0;
};

}  // namespace communique::searcher::http
