// SPDX-License-Identifier: GPL-3.0-or-later
// What does the command line ask for? Its text is checked here and nowhere else; nothing is opened yet.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "searcher/accounts/account_pairs.h"
#include "searcher/accounts/compare.h"
#include "searcher/cite/cite.h"
#include "searcher/concordance/concordance.h"
#include "searcher/count/collocates.h"
#include "searcher/count/timeline.h"
#include "searcher/first_use/first_use.h"
#include "searcher/listing/columns.h"
#include "searcher/search.h"

namespace communique::searcher {

enum class Command {
  Find,
  Show,
  WhyNot,
  Evaluate,
  Cite,
  CheckCitation,
  Compare,
  Pairs,
  Save,
  Saved,
  New,
  Forget,
  CheckQuote,
  First,
  Collocates,
  Serve
};

enum class Format { Text, Json, JsonLines, Csv, Tsv, Trec, Svg, Atom };

/// What `evaluate` compares with what; empty paths were not given.
struct EvaluateOptions {
  std::filesystem::path qrels;
  std::filesystem::path score;    ///< an existing run to score instead of searching
  std::filesystem::path run;      ///< where to write the run
  std::filesystem::path compare;  ///< another run
  std::uint64_t seed = 1;
  bool per_topic = false;
};

/// What `find --timeline` counts and draws.
struct TimelineOptions {
  std::optional<PeriodUnit> by;      ///< absent: no timeline
  std::vector<std::string> compare;  ///< further queries
  std::string out_of;                ///< a query; empty: rates are out of the whole index
  Bars bars = Bars::Statements;
};

/// What `find` lists as rows.
struct ListingOptions {
  bool all = false;                ///< every match, not a page
  std::optional<Columns> columns;  ///< as chosen
};

/// The lines of a concordance.
struct KwicOptions {
  ConcordanceRequest request;
  bool context_given = false;  ///< else, as text, as many words as fit the line
};

/// In which form `cite` writes.
enum class CitationStyle { Text, Chicago, Bibtex, Ris, Csl };

struct CiteOptions {
  CiteRequest request;
  CitationStyle style = CitationStyle::Text;
  std::vector<std::string> check;  ///< check-citation: files, "-", or notes themselves
};

/// What of a statement `show` shows.
struct ShowOptions {
  bool plain = false;
  bool differences = false;
};

/// What `check-quote` checks.
struct QuoteOptions {
  std::string text;            ///< "-": standard input
  std::filesystem::path file;  ///< --file; empty: `text`
  std::string said_by;         ///< whose words it is claimed to be
};

/// What commands about saved searches do.
struct SavedOptions {
  std::filesystem::path folder;  ///< --saved; empty: the usual one
  std::string name;              ///< empty: all of them (`saved`)
  bool replace = false;
  bool from_start = false;
  bool again = false;
  bool peek = false;
  std::filesystem::path output;  ///< empty: standard output
};

/// Where and how `serve` listens.
struct ServeOptions {
  std::string host = "127.0.0.1";
  std::uint16_t port = 7766;
  std::size_t threads = 0;  ///< that answer requests; 0: as many as the machine has cores
  std::string base_url;     ///< what absolute links begin with, no slash at the end; empty: what the request names
  bool quiet = false;       ///< no line for each request
};

/// A command line as understood. Paths are as given.
struct Options {
  std::optional<Command> command;  ///< none: only --help or --version was asked for
  bool help = false;
  bool version = false;
  std::filesystem::path index;  ///< --index, else $COMMUNIQUE_INDEX
  bool index_given = false;     ///< by --index
  Format format = Format::Text;
  bool full = false;               ///< whole passages in text output
  SearchRequest request;           ///< find, why-not, evaluate
  std::filesystem::path topics;    ///< --topics; empty: one query
  std::string tag = "communique";  ///< last column of TREC runs
  std::string id;                  ///< show, why-not
  EvaluateOptions evaluate;
  TimelineOptions timeline;
  SavedOptions saved;
  ListingOptions listing;
  std::optional<KwicOptions> kwic;  ///< find --kwic
  CollocatesRequest collocates;
  ShowOptions show;
  CiteOptions cite;
  CompareRequest compare;
  PairsRequest pairs;
  QuoteOptions quote;
  FirstRequest first;
  ServeOptions serve;
};

/// Reads a command line (argv[0] left out). Throws Error(Usage) with the nearest right spelling.
Options parse_options(const std::vector<std::string>& arguments);

/// --help of a command, or of the program.
std::string help_text(std::optional<Command> command);

/// Name and version of the program and of what an index must match.
std::string version_text();

}  // namespace communique::searcher
