// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexing.h"

#include <sys/resource.h>

#include <chrono>

#include "indexer/signals.h"
#include "schema/error.h"
#include "schema/manifest.h"

namespace communique::bench {

namespace {

using Clock = std::chrono::steady_clock;

/// Notes when a run goes on to its next stage.
class StageClock {
 public:
  void note(const char* stage) {
    if (stages_.back().first == stage) return;
    end_stage();
    stages_.emplace_back(stage, 0);
  }

  std::vector<std::pair<std::string, double>> finish() {
    end_stage();
    return std::move(stages_);
  }

 private:
  void end_stage() {
    const auto now = Clock::now();
    stages_.back().second = std::chrono::duration<double>(now - started_).count();
    started_ = now;
  }

  std::vector<std::pair<std::string, double>> stages_{{indexer::AddProgress{}.stage, 0}};
  Clock::time_point started_ = Clock::now();
};

std::uint64_t peak_bytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;  // Linux counts kilobytes
}

std::uint64_t index_bytes(const std::filesystem::path& index) {
  std::uint64_t bytes = 0;
  const schema::Manifest manifest = schema::read_current({index});
  for (const schema::FileEntry* file : schema::files_of(manifest)) bytes += file->bytes;
  return bytes;
}

}  // namespace

IndexingFigures time_indexing(const indexer::AddOptions& options) {
  indexer::catch_interrupts();
  IndexingFigures figures;
  StageClock stages;
  indexer::AddEvents events;
  events.progress = [&](const indexer::AddProgress& progress) { stages.note(progress.stage); };
  events.interrupted = indexer::interrupted;
  const auto started = Clock::now();
  figures.summary = indexer::add(options, events);
  figures.seconds = std::chrono::duration<double>(Clock::now() - started).count();
  figures.stages = stages.finish();
  figures.peak_bytes = peak_bytes();
  if (figures.summary.interrupted) throw Error(ErrorCode::Interrupted, "interrupted before all was read");
  if (figures.summary.counts.added + figures.summary.counts.replaced == 0) {
    throw Error(
        ErrorCode::Input,
        figures.summary.counts.unchanged > 0 ? "the index holds all of it already" : "no statement could be read",
        figures.summary.counts.unchanged > 0 ? "give another --index, or none" : "");
  }
  figures.index_bytes = index_bytes(options.index);
  return figures;
}

}  // namespace communique::bench
