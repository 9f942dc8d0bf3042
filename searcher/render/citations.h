// SPDX-License-Identifier: GPL-3.0-or-later
// Citations, in the form a bibliography wants them, and what became of those that were checked.
#pragma once

#include <string>
#include <vector>

#include "searcher/cite/check_citation.h"
#include "searcher/cite/cite.h"
#include "searcher/render/render.h"

namespace communique::searcher {

/// For a reader: speaker, title, source, date, address; then each cited text in short and its note.
void render_citations_text(const Citations& citations, std::string& out);
/// Bibliography entries after the Chicago Manual of Style, one a paragraph, the note behind it.
void render_citations_chicago(const Citations& citations, std::string& out);
/// @misc entries in UTF-8, for BibTeX and biblatex.
void render_citations_bibtex(const Citations& citations, std::string& out);
/// RIS, lines ended by CR LF.
void render_citations_ris(const Citations& citations, std::string& out);
/// CSL-JSON 1.0.2: one array.
void render_citations_csl(const Citations& citations, std::string& out);

void render_checked_text(const std::vector<CheckedCitation>& checked, const TextStyle& style, std::string& out);
void render_checked_json(const std::vector<CheckedCitation>& checked, std::string& out);

/// The label of a statement's type in a bibliography: "Telephone call", "Joint statement"; the type itself, with a
/// capital, if it is none of ours; empty if there is none.
std::string genre_of(const schema::StatementRecord& statement);

}  // namespace communique::searcher
