// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/http/metrics.h"

#include <algorithm>
#include <cstdio>
#include <string_view>

namespace communique::searcher::http {
namespace {

std::string short_number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6g", value);
  return text;
}

void add_head(std::string& out, std::string_view name, std::string_view type, std::string_view help) {
  out.append("# HELP ").append(name).append(" ").append(help).append("\n");
  out.append("# TYPE ").append(name).append(" ").append(type).append("\n");
}

void add_number(std::string& out, std::string_view name, std::string_view type, std::string_view help,
                std::int64_t value) {
  add_head(out, name, type, help);
  out.append(name).append(" ").append(std::to_string(value)).append("\n");
}

}  // namespace

void ServerMetrics::count(unsigned status, std::chrono::nanoseconds took) {
  ++by_class[std::min(status / 100, 5U)];
  const double seconds = std::chrono::duration<double>(took).count();
  const auto* const bucket = std::lower_bound(kBounds.begin(), kBounds.end(), seconds);
  ++by_time[static_cast<std::size_t>(bucket - kBounds.begin())];
  nanoseconds += static_cast<std::uint64_t>(took.count());
}

ServerMetrics& server_metrics() {
  static ServerMetrics metrics;
  return metrics;
}

std::string prometheus_text(const ServerMetrics& metrics, std::uint64_t generation) {
  std::string out;
  add_head(out, "communique_http_responses_total", "counter", "Answers by class of status.");
  for (unsigned of = 2; of <= 5; ++of) {
    out += "communique_http_responses_total{class=\"" + std::to_string(of) + "xx\"} " +
           std::to_string(metrics.by_class[of].load()) + "\n";
  }
  constexpr std::string_view kTime = "communique_http_answer_seconds";
  add_head(out, kTime, "histogram", "Time from a request's last byte to its answer, waiting included.");
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < metrics.by_time.size(); ++i) {
    sum += metrics.by_time[i].load();
    const std::string bound = i < ServerMetrics::kBounds.size() ? short_number(ServerMetrics::kBounds[i]) : "+Inf";
    out.append(kTime).append("_bucket{le=\"" + bound + "\"} " + std::to_string(sum) + "\n");
  }
  out.append(kTime).append("_sum " + short_number(static_cast<double>(metrics.nanoseconds.load()) / 1e9) + "\n");
  out.append(kTime).append("_count " + std::to_string(sum) + "\n");
  add_number(out, "communique_http_refused_total", "counter", "Requests and connections beyond what the server takes.",
             static_cast<std::int64_t>(metrics.refused.load()));
  add_number(out, "communique_http_connections", "gauge", "Open connections.", metrics.connections.load());
  add_number(out, "communique_http_queue", "gauge", "Requests that wait for a worker.", metrics.queued.load());
  add_number(out, "communique_generation_switches_total", "counter", "Times a worker went over to a new generation.",
             static_cast<std::int64_t>(metrics.switches.load()));
  add_number(out, "communique_generation", "gauge", "Generation of the index that gave this answer.",
             static_cast<std::int64_t>(generation));
  return out;
}

}  // namespace communique::searcher::http
