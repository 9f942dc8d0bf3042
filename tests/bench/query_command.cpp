// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>

#include "commands.h"
#include "mixed.h"
#include "queries.h"
#include "schema/error.h"
#include "setup.h"

namespace communique::bench {

namespace {

std::string setup_of(const CommandLine& line, const schema::Manifest& manifest, std::size_t queries) {
  std::uint64_t bytes = 0;
  for (const schema::FileEntry* file : schema::files_of(manifest)) bytes += file->bytes;
  char sizes[200];
  std::snprintf(sizes, sizeof sizes, "statements=%llu passages=%llu shards=%zu text_mb=%.2f size_mb=%.1f",
                static_cast<unsigned long long>(manifest.statements),
                static_cast<unsigned long long>(manifest.passages), manifest.shards.size(),
                static_cast<double>(manifest.text_bytes) / 1e6, static_cast<double>(bytes) / 1e6);
  return sizes + (" index=" + line.index.string()) + " log=" + line.operands.front() +
         " queries=" + std::to_string(queries) + " rounds=" + std::to_string(line.rounds);
}

void print_type(const std::string& type, TypeFigures figures) {
  std::vector<double>& micros = figures.micros;
  std::sort(micros.begin(), micros.end());
  double sum = 0;
  for (const double one : micros) sum += one;
  const auto at = [&](std::size_t percent) { return micros[micros.size() * percent / 100]; };
  std::printf("communique %-14s n=%zu mean_us=%.0f p50_us=%.0f p95_us=%.0f p99_us=%.0f top10hits=%zu\n", type.c_str(),
              micros.size(), sum / static_cast<double>(micros.size()), at(50), at(95), at(99), figures.hits);
}

MixedFigures print_mixed(const CommandLine& line, const std::vector<LoggedQuery>& log, unsigned threads) {
  std::fflush(stdout);
  const MixedFigures figures = time_mixed(line.index, log, line.rounds, threads);
  std::printf("communique mixed threads=%u queries=%zu seconds=%.3f qps=%.0f\n", threads, figures.queries,
              figures.seconds, figures.per_second());
  return figures;
}

}  // namespace

int run_queries(const CommandLine& line) {
  const std::vector<LoggedQuery> log = read_log(line.operands.front());
  searcher::OpenIndex index(line.index);
  print_setup(setup_of(line, index.manifest(), log.size()));
  for (const auto& [type, figures] : time_queries(index, log, line.rounds)) print_type(type, figures);
  if (!line.threads) return exit_codes::kDone;
  const MixedFigures alone = print_mixed(line, log, 1);
  if (*line.threads == 1) return exit_codes::kDone;
  const MixedFigures together = print_mixed(line, log, *line.threads);
  std::printf("communique scaling threads=%u x=%.2f\n", *line.threads, together.per_second() / alone.per_second());
  return exit_codes::kDone;
}

}  // namespace communique::bench
