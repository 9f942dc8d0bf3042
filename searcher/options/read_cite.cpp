// SPDX-License-Identifier: GPL-3.0-or-later
// Commands about citations: `cite`, `check-citation`.
#include "searcher/options/read_commands.h"

namespace communique::searcher {
namespace {

schema::Date read_day(const OptionReader& reader, const char* option) {
  const auto date = schema::parse_date(reader.one(option));
  if (!date) fail_usage(std::string("--") + option + ": " + date.error().message, date.error().hint);
  return *date;
}

}  // namespace

void read_cite(const OptionReader& reader, const CommandWords& words, Options& options) {
  options.cite.style = reader.choice<CitationStyle>("style",
                                                    {{"text", CitationStyle::Text},
                                                     {"chicago", CitationStyle::Chicago},
                                                     {"bibtex", CitationStyle::Bibtex},
                                                     {"ris", CitationStyle::Ris},
                                                     {"csl", CitationStyle::Csl}},
                                                    CitationStyle::Text);
  CiteRequest& request = options.cite.request;
  request.ids.assign(words.begin() + 1, words.end());
  if (request.ids.empty()) {
    fail_usage("cite needs an ID", "an ID is in every result of find, in JSON as statement.id and passage.id");
  }
  request.quote = reader.one("quote");
  if (reader.has("quote") && request.quote.find_first_not_of(" \t\r\n") == std::string::npos) {
    fail_usage("--quote needs the words that are cited");
  }
  if (reader.has("quote") && request.ids.size() > 1) fail_usage("--quote takes one ID", "cite each quote by itself");
  if (reader.has("accessed")) request.accessed = read_day(reader, "accessed");
}

void read_check_citation(const OptionReader& reader, const CommandWords& words, Options& options) {
  options.format = read_text_or_json(reader);
  options.cite.check.assign(words.begin() + 1, words.end());
  if (options.cite.check.empty()) {
    fail_usage("check-citation needs a FILE", "or - to read standard input, or the note itself: '[communique ...]'");
  }
}

}  // namespace communique::searcher
