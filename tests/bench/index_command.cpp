// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <optional>
#include <thread>

#include "commands.h"
#include "indexing.h"
#include "schema/error.h"
#include "setup.h"
#include "tests/support/temp_dir.h"

namespace communique::bench {

namespace {

double megabytes(std::uint64_t bytes) { return static_cast<double>(bytes) / 1e6; }

std::string setup_of(const indexer::AddOptions& options, bool kept) {
  const corpus::InputList inputs = corpus::list_inputs(options.inputs);
  std::uint64_t bytes = 0;
  for (const corpus::InputFile& file : inputs.files) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file.path, error);
    if (!error) bytes += size;
  }
  char text[200];
  std::snprintf(text, sizeof text, "input=%s files=%zu input_mb=%.2f threads=%u memory_mb=%zu",
                options.inputs.front().substr(0, 80).c_str(), inputs.files.size(), megabytes(bytes), options.threads,
                options.memory_mb);
  return text + (kept ? " index=" + options.index.string() : std::string());
}

void print_figures(const IndexingFigures& figures) {
  for (const auto& [stage, seconds] : figures.stages) {
    std::printf("communique %-14s seconds=%.3f\n", stage.c_str(), seconds);
  }
  const indexer::AddSummary& summary = figures.summary;
  const double text = megabytes(summary.text_bytes);
  std::printf(
      "communique index statements=%llu passages=%llu rejected=%llu text_mb=%.2f s=%.3f mb_s=%.2f peak_mb=%.0f "
      "index_mb=%.1f\n",
      static_cast<unsigned long long>(summary.counts.added + summary.counts.replaced),
      static_cast<unsigned long long>(summary.passages), static_cast<unsigned long long>(summary.counts.rejected), text,
      figures.seconds, text / figures.seconds, megabytes(figures.peak_bytes), megabytes(figures.index_bytes));
}

}  // namespace

int run_index(const CommandLine& line) {
  std::optional<tests::TempDir> folder;
  indexer::AddOptions options;
  options.inputs = line.operands;
  options.memory_mb = line.memory_mb;
  options.threads = line.threads.value_or(std::max(1u, std::thread::hardware_concurrency()));
  options.index = line.index.empty() ? folder.emplace() / "index" : line.index;
  print_setup(setup_of(options, !folder));
  print_figures(time_indexing(options));
  return exit_codes::kDone;
}

}  // namespace communique::bench
