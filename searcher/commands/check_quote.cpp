// SPDX-License-Identifier: GPL-3.0-or-later
// `check-quote`: was this said, by whom, and when first?
#include <fstream>
#include <iostream>
#include <string>

#include "searcher/commands/commands.h"
#include "searcher/open_index.h"
#include "searcher/output.h"
#include "searcher/quote/check_quote.h"
#include "searcher/render/check_quote.h"

namespace communique::searcher {
namespace {

std::string read_all(std::istream& input, const std::string& name) {
  std::string text;
  char block[4096];
  // One byte more than may be checked is enough to say that it is too much.
  while (text.size() <= kMostQuoteBytes && input.read(block, sizeof block).gcount() > 0) {
    text.append(block, static_cast<std::size_t>(input.gcount()));
  }
  if (input.bad()) throw Error(ErrorCode::Input, name + " can not be read");
  return text;
}

std::string quotation(const QuoteOptions& options) {
  if (options.file.empty()) return options.text == "-" ? read_all(std::cin, "standard input") : options.text;
  std::ifstream file(options.file, std::ios::binary);
  if (!file)
    throw Error(ErrorCode::Input, options.file.string() + " can not be read", "is it there, and may you read it?");
  return read_all(file, options.file.string());
}

}  // namespace

int run_check_quote(const Options& options) {
  QuoteRequest request;
  request.text = quotation(options.quote);
  request.parse = options.request.parse;
  request.compile = options.request.compile;
  request.said_by = options.quote.said_by;
  request.limit = options.request.limit;
  OpenIndex index(options.index);
  const Result<QuoteCheck> check = check_quote(index, request);
  if (!check) {
    report_query_error(check.error().offset > 0 ? " " + request.parse.filters : std::string(), check.error());
    return exit_codes::kUsage;
  }
  std::string out;
  if (options.format == Format::Json) {
    render_check_quote_json(*check, out);
  } else {
    for (const Notice& notice : check->notices) write_error("note: " + notice.text);
    render_check_quote_text(*check, terminal_style(), out);
  }
  write_out(out);
  return check->verdict == QuoteVerdict::NotFound ? exit_codes::kNothing : exit_codes::kDone;
}

}  // namespace communique::searcher
