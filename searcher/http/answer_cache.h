// SPDX-License-Identifier: GPL-3.0-or-later
// Answers kept for whoever asks the same again: reloads, the back button, a page many look at. Holds a bounded number
// of bytes, the least recently asked for go first, and so those of former generations. May be used from several
// threads.
#pragma once

#include <cstddef>
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

  /// Null if it is not there. `key`: all that the answer depends on, the state of the index among it.
  std::shared_ptr<const Response> find(const std::string& key);
  /// Whole answers out of the index alone; others, and too large ones, are not kept.
  void keep(const std::string& key, const Response& response);

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const Response> response;
    std::size_t bytes = 0;
  };

  std::size_t most_bytes_;
  std::mutex mutex_;
  std::list<Entry> entries_;                                                 ///< the one asked for last comes first
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;  ///< views of the entries' keys
  std::size_t bytes_ = 0;
};

}  // namespace communique::searcher::http
