// SPDX-License-Identifier: GPL-3.0-or-later
// `check-quote`: the quotation, its filters, and whose it is claimed to be.
#include "searcher/options/read_commands.h"

namespace communique::searcher {

void read_check_quote(const OptionReader& reader, const CommandWords& words, Options& options) {
  options.format = read_text_or_json(reader);
  read_filters(reader, false, options.request);
  options.request.limit = reader.number("limit", 0, page_caps::kLimit, kUsualLimit);
  QuoteOptions& quote = options.quote;
  quote.text = joined(words, 1);
  quote.file = reader.one("file");
  quote.said_by = reader.one("said-by");
  if (reader.all("said-by").size() > 1) fail_usage("check-quote takes one --said-by", "check each claim by itself");
  if (reader.has("said-by") && quote.said_by.find_first_not_of(" \t") == std::string::npos) {
    fail_usage("--said-by needs a value");
  }
  if (words.size() > 1 && !quote.file.empty()) {
    fail_usage("check-quote takes a TEXT or --file, not both", "check each quotation by itself");
  }
  if (words.size() < 2 && quote.file.empty()) {
    fail_usage("check-quote needs a TEXT", "or - to read standard input, or --file FILE");
  }
}

}  // namespace communique::searcher
