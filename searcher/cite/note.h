// SPDX-License-Identifier: GPL-3.0-or-later
// What makes a citation checkable: a note in square brackets that says which text was cited from where. It stands in
// the note field of every bibliography style, survives reference managers, and is found again in any text:
//
//   [communique id=kremlin-67473#2; chars=10-82; length=72; sha256=...; statement-sha256=...; quote=...]
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/cite/cited_text.h"

namespace communique::searcher {

struct CitationNote {
  std::string statement;         ///< id
  TextPlace place;               ///< passage 0: the whole statement is cited
  std::size_t length = 0;        ///< code points of the cited text in plain form
  std::string sha256;            ///< of the cited text in plain form (cited_text.h)
  std::string statement_sha256;  ///< of the whole statement's; empty if the statement is cited as a whole
  std::string quote;             ///< the cited text itself, where it was given
  bool operator==(const CitationNote&) const = default;
};

/// ID or ID#NUMBER.
std::string cited_id(const CitationNote& note);

/// On one line. What stands in it needs no escaping in RIS and in JSON, and in BibTeX nothing but `\` before # % & _.
std::string to_note(const CitationNote& note);

struct FoundNote {
  CitationNote note;
  std::string damaged;  ///< what is wrong with it; empty if it can be checked
};

/// All notes in a text of any format; backslashes and line breaks in them are looked through.
std::vector<FoundNote> read_notes(std::string_view text);

}  // namespace communique::searcher
