// SPDX-License-Identifier: GPL-3.0-or-later
// What several commands read alike from a command line: the query's words, the filters, the page.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/options/option_reader.h"
#include "searcher/options/options.h"

namespace communique::searcher {

/// Hits of a page where no number is given.
inline constexpr std::size_t kUsualLimit = 10;

/// The words of a command line: the command's name and what follows it that is no option.
using CommandWords = std::vector<std::string>;

/// The words from number `from` on, as one query text.
std::string joined(const CommandWords& words, std::size_t from);

/// The filters alone. `said_by`: --said-by is one of them.
void read_filters(const OptionReader& reader, bool said_by, SearchRequest& request);

/// The filters, and how the query's words are read; not --by.
void read_query_options(const OptionReader& reader, SearchRequest& request);

/// What the query asks for and how it is read: filters, --match, --by. Not its words.
void read_search(const OptionReader& reader, SearchRequest& request);

/// Which of the matches are listed, how many and in which order. `run`: for a program that wants all of them.
void read_page(const OptionReader& reader, bool run, std::size_t limit, SearchRequest& request);

/// --format of a command that writes for people or as one JSON object.
Format read_text_or_json(const OptionReader& reader);

}  // namespace communique::searcher
