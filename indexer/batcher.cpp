// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/batcher.h"

#include <algorithm>

namespace communique::indexer {

void Batcher::add(PlannedStatement&& planned) {
  const int bucket = bucket_of(planned.statement);
  const std::size_t bytes = planned.statement.text.size();
  const auto batch = waiting_.try_emplace(bucket).first;
  batch->second.bucket = bucket;
  batch->second.text_bytes += bytes;
  batch->second.statements.push_back(std::move(planned));
  waiting_total_ += bytes;
  if (batch->second.text_bytes >= batch_bytes_) {
    emit(batch);
  } else if (waiting_total_ > waiting_bytes_) {
    emit(std::max_element(waiting_.begin(), waiting_.end(),
                          [](const auto& a, const auto& b) { return a.second.text_bytes < b.second.text_bytes; }));
  }
}

void Batcher::flush() {
  while (!waiting_.empty()) emit(waiting_.begin());
}

void Batcher::emit(std::map<int, Batch>::iterator batch) {
  Batch ready = std::move(batch->second);
  waiting_.erase(batch);
  waiting_total_ -= ready.text_bytes;
  ready.sequence = next_sequence_++;
  emit_(std::move(ready));
}

}  // namespace communique::indexer
