// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/progress_line.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <string>

#include <sys/ioctl.h>
#include <unistd.h>

namespace communique::indexer {

namespace {

constexpr auto kTerminalInterval = std::chrono::milliseconds(100);
constexpr auto kPlainInterval = std::chrono::seconds(5);
constexpr int kBarWidth = 24;

int terminal_width() {
  winsize size{};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

std::string short_time(double seconds) {
  const auto whole = static_cast<long>(seconds + 0.5);
  if (whole < 60) return std::to_string(whole) + " s";
  return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
}

std::string bar(double share) {
  const int filled = static_cast<int>(share * kBarWidth);
  return "[" + std::string(static_cast<std::size_t>(filled), '#') +
         std::string(static_cast<std::size_t>(kBarWidth - filled), '.') + "]";
}

}  // namespace

ProgressLine::ProgressLine(ProgressMode mode) : mode_(mode), terminal_(::isatty(STDERR_FILENO) == 1) {}

std::string ProgressLine::describe(const AddProgress& progress) const {
  const double elapsed = std::chrono::duration<double>(Clock::now() - start_).count();
  char text[160];
  const double rate = elapsed > 0 ? static_cast<double>(progress.bytes_read) / 1e6 / elapsed : 0;
  std::snprintf(text, sizeof text, "%s: %llu statements, %.1f MB read, %.1f MB/s", progress.stage,
                static_cast<unsigned long long>(progress.statements), static_cast<double>(progress.bytes_read) / 1e6,
                rate);
  std::string line = text;
  const bool reading = std::strcmp(progress.stage, "reading") == 0;
  if (!reading || progress.bytes_total == 0 || progress.bytes_read == 0) return line;
  const double share =
      std::min(1.0, static_cast<double>(progress.bytes_read) / static_cast<double>(progress.bytes_total));
  line += ", about " + short_time(elapsed / share - elapsed) + " left";
  return terminal_ ? bar(share) + " " + line : line;
}

void ProgressLine::show(const AddProgress& progress) {
  if (mode_ == ProgressMode::Never) return;
  const Clock::time_point now = Clock::now();
  const bool new_stage = std::strcmp(progress.stage, last_stage_) != 0 && std::strlen(last_stage_) > 0;
  const bool due = terminal_ ? now - last_ >= kTerminalInterval : now - last_ >= kPlainInterval;
  if (!due && !(new_stage && terminal_)) return;
  last_ = now;
  last_stage_ = progress.stage;
  std::string line = describe(progress);
  if (terminal_) {
    line.resize(std::min<std::size_t>(line.size(), static_cast<std::size_t>(terminal_width() - 1)));
    std::fprintf(stderr, "\r\033[K%s", line.c_str());
    drawn_ = true;
  } else {
    std::fprintf(stderr, "%s\n", line.c_str());
  }
  std::fflush(stderr);
}

void ProgressLine::clear() {
  if (drawn_) std::fprintf(stderr, "\r\033[K");
  drawn_ = false;
}

}  // namespace communique::indexer
