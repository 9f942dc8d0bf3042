// SPDX-License-Identifier: GPL-3.0-or-later
// How is a statement, a passage or a sentence cited, so that a reader finds it and anybody can check it later?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schema/date.h"
#include "searcher/cite/author.h"
#include "searcher/cite/note.h"
#include "searcher/open_index.h"

namespace communique::searcher {

struct CiteRequest {
  std::vector<std::string> ids;          ///< of statements (ID) and passages (ID#NUMBER)
  std::string quote;                     ///< the words that are cited; then there is one id
  std::optional<schema::Date> accessed;  ///< when the addresses were visited
};

/// One item of a bibliography: a statement, with what of it is cited.
struct Citation {
  std::string key;  ///< of the item: ASCII letters, digits, `-` `_` `.` `:`; unique and the same in every run
  schema::StatementRecord statement;
  Author author;
  std::optional<schema::Date> accessed;
  std::vector<CitationNote> notes;  ///< at least one, in the order asked for, each once
  std::vector<std::string> texts;   ///< of each note: the cited text in plain form
};

struct Citations {
  std::vector<Citation> items;       ///< in the order in which their statements were first asked for
  std::vector<std::string> missing;  ///< of each id that names nothing: a sentence that says so
};

/// An error is about the quote: it does not stand there. Throws Error for what is wrong with the index.
Result<Citations> cite(OpenIndex& index, const CiteRequest& request);

}  // namespace communique::searcher
