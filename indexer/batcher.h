// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers planned statements into batches by bucket of dates. Which statements share a batch, and the batches' order,
// depend on the input alone, never on threads, so the same input gives the same index.
#pragma once

#include <cstdint>
#include <functional>
#include <map>

#include "indexer/segment_builder.h"

namespace communique::indexer {

class Batcher {
 public:
  /// Hands a batch to `emit` when its text reaches `batch_bytes`, and the fullest one when all that wait together hold
  /// more than `waiting_bytes`.
  Batcher(std::size_t batch_bytes, std::size_t waiting_bytes, std::function<void(Batch&&)> emit)
      : batch_bytes_(batch_bytes), waiting_bytes_(waiting_bytes), emit_(std::move(emit)) {}

  void add(PlannedStatement&& planned);
  /// Emits all that wait, in order of bucket.
  void flush();

 private:
  void emit(std::map<int, Batch>::iterator batch);

  std::size_t batch_bytes_;
  std::size_t waiting_bytes_;
  std::function<void(Batch&&)> emit_;
  std::map<int, Batch> waiting_;
  std::size_t waiting_total_ = 0;
  std::uint64_t next_sequence_ = 0;
};

}  // namespace communique::indexer
