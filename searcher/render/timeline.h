// SPDX-License-Identifier: GPL-3.0-or-later
// A timeline for people at a terminal, for spreadsheets and programs, and as a picture.
#pragma once

#include <cstddef>
#include <string>

#include "searcher/count/timeline.h"
#include "searcher/listing/delimited.h"
#include "searcher/render/json_values.h"

namespace communique::searcher {

/// A row per period (and series, where several are compared) with a bar, in at most `width` columns; below it what has
/// no place on it. Where there is no room for all columns the bars go last, the figures of the whole period first.
std::string timeline_chart(const Timeline& timeline, Bars bars, std::size_t width);

/// Why the timeline has no periods, or what stands on none of them, as sentences; empty if there is nothing to say.
std::string timeline_remarks(const Timeline& timeline);

/// One row per period and series, with a row of column names.
void render_timeline_rows(const Timeline& timeline, Delimiter delimiter, std::string& out);

/// `timeline` and `timeline_of` as keys of `json`; docs/json-api.md.
void add_timeline(const Timeline& timeline, Json& json);

/// An SVG picture of its own: title, description, axes with words, a legend where there are several series.
void render_timeline_svg(const Timeline& timeline, Bars bars, std::string& out);

/// "statements that match", "per 1,000 statements of the year": what an axis counts.
std::string axis_words(const Timeline& timeline, Bars bars);

/// "35.3", "0": one digit after the point; "0.04" below a tenth.
std::string rate_text(double rate);

}  // namespace communique::searcher
