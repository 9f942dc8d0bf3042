// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/score_table.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "schema/utf8.h"
#include "searcher/render/wrap.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kWidestText = 30;
constexpr std::size_t kMostForms = 4;

std::string figure(double weight) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%7.3f", weight);
  return digits.data();
}

std::string times(std::size_t count) { return count == 1 ? "once" : std::to_string(count) + " times"; }

/// "3 times, as Olympic, Olympics; in the title".
std::string details(const ScorePart& part) {
  if (part.kind == ScorePart::Kind::Pair) return "side by side or near one another";
  if (part.kind == ScorePart::Kind::Said) return "what matched is said by whom the query names";
  std::string text = part.kind == ScorePart::Kind::Title ? "in the title only" : times(part.count);
  for (std::size_t i = 0; i < std::min(part.forms.size(), kMostForms); ++i)
    text += (i == 0 ? ", as " : ", ") + part.forms[i];
  if (part.forms.size() > kMostForms) text += ", ...";
  return part.in_title && part.kind == ScorePart::Kind::Text ? text + "; in the title" : text;
}

}  // namespace

std::string score_table(const Hit& hit, std::size_t width, std::size_t indent) {
  if (hit.score_parts.empty()) return {};
  std::size_t widest = 0;
  for (const ScorePart& part : hit.score_parts) widest = std::max(widest, display_width(part.text));
  widest = std::min(widest, kWidestText);
  const std::string margin(indent, ' ');
  std::string table = margin + figure(hit.score) + "  score\n";
  const std::size_t details_at = indent + figure(0).size() + widest + 4;
  for (const ScorePart& part : hit.score_parts) {
    const std::string text = shortened(part.text, widest);
    std::string line = margin + figure(part.weight) + "  " + text;
    line.append(widest + 2 - std::min(display_width(text), widest), ' ');
    table += line + shortened(details(part), width > details_at + 10 ? width - details_at : 10) + "\n";
  }
  return schema::without_controls(table);
}

}  // namespace communique::searcher
