// SPDX-License-Identifier: GPL-3.0-or-later
// Commands about one statement: `show`, `why-not`.
#include "searcher/options/read_commands.h"

namespace communique::searcher {

void read_show(const OptionReader& reader, const CommandWords& words, Options& options) {
  options.format = read_text_or_json(reader);
  if (words.size() != 2)
    fail_usage("show needs one ID", "an ID is in every result of find, in JSON as statement.id and passage.id");
  options.id = words[1];
  options.show.plain = reader.has("plain");
  options.show.differences = reader.has("differences");
  if (options.show.plain && (options.show.differences || options.format == Format::Json)) {
    fail_usage("--plain shows the text only", "leave out --differences and --format json");
  }
}

void read_why_not(const OptionReader& reader, const CommandWords& words, Options& options) {
  if (words.size() < 2) {
    fail_usage("why-not needs an ID and a QUERY or a filter", "for example: communique-searcher why-not kremlin-67473 "
                                                                  "winter olympics --year 2021");
  }
  options.id = words[1];
  SearchRequest& request = options.request;
  request.query = joined(words, 2);
  options.format = read_text_or_json(reader);
  read_search(reader, request);
  read_page(reader, false, kUsualLimit, request);
  if (request.query.empty() && request.parse.filters.empty()) {
    fail_usage("why-not needs a QUERY or a filter after the ID",
               "for example: communique-searcher why-not " + options.id + " winter olympics --year 2021");
  }
}

}  // namespace communique::searcher
