// SPDX-License-Identifier: GPL-3.0-or-later
// Worker threads that turn batches into segments. The queue is bounded by bytes of text, so that memory is too.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "indexer/segment_builder.h"
#include "schema/families.h"
#include "schema/text_codec.h"

namespace communique::indexer {

/// All segments and words that a pool made.
struct BuiltSegments {
  std::vector<Segment> segments;
  std::map<std::string, schema::Vocabulary> words;
};

class BuildPool {
 public:
  /// `queue_bytes`: most text that waits for a worker.
  BuildPool(const schema::Gazetteer& gazetteer, std::string dictionary, const std::filesystem::path& folder,
            unsigned threads, std::size_t queue_bytes);
  /// Stops the workers; what is queued is dropped. finish() is how a run ends well.
  ~BuildPool();
  BuildPool(const BuildPool&) = delete;
  BuildPool& operator=(const BuildPool&) = delete;

  /// Queues a batch; waits while the queue is full. Rethrows what a worker threw.
  void push(Batch&& batch);
  /// Waits for all batches. Rethrows what a worker threw.
  BuiltSegments finish();

 private:
  void work(const schema::Gazetteer& gazetteer, const std::filesystem::path& folder);
  void rethrow_locked();

  schema::TextCodec codec_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> queue_;
  std::size_t queued_bytes_ = 0;
  std::size_t queue_limit_;
  bool closed_ = false;
  std::exception_ptr failure_;
  BuiltSegments built_;
  std::vector<std::thread> threads_;
};

}  // namespace communique::indexer
