// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/kwic.h"

#include <algorithm>
#include <array>

#include "searcher/render/facet_table.h"
#include "searcher/render/json_values.h"
#include "searcher/render/numbers.h"
#include "searcher/render/palette.h"
#include "searcher/render/render.h"
#include "searcher/render/wrap.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kDateColumns = 10;
constexpr std::size_t kCellColumns = 18;
constexpr std::size_t kRoomForDate = 76;  ///< a narrower line is needed for the words
constexpr std::size_t kRoomForPassage = 100;

/// Whether a text begins with a mark that is printed without a blank before it.
bool closes(std::string_view text) {
  static constexpr std::array<std::string_view, 11> kMarks = {",", ".", ";", ":", "!", "?", ")", "]", "’", "”", "%"};
  return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) { return text.starts_with(mark); });
}

class KwicText final : public LineRenderer {
 public:
  explicit KwicText(const KwicStyle& style) : style_(style), palette_(style.colour) {
    columns_ = style.columns.value_or(columns_for(style.width));
    std::size_t taken = 0;
    for (const Column* column : columns_) taken += columns_of(*column) + 2;
    const std::size_t room = style.width > taken + 16 ? style.width - taken : 16;
    left_ = room / 2 - std::min<std::size_t>(room / 10, 6);
    rest_ = room - left_ - 1;
  }

  unsigned needs() const override { return needs_of(columns_); }

  void append_line(const TableRow& row, std::string& out) override {
    for (const Column* column : columns_) append_cell(*column, row, out);
    out += fitted_left(row.line->left, left_);
    out += ' ';
    std::string match = fitted_right(row.line->match, rest_);
    const std::size_t used = display_width(match);
    out += palette_.match;
    out += match;
    out += palette_.end;
    const std::size_t gap = closes(row.line->right) ? 0 : 1;
    if (used + 2 <= rest_) {
      out.append(gap, ' ');
      out += fitted_right(row.line->right, rest_ - used - gap);
    }
    while (out.ends_with(' ')) out.pop_back();
    out += '\n';
  }

  void append_heading(const LineGroup& group, std::string& out) override {
    const std::string name = group.label.empty() ? std::string(name_of_none(*style_.group)) : group.label;
    const std::string count = " (" + counted(group.lines, "line") + ")";
    if (headed_) out += '\n';
    headed_ = true;
    const std::size_t room = style_.width > count.size() + 8 ? style_.width - count.size() : 8;
    out += palette_.title;
    out += fitted_right(name, room);
    out += palette_.end;
    out += count;
    out += '\n';
  }

 private:
  static Columns columns_for(std::size_t width) {
    if (width < kRoomForDate) return {};
    return choose_columns(width < kRoomForPassage ? "date" : "date,passage_id", Listing::Lines).value();
  }
  static std::size_t columns_of(const Column& column) {
    return std::max(column.name == "date" || column.literal ? kDateColumns : kCellColumns, std::size_t{4});
  }

  void append_cell(const Column& column, const TableRow& row, std::string& out) {
    cell_.clear();
    column.append(row, cell_);
    if (cell_.empty()) cell_.push_back('-');
    const std::size_t room = columns_of(column);
    const std::string shown = fitted_right(cell_, room);
    out += shown;
    out.append(room - std::min(room, display_width(shown)) + 2, ' ');
  }

  KwicStyle style_;
  Palette palette_;
  Columns columns_;
  std::size_t left_ = 0;  ///< columns before the match
  std::size_t rest_ = 0;  ///< for the match and what follows
  std::string cell_;
  bool headed_ = false;
};

class KwicRows final : public LineRenderer {
 public:
  KwicRows(RowFormat format, const Columns& columns, std::optional<FacetField> group)
      : writer_(format, columns), group_(group) {}

  unsigned needs() const override { return needs_of(writer_.columns()); }
  void append_begin(std::string& out) override { writer_.append_header(out, group_ ? "group" : std::string_view()); }
  void append_line(const TableRow& row, std::string& out) override { writer_.append_row(row, out); }
  void append_made(std::string_view line, const std::string* group, std::string& out) override {
    if (group != nullptr) {
      writer_.append_with_first("group", *group, line, out);
    } else {
      out += line;
    }
  }

 private:
  RowWriter writer_;
  std::optional<FacetField> group_;
};

class KwicJson final : public LineRenderer {
 public:
  KwicJson(const MatchSet& matches, std::string query, const Columns& columns, std::optional<FacetField> group)
      : matches_(matches), query_(std::move(query)), rows_(RowFormat::JsonLines, columns, group), group_(group) {}

  unsigned needs() const override { return rows_.needs(); }
  void append_line(const TableRow& row, std::string& out) override { rows_.append_line(row, out); }

  void append_begin(std::string& out) override {
    const Json head = {{"api_version", kJsonApiVersion},
                       {"query", {{"text", query_}, {"parsed", matches_.compiled.parsed}, {"notices", notices_json(matches_.notices)}}},
                       {"total", {{"passages", matches_.all.passages}, {"statements", matches_.all.statements}}}};
    out += dump(head);
    out.pop_back();
    out += ",\"lines\":[";
  }

  void append_made(std::string_view line, const std::string* group, std::string& out) override {
    out += first_ ? "\n" : ",\n";
    first_ = false;
    if (line.ends_with('\n')) line.remove_suffix(1);
    rows_.append_made(line, group, out);
  }

  void append_end(const ConcordanceCounts& counts, std::string& out) override {
    Json tail = {{"found", counts.all_counted ? Json(counts.lines) : Json(nullptr)}, {"listed", counts.listed}};
    if (group_) {
      tail["group_by"] = to_string(*group_);
      tail["groups"] = Json::array();
      for (const LineGroup& group : counts.groups) {
        tail["groups"].push_back({{"group", text_or_null(group.label)}, {"lines", group.lines}});
      }
    }
    out += "],";
    out += dump(tail).substr(1);
    out += '\n';
  }

 private:
  const MatchSet& matches_;
  std::string query_;
  KwicRows rows_;
  std::optional<FacetField> group_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<LineRenderer> kwic_text(const KwicStyle& style) { return std::make_unique<KwicText>(style); }

/// At most half of the line stands on one side, and a word takes two columns at least: its letter and a blank.
std::size_t kwic_words(std::size_t width) { return width / 4 + 1; }

std::unique_ptr<LineRenderer> kwic_rows(RowFormat format, const Columns& columns, std::optional<FacetField> group) {
  return std::make_unique<KwicRows>(format, columns, group);
}

std::unique_ptr<LineRenderer> kwic_json(const MatchSet& matches, std::string query, const Columns& columns,
                                        std::optional<FacetField> group) {
  return std::make_unique<KwicJson>(matches, std::move(query), columns, group);
}

}  // namespace communique::searcher
