// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/output.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

#include "schema/utf8.h"
#include "searcher/render/wrap.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kLeastWidth = 20;
constexpr std::size_t kUsualWidth = 80;
constexpr std::size_t kWidestLine = 110;  ///< longer lines are hard to read

constexpr std::string_view kProgram = "communique-searcher: ";

std::size_t terminal_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char* columns = std::getenv("COLUMNS");
  const long width = columns != nullptr ? std::strtol(columns, nullptr, 10) : 0;
  return width > 0 ? static_cast<std::size_t>(width) : kUsualWidth;
}

/// The query on one line; if long, the part around the offset. `offset` is moved along.
std::string line_around(std::string_view text, std::size_t& offset) {
  constexpr std::size_t kContext = 50;
  const std::size_t start = offset > kContext ? schema::code_point_start(text, offset - kContext) : 0;
  const std::size_t end = schema::code_point_start(text, std::min(text.size(), offset + kContext));
  std::string line(text.substr(start, end - start));
  for (char& c : line) c = c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
  offset -= start;
  if (start > 0) {
    line.insert(0, "…");
    offset += std::string_view("…").size();
  }
  return end < text.size() ? line + "…" : line;
}

}  // namespace

bool write_out(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      return false;
    } else if (errno != EINTR) {
      throw Error(ErrorCode::Io, std::string("cannot write to standard output: ") + std::strerror(errno));
    }
  }
  return true;
}

void write_error(std::string_view message) {
  std::string safe = schema::without_controls(message);
  if (safe.empty() || safe.back() != '\n') safe += '\n';
  std::string_view rest = safe;
  while (!rest.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, rest.data(), rest.size());
    if (written < 0 && errno != EINTR) return;
    if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
  }
}

void report(const Error& error) {
  std::string text = std::string(kProgram) + error.what();
  if (!error.hint().empty()) text += "\n  " + error.hint();
  write_error(text);
}

void report_query_error(std::string_view text, const ValueError& error) {
  while (text.ends_with(' ') && text.size() > error.offset + 1) text.remove_suffix(1);
  std::size_t offset = std::min(error.offset, text.size());
  const std::string line = schema::first_invalid_utf8(text) == std::string_view::npos ? line_around(text, offset) : "";
  std::string report = std::string(kProgram) + error.message;
  if (!line.empty()) {
    report += "\n  " + line + "\n  " + std::string(display_width(std::string_view(line).substr(0, offset)), ' ') + "^";
  }
  if (!error.hint.empty()) report += "\n  " + error.hint;
  write_error(report);
}

std::size_t line_width() { return std::max(terminal_width(), kLeastWidth); }

TextStyle terminal_style() {
  TextStyle style;
  const bool terminal = ::isatty(STDOUT_FILENO) == 1;
  const char* no_colour = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool dumb = term == nullptr || std::string_view(term) == "dumb" || *term == '\0';
  style.colour = terminal && !dumb && (no_colour == nullptr || *no_colour == '\0');
  style.width = std::clamp(terminal_width(), kLeastWidth, kWidestLine);
  return style;
}

}  // namespace communique::searcher
