// SPDX-License-Identifier: GPL-3.0-or-later
// A timeline as a picture that stands by itself: nothing is fetched, nothing runs in it, a screen reader hears the
// title, the description and each bar.
#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

#include "schema/utf8.h"
#include "searcher/render/numbers.h"
#include "searcher/render/timeline.h"

namespace communique::searcher {
namespace {

// Pixels.
constexpr double kWidth = 960;
constexpr double kHeight = 420;
constexpr double kLeft = 72;
constexpr double kRight = 16;
constexpr double kTop = 56;
constexpr double kBottom = 56;
constexpr double kLegendLine = 18;
constexpr double kLabelWidth = 64;  ///< room that a period's name takes

/// Okabe and Ito's colours, told apart by the colour-blind, too (jfly.uni-koeln.de/color).
constexpr std::array<const char*, 7> kColours = {"#0072b2", "#d55e00", "#009e73", "#cc79a7",
                                                 "#e69f00", "#56b4e9", "#000000"};

std::string number(double value) {
  std::ostringstream text;
  text << std::round(value * 100) / 100;
  return text.str();
}

/// 1, 2 or 5 times a power of ten, so that four to eight steps reach `greatest`.
double step_for(double greatest) {
  const double power = std::pow(10, std::floor(std::log10(std::max(greatest, 1e-9) / 4)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (greatest / (factor * power) <= 8) return factor * power;
  }
  return 10 * power;
}

class Picture {
 public:
  Picture(const Timeline& timeline, Bars bars) : timeline_(timeline), bars_(bars) {
    top_ = kTop + (timeline.series.size() > 1 ? kLegendLine * static_cast<double>(timeline.series.size()) : 0);
    for (const TimelineSeries& series : timeline.series) {
      for (std::size_t i = 0; i < timeline.periods.size(); ++i) greatest_ = std::max(greatest_, value(series, i));
    }
    step_ = step_for(greatest_);
    if (bars == Bars::Statements) step_ = std::max(step_, 1.0);
    ceiling_ = std::max(step_, std::ceil(greatest_ / step_) * step_);
  }

  std::string draw() {
    pugi::xml_document document;
    pugi::xml_node svg = document.append_child("svg");
    svg.append_attribute("xmlns") = "http://www.w3.org/2000/svg";
    svg.append_attribute("viewBox") = ("0 0 " + number(kWidth) + " " + number(height())).c_str();
    svg.append_attribute("width") = number(kWidth).c_str();
    svg.append_attribute("height") = number(height()).c_str();
    svg.append_attribute("role") = "img";
    svg.append_attribute("font-family") = "sans-serif";
    svg.append_attribute("font-size") = "12";
    describe(svg);
    pugi::xml_node paper = svg.append_child("rect");
    place(paper, 0, 0, kWidth, height());
    paper.append_attribute("fill") = "#ffffff";
    draw_axis(svg);
    draw_bars(svg);
    draw_periods(svg);
    draw_legend(svg);
    std::ostringstream out;
    document.save(out, "  ", pugi::format_indent | pugi::format_no_declaration, pugi::encoding_utf8);
    return out.str();
  }

 private:
  double height() const { return top_ + kHeight - kTop; }
  double floor() const { return height() - kBottom; }
  double room() const { return kWidth - kLeft - kRight; }
  double slot() const { return room() / static_cast<double>(std::max<std::size_t>(1, timeline_.periods.size())); }
  double y_of(double value) const { return floor() - (floor() - top_) * value / ceiling_; }
  double value(const TimelineSeries& series, std::size_t period) const {
    return bars_ == Bars::PerThousand ? per_thousand(timeline_, series, period)
                                      : static_cast<double>(series.counts[period].statements);
  }

  static void place(pugi::xml_node node, double x, double y, double width, double height) {
    node.append_attribute("x") = number(x).c_str();
    node.append_attribute("y") = number(y).c_str();
    node.append_attribute("width") = number(width).c_str();
    node.append_attribute("height") = number(height).c_str();
  }

  /// XML 1.0 has no way to write most control characters, escaped or not.
  static pugi::xml_node text(pugi::xml_node svg, double x, double y, const char* anchor, const std::string& words) {
    pugi::xml_node node = svg.append_child("text");
    node.append_attribute("x") = number(x).c_str();
    node.append_attribute("y") = number(y).c_str();
    node.append_attribute("text-anchor") = anchor;
    node.append_attribute("fill") = "#222222";
    node.append_child(pugi::node_pcdata).set_value(schema::without_controls(words).c_str());
    return node;
  }

  std::string title() const {
    const std::string queries = timeline_.series.size() == 1 ? timeline_.series.front().parsed : "several queries";
    return "Statements that match " + queries + ", by " + std::string(to_string(timeline_.unit));
  }

  void describe(pugi::xml_node svg) const {
    const std::string heading = schema::without_controls(title());
    svg.append_child("title").append_child(pugi::node_pcdata).set_value(heading.c_str());
    std::string words = "Bars: " + axis_words(timeline_, bars_) + ". ";
    if (!timeline_.periods.empty()) words += timeline_.periods.front() + " to " + timeline_.periods.back() + ". ";
    words = schema::without_controls(words + timeline_remarks(timeline_));
    svg.append_child("desc").append_child(pugi::node_pcdata).set_value(words.c_str());
  }

  void draw_axis(pugi::xml_node svg) const {
    pugi::xml_node heading = text(svg, kLeft, 22, "start", title());
    heading.append_attribute("font-size") = "15";
    text(svg, kLeft, 42, "start", axis_words(timeline_, bars_));
    for (double at = 0; at <= ceiling_ + step_ / 2; at += step_) {
      pugi::xml_node line = svg.append_child("path");
      line.append_attribute("d") =
          ("M" + number(kLeft) + " " + number(y_of(at)) + "H" + number(kWidth - kRight)).c_str();
      line.append_attribute("stroke") = at == 0 ? "#222222" : "#dddddd";
      const std::string label = step_ >= 1 ? grouped(static_cast<std::uint64_t>(std::llround(at))) : rate_text(at);
      text(svg, kLeft - 8, y_of(at) + 4, "end", label);
    }
  }

  void draw_bars(pugi::xml_node svg) const {
    const double gap = slot() > 6 ? slot() * 0.15 : 0;
    const double width = (slot() - gap) / static_cast<double>(timeline_.series.size());
    for (std::size_t number_of = 0; number_of < timeline_.series.size(); ++number_of) {
      const TimelineSeries& series = timeline_.series[number_of];
      pugi::xml_node group = svg.append_child("g");
      group.append_attribute("fill") = kColours[number_of % kColours.size()];
      for (std::size_t i = 0; i < timeline_.periods.size(); ++i) {
        if (series.counts[i].statements == 0) continue;
        const double top = y_of(value(series, i));
        pugi::xml_node bar = group.append_child("rect");
        const double x = kLeft + slot() * static_cast<double>(i) + gap / 2 + width * static_cast<double>(number_of);
        place(bar, x, top, width, floor() - top);
        const std::string words = timeline_.periods[i] + ": " + counted(series.counts[i].statements, "statement") +
                                  " out of " + grouped(timeline_.statements_of[i]) + ", " +
                                  rate_text(per_thousand(timeline_, series, i)) + " per 1,000";
        bar.append_child("title").append_child(pugi::node_pcdata).set_value(words.c_str());
      }
    }
  }

  /// As many periods are named as there is room for, at even distances.
  void draw_periods(pugi::xml_node svg) const {
    const auto every = static_cast<std::size_t>(std::ceil(kLabelWidth / slot()));
    for (std::size_t i = 0; i < timeline_.periods.size(); i += std::max<std::size_t>(1, every)) {
      text(svg, kLeft + slot() * (static_cast<double>(i) + 0.5), floor() + 18, "middle", timeline_.periods[i]);
    }
    text(svg, kLeft + room() / 2, floor() + 40, "middle", std::string(to_string(timeline_.unit)));
  }

  void draw_legend(pugi::xml_node svg) const {
    if (timeline_.series.size() < 2) return;
    for (std::size_t i = 0; i < timeline_.series.size(); ++i) {
      const double y = kTop + kLegendLine * static_cast<double>(i);
      pugi::xml_node key = svg.append_child("rect");
      place(key, kLeft, y, 10, 10);
      key.append_attribute("fill") = kColours[i % kColours.size()];
      text(svg, kLeft + 16, y + 10, "start", timeline_.series[i].parsed);
    }
  }

  const Timeline& timeline_;
  Bars bars_;
  double top_ = kTop;  ///< of the bars' room
  double greatest_ = 0;
  double step_ = 1;
  double ceiling_ = 1;
};

}  // namespace

void render_timeline_svg(const Timeline& timeline, Bars bars, std::string& out) {
  out += Picture(timeline, bars).draw();
}

}  // namespace communique::searcher
