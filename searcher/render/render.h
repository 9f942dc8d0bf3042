// SPDX-License-Identifier: GPL-3.0-or-later
// Shown how? One function per output format; each appends to a string and knows nothing of files or terminals.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "schema/record.h"
#include "searcher/search.h"

namespace communique::searcher {

struct Timeline;
struct ShownStatement;
struct WhyNot;
class RowWriter;

/// Version of the JSON's keys; raised when one changes its meaning or goes (docs/json-api.md).
inline constexpr int kJsonApiVersion = 1;

struct TextStyle {
  bool colour = false;
  std::size_t width = 80;  ///< columns, at least 20
  bool full = false;       ///< whole passages instead of excerpts
};

/// For people. No control character of a record reaches `out`.
void render_text(const SearchResult& result, const TextStyle& style, std::string& out);

/// One hit of it alone.
void render_hit_text(const Hit& hit, const SearchResult& of, const TextStyle& style, std::string& out);

/// One JSON object and a newline. `timeline` may be null.
void render_json(const SearchResult& result, const Timeline* timeline, std::string& out);
/// One JSON object per hit and line; `topic` is the id of a --topics line, empty for a single query.
void render_jsonl(const SearchResult& result, std::string_view topic, std::string& out);

/// A page as rows of chosen columns, after a header where the format has one.
void render_rows(const SearchResult& result, RowWriter& writer, std::string& out);

/// TREC run lines: `qid Q0 ID rank score tag`; the ID is the statement's where statements are listed.
void render_trec(const SearchResult& result, std::string_view topic, std::string_view tag, std::string& out);

/// What of a statement is shown.
struct ShowStyle {
  TextStyle text;
  bool plain = false;        ///< the text only, unchanged
  bool differences = false;  ///< every sentence that differs in another version, not only how many
};

void render_shown_text(const ShownStatement& shown, const ShowStyle& style, std::string& out);
/// With `differences` these sentences, too.
void render_shown_json(const ShownStatement& shown, bool differences, std::string& out);

/// Why a statement is no hit, or where it is one.
void render_why_not_text(const WhyNot& answer, const TextStyle& style, std::string& out);
void render_why_not_json(const WhyNot& answer, std::string& out);

/// "2021-12-31", with where it comes from if that is not the record itself; "undated".
std::string date_label(const schema::StatementRecord& statement);

/// The same with who issued it: "2021-12-31 · RUS · Vladimir Putin · Kremlin · call".
std::string facts_of(const schema::StatementRecord& statement);

}  // namespace communique::searcher
