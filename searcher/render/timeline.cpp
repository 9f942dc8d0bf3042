// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/timeline.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <vector>

#include "schema/utf8.h"
#include "searcher/render/numbers.h"
#include "searcher/render/wrap.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowestBar = 6;
constexpr std::size_t kWidestBar = 50;
constexpr std::size_t kEighths = 8;

/// A column of figures; those of fewer width are padded on the left.
struct Column {
  std::vector<std::string> cells;  ///< the heading first
  bool left = false;

  std::size_t width() const {
    std::size_t widest = 0;
    for (const std::string& cell : cells) widest = std::max(widest, display_width(cell));
    return widest;
  }
};

double value_of(const Timeline& timeline, const TimelineSeries& series, std::size_t period, Bars bars) {
  if (bars == Bars::PerThousand) return per_thousand(timeline, series, period);
  return static_cast<double>(series.counts[period].statements);
}

double greatest_value(const Timeline& timeline, Bars bars) {
  double greatest = 0;
  for (const TimelineSeries& series : timeline.series) {
    for (std::size_t period = 0; period < timeline.periods.size(); ++period) {
      greatest = std::max(greatest, value_of(timeline, series, period, bars));
    }
  }
  return greatest;
}

/// Block characters in eighths of a column; what is not nothing is seen.
std::string bar_of(double share, std::size_t width) {
  static constexpr std::array<std::string_view, kEighths> kParts = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  auto eighths = static_cast<std::size_t>(std::lround(share * static_cast<double>(width * kEighths)));
  if (share > 0) eighths = std::max<std::size_t>(eighths, 1);
  std::string bar;
  for (std::size_t i = 0; i < eighths / kEighths; ++i) bar += "█";
  bar += kParts[eighths % kEighths];
  return bar;
}

/// "A", "B", ... as spreadsheets name columns.
std::string letter_of(std::size_t series) {
  std::string letters(1, static_cast<char>('A' + series % 26));
  return series < 26 ? letters : letter_of(series / 26 - 1) + letters;
}

class Chart {
 public:
  Chart(const Timeline& timeline, Bars bars, std::size_t width) : timeline_(timeline), bars_(bars), width_(width) {}

  std::string draw() {
    fill_columns();
    drop_what_has_no_room();
    std::string out = heading();
    std::size_t row = 0;
    out += line(row++, "");
    const double greatest = greatest_value(timeline_, bars_);
    for (std::size_t period = 0; period < timeline_.periods.size(); ++period) {
      for (const TimelineSeries& series : timeline_.series) {
        const double value = value_of(timeline_, series, period, bars_);
        out += line(row++, greatest == 0 || bar_width_ == 0 ? "" : bar_of(value / greatest, bar_width_));
      }
    }
    return out;
  }

 private:
  bool compares() const { return timeline_.series.size() > 1; }

  void fill_columns() {
    Column period{{std::string(to_string(timeline_.unit))}, true};
    Column letter{{""}, true};
    Column matching{{"statements"}};
    Column all{{"out of"}};
    Column rate{{"per 1,000"}};
    for (std::size_t i = 0; i < timeline_.periods.size(); ++i) {
      for (std::size_t number = 0; number < timeline_.series.size(); ++number) {
        const TimelineSeries& series = timeline_.series[number];
        period.cells.push_back(number == 0 ? timeline_.periods[i] : "");
        letter.cells.push_back(letter_of(number));
        matching.cells.push_back(grouped(series.counts[i].statements));
        all.cells.push_back(number == 0 ? grouped(timeline_.statements_of[i]) : "");
        rate.cells.push_back(rate_text(per_thousand(timeline_, series, i)));
      }
    }
    columns_ = {std::move(period), std::move(matching), std::move(all), std::move(rate)};
    if (compares()) columns_.insert(columns_.begin() + 1, std::move(letter));
  }

  /// Period and count always stand; what they are out of goes first, then the rate, then the bar.
  void drop_what_has_no_room() {
    const std::ptrdiff_t out_of = compares() ? 3 : 2;
    for (int dropped = 0; dropped < 2 && figures_width() + kNarrowestBar > width_; ++dropped) {
      columns_.erase(columns_.begin() + out_of);
    }
    const std::size_t figures = figures_width();
    bar_width_ = width_ >= figures + kNarrowestBar ? std::min(width_ - figures, kWidestBar) : 0;
  }

  std::size_t figures_width() const {
    std::size_t width = 0;
    for (const Column& column : columns_) width += column.width() + kGap;
    return width;
  }

  std::string heading() const {
    std::string text;
    Wrapper lines(width_, 0, text);
    lines.add("Statements that match, by " + std::string(to_string(timeline_.unit)) + ". ");
    if (bar_width_ > 0) lines.add("Bars: " + axis_words(timeline_, bars_) + ".");
    lines.finish();
    if (!compares()) return text;
    for (std::size_t i = 0; i < timeline_.series.size(); ++i) {
      text += shortened("  " + letter_of(i) + "  " + timeline_.series[i].parsed, width_) + "\n";
    }
    return text;
  }

  std::string line(std::size_t row, const std::string& bar) const {
    std::string text;
    for (const Column& column : columns_) {
      const std::string& cell = column.cells[row];
      const std::string blanks(column.width() - display_width(cell), ' ');
      text += column.left ? cell + blanks : blanks + cell;
      text += std::string(kGap, ' ');
    }
    text += bar;
    while (text.ends_with(' ')) text.pop_back();
    return text + "\n";
  }

  const Timeline& timeline_;
  Bars bars_;
  std::size_t width_;
  std::vector<Column> columns_;
  std::size_t bar_width_ = 0;  ///< 0: no bars
};

/// "3 statements match that are undated".
std::string offside(const TimelineSeries& series, std::string_view unit, bool named) {
  const auto part = [&](const MatchCounts& counts, const std::string& what) {
    if (counts.statements == 0) return std::string();
    return counted(counts.statements, "matching statement") + (counts.statements == 1 ? " is " : " are ") + what +
           " and on no row" + (named ? " (" + series.parsed + ")" : "") + ".\n";
  };
  return part(series.undated, "undated") + part(series.coarser, "dated less precisely than to a " + std::string(unit));
}

}  // namespace

std::string rate_text(double rate) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), rate > 0 && rate < 0.1 ? "%.2g" : "%.1f", rate);
  return rate == 0 ? "0" : text.data();
}

std::string axis_words(const Timeline& timeline, Bars bars) {
  if (bars == Bars::Statements) return "statements that match";
  const std::string which = timeline.rate_of ? " that match " + *timeline.rate_of : "";
  return "per 1,000 statements of the " + std::string(to_string(timeline.unit)) + which;
}

std::string timeline_remarks(const Timeline& timeline) {
  std::string text;
  if (timeline.periods.empty()) {
    text += "Nothing that matches has a place on a timeline of " + std::string(to_string(timeline.unit)) + "s";
    if (timeline.index_from) {
      text += "; the index has statements from " + timeline.index_from->to_string() + " to " +
              timeline.index_to->to_string();
    }
    text += ".\n";
  }
  for (const TimelineSeries& series : timeline.series) {
    text += offside(series, to_string(timeline.unit), timeline.series.size() > 1);
  }
  if (timeline.rate_of) text += "Out of: statements that match " + *timeline.rate_of + ".\n";
  return text;
}

std::string timeline_chart(const Timeline& timeline, Bars bars, std::size_t width) {
  if (timeline.periods.empty()) return {};
  return schema::without_controls(Chart(timeline, bars, width).draw());
}

}  // namespace communique::searcher
