// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/http/worker_pool.h"

#include <exception>
#include <utility>

#include "schema/files.h"
#include "searcher/http/answer.h"
#include "searcher/http/limits.h"
#include "searcher/http/metrics.h"

namespace communique::searcher::http {
namespace {

Response failed() { return answer(Problem{500, "The server failed", "The server's log says why."}); }

Response not_modified() {
  Response response;
  response.status = 304;
  return response;
}

}  // namespace

class WorkerPool::Worker {
 public:
  explicit Worker(WorkerPool& pool) : pool_(pool) { open(); }

  void run() {
    while (const std::shared_ptr<Job> job = pool_.next()) {
      try {
        answer_job(*job);
      } catch (const std::exception& error) {
        pool_.log_(error.what());
        job->answered(failed());
      }
    }
  }

 private:
  using Clock = std::chrono::steady_clock;

  void answer_job(const Job& job) {
    if (Clock::now() - job.arrived > limits::kQueueWait) return job.answered(answer(busy()));
    look_for_generation();
    const std::string key = current_ + job.key;
    const std::string etag =
        "\"g" + std::to_string(index_->manifest().generation) + "-" + schema::short_hash(key) + "\"";
    const bool known = !job.if_none_match.empty() && job.if_none_match.find(etag) != std::string::npos;
    Response response = known ? not_modified() : kept_or_made(job, key);
    if (response.status == 304 || (response.status == 200 && response.depends_on_index)) {
      response.headers.emplace_back("ETag", etag);
    }
    const auto stream = response.stream;
    job.answered(std::move(response));
    if (stream && !job.head_only) write(stream, job);
  }

  Response kept_or_made(const Job& job, const std::string& key) {
    if (const auto kept = pool_.cache_.find(key)) return *kept;
    Response response = make(job.request);
    if (key.starts_with(current_)) pool_.cache_.keep(key, response);  // else made by another generation than the key's
    return response;
  }

  /// What CURRENT says is read first: where it changes meanwhile, the next look sees that it has.
  void open() {
    const std::filesystem::path file = schema::IndexPaths{pool_.index_}.current();
    std::error_code unknown;
    std::string current = std::filesystem::exists(file, unknown) ? schema::read_file(file) : std::string();
    index_ = std::make_unique<OpenIndex>(pool_.index_);
    current_ = std::move(current);
  }

  /// A generation's files may have gone since it was opened: then it is opened anew, and the request answered by that.
  Response make(const Request& request) {
    try {
      return pool_.handler_(request, *index_);
    } catch (const Error& error) {
      pool_.log_(error.what());
    } catch (const std::bad_alloc&) {
      pool_.log_("out of memory");
      return failed();
    } catch (const std::exception& error) {
      pool_.log_(error.what());
      return failed();
    }
    try {
      open();
      return pool_.handler_(request, *index_);
    } catch (const Error& error) {
      pool_.log_(error.what());
      return answer(problem_of(error));
    } catch (const std::exception& error) {
      pool_.log_(error.what());
      return failed();
    }
  }

  void write(const std::function<void(const ByteSink&)>& stream, const Job& job) {
    try {
      stream(job.sink);
      job.streamed(true);
    } catch (const std::exception& error) {
      pool_.log_(error.what());
      job.streamed(false);
    }
  }

  void look_for_generation() {
    const auto now = Clock::now();
    if (now - looked_ < limits::kLookForGeneration) return;
    looked_ = now;
    try {
      const std::string current = schema::read_file(schema::IndexPaths{pool_.index_}.current());
      if (current == current_ || current == refused_) return;
      refused_ = current;  // if it can not be opened, that is said once, and the old one goes on answering
      open();
      ++server_metrics().switches;
    } catch (const Error& error) {
      pool_.log_(std::string("going on with generation ") + std::to_string(index_->manifest().generation) + ": " +
                 error.what());
    }
  }

  WorkerPool& pool_;
  std::unique_ptr<OpenIndex> index_;
  Clock::time_point looked_ = Clock::now();
  std::string current_;  ///< what CURRENT held when the index was opened: number and checksum of its manifest
  std::string refused_;
};

WorkerPool::WorkerPool(std::filesystem::path index, std::size_t threads, Handler handler, Log log)
    : index_(std::move(index)), handler_(std::move(handler)), log_(std::move(log)) {
  std::vector<std::shared_ptr<Worker>> workers;
  for (std::size_t i = 0; i < threads; ++i) workers.push_back(std::make_shared<Worker>(*this));
  for (const auto& worker : workers) threads_.emplace_back([worker] { worker->run(); });
}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    queue_.clear();
  }
  waiting_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool WorkerPool::submit(std::shared_ptr<Job> job) {
  {
    const std::lock_guard lock(mutex_);
    if (ending_ || queue_.size() >= limits::kQueue) return false;
    queue_.push_back(std::move(job));
    server_metrics().queued = static_cast<std::int64_t>(queue_.size());
  }
  waiting_.notify_one();
  return true;
}

std::shared_ptr<Job> WorkerPool::next() {
  std::unique_lock lock(mutex_);
  waiting_.wait(lock, [&] { return ending_ || !queue_.empty(); });
  if (ending_) return nullptr;
  std::shared_ptr<Job> job = std::move(queue_.front());
  queue_.pop_front();
  server_metrics().queued = static_cast<std::int64_t>(queue_.size());
  return job;
}

}  // namespace communique::searcher::http
