// SPDX-License-Identifier: GPL-3.0-or-later
// `check-citation`: do the cited texts still stand?
#include "searcher/cite/check_citation.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "schema/error.h"
#include "searcher/commands/commands.h"
#include "searcher/output.h"
#include "searcher/render/citations.h"

namespace communique::searcher {
namespace {

std::string read_source(const std::string& source) {
  if (source.starts_with("[communique ")) return source;
  if (source == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
  std::ifstream file(source, std::ios::binary);
  std::error_code unknown;
  if (!file.is_open() || std::filesystem::is_directory(source, unknown)) {
    throw Error(ErrorCode::Usage, "can not read " + source, "check-citation takes files that cite has written");
  }
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int run_check_citation(const Options& options) {
  std::vector<ReadCitation> citations;
  for (const std::string& source : options.cite.check) {
    const std::vector<ReadCitation> read = read_citations(read_source(source));
    if (read.empty()) {
      throw Error(ErrorCode::Usage, "there is no citation in " + (source == "-" ? "the standard input" : source),
                  "check-citation reads what cite writes: CSL-JSON, BibTeX, RIS, or text with [communique ...] notes");
    }
    citations.insert(citations.end(), read.begin(), read.end());
  }
  OpenIndex index(options.index);
  const std::vector<CheckedCitation> checked = check_citations(index, citations);
  std::string out;
  if (options.format == Format::Json) {
    render_checked_json(checked, out);
  } else {
    render_checked_text(checked, terminal_style(), out);
  }
  write_out(out);
  const bool all = std::all_of(checked.begin(), checked.end(), [](const CheckedCitation& one) {
    return one.stands() || one.state == CitationState::Nothing;
  });
  const bool any = std::any_of(checked.begin(), checked.end(), [](const CheckedCitation& one) { return one.stands(); });
  return all && any ? exit_codes::kDone : exit_codes::kNothing;
}

}  // namespace communique::searcher
