// SPDX-License-Identifier: GPL-3.0-or-later
// communique-bench: `queries --index DIR LOG.jsonl` prints the setup, then one line of latencies per type of query;
// `analyse FILE [GAZETTEER]` prints how quick the analysis of a file's statements is, step by step.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <xapian.h>

#include "analyse.h"
#include "queries.h"
#include "schema/error.h"

namespace {

using namespace communique;

constexpr int kRounds = 4;
constexpr const char* kUsage =
    "Usage: communique-bench queries --index DIR LOG.jsonl\n"
    "       communique-bench analyse FILE [GAZETTEER.json]\n";

std::string processor() {
  std::ifstream info("/proc/cpuinfo");
  for (std::string line; std::getline(info, line);) {
    if (line.starts_with("model name")) return line.substr(std::min(line.find(':') + 2, line.size()));
  }
  return "unknown processor";
}

void print_setup(const searcher::OpenIndex& index, const std::string& log, std::size_t queries) {
  const schema::Manifest& manifest = index.manifest();
  std::printf(
      "communique setup version=%s build=\"%s\" xapian=%s cpu=\"%s\" cores=%u statements=%llu passages=%llu "
      "shards=%zu log=%s queries=%zu rounds=%d\n",
      COMMUNIQUE_VERSION, COMMUNIQUE_BUILD, Xapian::version_string(), processor().c_str(),
      std::thread::hardware_concurrency(), static_cast<unsigned long long>(manifest.statements),
      static_cast<unsigned long long>(manifest.passages), manifest.shards.size(), log.c_str(), queries, kRounds);
}

void print_figures(const std::string& type, bench::TypeFigures figures) {
  std::vector<double>& micros = figures.micros;
  std::sort(micros.begin(), micros.end());
  double sum = 0;
  for (const double one : micros) sum += one;
  const auto at = [&](std::size_t percent) { return micros[micros.size() * percent / 100]; };
  std::printf("communique %-14s n=%zu mean_us=%.0f p50_us=%.0f p95_us=%.0f p99_us=%.0f top10hits=%zu\n", type.c_str(),
              micros.size(), sum / static_cast<double>(micros.size()), at(50), at(95), at(99), figures.hits);
}

int run_analysis(const std::vector<std::string>& arguments) {
  const bench::AnalysisFigures figures = bench::time_analysis(arguments[1], arguments.size() > 2 ? arguments[2] : "");
  std::printf("communique setup version=%s build=\"%s\" cpu=\"%s\" file=%s statements=%zu text_mb=%.1f\n",
              COMMUNIQUE_VERSION, COMMUNIQUE_BUILD, processor().c_str(), arguments[1].c_str(), figures.statements,
              figures.megabytes);
  const auto line = [&](const std::string& name, double seconds) {
    std::printf("communique %-14s seconds=%.2f mb_per_s=%.1f\n", name.c_str(), seconds, figures.megabytes / seconds);
  };
  line("analyse", figures.seconds);
  for (const auto& [name, seconds] : figures.steps) line(name, seconds);
  return exit_codes::kDone;
}

int run(const std::vector<std::string>& arguments) {
  if ((arguments.size() == 2 || arguments.size() == 3) && arguments[0] == "analyse") return run_analysis(arguments);
  if (arguments.size() != 4 || arguments[0] != "queries" || arguments[1] != "--index") {
    std::fputs(kUsage, stderr);
    return exit_codes::kUsage;
  }
  searcher::OpenIndex index(arguments[2]);
  const std::vector<bench::LoggedQuery> log = bench::read_log(arguments[3]);
  print_setup(index, arguments[3], log.size());
  for (const auto& [type, figures] : bench::run_queries(index, log, kRounds)) print_figures(type, figures);
  return exit_codes::kDone;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(std::vector<std::string>(argv + 1, argv + argc));
  } catch (const Error& error) {
    std::fprintf(stderr, "communique-bench: %s\n  %s\n", error.what(), error.hint().c_str());
    return exit_code(error.code());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "communique-bench: %s\n", error.what());
    return exit_codes::kIndex;
  }
}
