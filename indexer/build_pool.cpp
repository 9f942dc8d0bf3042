// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build_pool.h"

namespace communique::indexer {

BuildPool::BuildPool(const schema::Gazetteer& gazetteer, std::string dictionary, const std::filesystem::path& folder,
                     unsigned threads, std::size_t queue_bytes)
    : codec_(std::move(dictionary)), queue_limit_(queue_bytes) {
  for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this, &gazetteer, folder] { work(gazetteer, folder); });
}

BuildPool::~BuildPool() {
  {
    const std::lock_guard lock(mutex_);
    queue_.clear();
    closed_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

void BuildPool::push(Batch&& batch) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return failure_ || queue_.empty() || queued_bytes_ + batch.text_bytes <= queue_limit_; });
  rethrow_locked();
  queued_bytes_ += batch.text_bytes;
  queue_.push_back(std::move(batch));
  lock.unlock();
  changed_.notify_all();
}

BuiltSegments BuildPool::finish() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  const std::lock_guard lock(mutex_);
  rethrow_locked();
  return std::move(built_);
}

void BuildPool::rethrow_locked() {
  if (failure_) std::rethrow_exception(failure_);
}

void BuildPool::work(const schema::Gazetteer& gazetteer, const std::filesystem::path& folder) {
  try {
    SegmentBuilder builder(gazetteer, codec_, folder);
    while (true) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return closed_ || failure_ || !queue_.empty(); });
      if (failure_ || queue_.empty()) break;
      Batch batch = std::move(queue_.front());
      queue_.pop_front();
      queued_bytes_ -= batch.text_bytes;
      lock.unlock();
      changed_.notify_all();
      Segment segment = builder.build(std::move(batch));
      const std::lock_guard store(mutex_);
      built_.segments.push_back(std::move(segment));
    }
    const std::lock_guard lock(mutex_);
    for (const auto& [lang, words] : builder.seen_words()) {
      for (const auto& [word, passages] : words) built_.words[lang][word] += passages;
    }
  } catch (...) {
    // A thread's top: whatever it was goes to the thread that joins.
    {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
    }
    changed_.notify_all();
  }
}

}  // namespace communique::indexer
