// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/http/answer_cache.h"

#include <utility>

namespace communique::searcher::http {

std::shared_ptr<const Response> AnswerCache::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->response;
}

void AnswerCache::keep(const std::string& key, const Response& response) {
  const std::size_t bytes = key.size() + response.body.size() + sizeof(Entry) + 256;
  // One answer must not drive out all others.
  if (response.status != 200 || !response.depends_on_index || response.stream || bytes > most_bytes_ / 16) return;
  auto kept = std::make_shared<const Response>(response);
  const std::lock_guard lock(mutex_);
  if (by_key_.contains(key)) return;
  entries_.push_front({key, std::move(kept), bytes});
  by_key_.emplace(entries_.front().key, entries_.begin());
  bytes_ += bytes;
  while (bytes_ > most_bytes_) {
    bytes_ -= entries_.back().bytes;
    by_key_.erase(entries_.back().key);
    entries_.pop_back();
  }
}

}  // namespace communique::searcher::http
