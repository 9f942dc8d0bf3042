// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/options/option_table.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <numeric>

namespace communique::searcher {
namespace {

constexpr CommandSet kEvery = kEveryCommand;
constexpr CommandSet kFind = only(Command::Find);
constexpr CommandSet kEvaluate = only(Command::Evaluate);
constexpr CommandSet kSearch = kFind | kEvaluate;
constexpr CommandSet kListing = kFind | only(Command::WhyNot);
constexpr CommandSet kAsking = kListing | kEvaluate;

constexpr std::array kOptions = {
    OptionRow{"index", "DIR", kEvery, "Options", "the index folder (default: $COMMUNIQUE_INDEX)"},
    OptionRow{"help", "", kEvery, "Options", "show this text (also -h)"},
    OptionRow{"version", "", kEvery, "Options", "show the version (also -V)"},
    OptionRow{"leader", "NAME", kAsking, "Filters", "said by, spoken by or naming this leader"},
    OptionRow{"said-by", "NAME", kAsking, "Filters", "said by this leader"},
    OptionRow{"speaker", "NAME", kAsking, "Filters", "the statement's speaker"},
    OptionRow{"country", "COUNTRY", kAsking, "Filters", "who issued the statement: name, adjective or ISO code"},
    OptionRow{"year", "YEAR", kAsking, "Filters", "2021, or 2019..2021"},
    OptionRow{"from", "DATE", kAsking, "Filters", "not before 2021, 2021-03 or 2021-03-09"},
    OptionRow{"to", "DATE", kAsking, "Filters", "not after it; a year or month to its end"},
    OptionRow{"lang", "LANG", kAsking, "Filters", "the statement's language: en, fr, ru, ..."},
    OptionRow{"type", "TYPE", kAsking, "Filters", "the statement's type, as the source gives it"},
    OptionRow{"match", "all|any", kAsking, "Query",
              "all: passages with every word; any: ranked by any of them\n"
              "(default: all for up to four plain words, any for more and\n"
              "for topics)"},
    OptionRow{"exact-names", "", kAsking, "Query",
              "a leader's name in plain words finds only what is written\n"
              "so (default: poutine finds Putin and Путин, too)"},
    OptionRow{"strict-query", "", kAsking, "Query", "a malformed query is an error instead of being mended with a note"},
    OptionRow{"explain", "", kFind, "Query", "show how the query was understood, stage by stage, and what\neach hit's score is the sum of"},
    OptionRow{"topics", "FILE", kSearch, "Query",
              "one query per line: ID, a tab, plain text (no operators); and\n"
              "if wanted a tab and filters (speaker:trump year:2016), which\n"
              "hold for it beside those given as options.\n"
              "find: needs --format trec (default) or jsonl"},
    OptionRow{"qrels", "FILE", kEvaluate, "Evaluation",
              "judgements: lines of TOPIC 0 ID GRADE, above 0 is relevant.\n"
              "An ID is a statement's, or a passage's (ID#NUMBER). A judged\n"
              "statement counts once, at its best passage, whatever is listed"},
    OptionRow{"score", "RUN", kEvaluate, "Evaluation", "score this TREC run instead of searching (no index needed)"},
    OptionRow{"compare", "RUN", kEvaluate, "Evaluation",
              "this TREC run beside ours: mean difference, its 95 % interval\n"
              "and p, by a paired bootstrap of 10,000 draws"},
    OptionRow{"seed", "N", kEvaluate, "Evaluation", "of the bootstrap (default: 1)"},
    OptionRow{"per-topic", "", kEvaluate, "Evaluation", "each topic's figures, too"},
    OptionRow{"limit", "N", kListing, "Results", "hits to show, 1 to 1000 (default: 10; with --format trec 1000)"},
    OptionRow{"depth", "N", kEvaluate, "Results", "documents ranked for each topic, 1 to 1000 (default: 1000)"},
    OptionRow{"offset", "N", kListing, "Results", "hits to leave out first, up to 10000 (default: 0)"},
    OptionRow{"by", "passage|statement", kAsking, "Results",
              "what is listed and counted (default: passages; statements\n"
              "when a query of find has filters only)"},
    OptionRow{"per-statement", "N", kAsking, "Results",
              "passages of one statement shown (default: 1, its best one;\n"
              "0: no bound, the default with --topics and in evaluate)"},
    OptionRow{"all-versions", "", kListing, "Results",
              "every version of a republished statement, not only the\n"
              "earliest that matches (the default with --topics)"},
    OptionRow{"sort", "ORDER", kListing, "Results", "relevance (default), date (oldest first) or -date (newest first)"},
    OptionRow{"facet", "FIELD", kFind, "Results",
              "count all matches by speaker, said-by, mentions, country,\nyear, month, type, source or lang; may be repeated"},
    OptionRow{"facet-values", "N", kFind, "Results", "values listed of each facet, 1 to 1000 (default: 10)"},
    OptionRow{"full", "", kFind, "Output", "whole passages instead of excerpts"},
    OptionRow{"run", "FILE", kEvaluate, "Output", "write the run, all topics of it, as other scorers read it"},
    OptionRow{"tag", "TAG", kSearch, "Output", "last column of TREC runs (default: communique)"},
    OptionRow{"format", "FORMAT", kEvery, "Output", "text (default), json; find also jsonl, csv, tsv, trec"},
};

constexpr std::array kCommands = {
    CommandRow{Command::Find, "find", "QUERY...", "Find the passages that say something.",
               "  communique-searcher find winter olympics --speaker putin --year 2021\n"
               "  communique-searcher find '\"win-win cooperation\"' --sort date\n"
               "  communique-searcher find 'between:china,russia type:greeting'\n"
               "  communique-searcher find 'climate NEAR/5 finance -coal' --from 2015 --format csv > hits.csv\n"
               "  communique-searcher find --country france --year 2019..2021\n"},
    CommandRow{Command::Show, "show", "ID", "Show one statement, or one passage of it (ID#NUMBER), whole.",
               "  communique-searcher show kremlin-67473\n"
               "  communique-searcher show 'kremlin-67473#2' --format json\n"},
    CommandRow{Command::WhyNot, "why-not", "ID QUERY...",
               "Say why a statement or passage is not found by a search, or at which place it is.",
               "  communique-searcher why-not kremlin-67473 winter olympics --speaker putin --year 2021\n"
               "  communique-searcher why-not 'kremlin-67473#2' '\"win-win cooperation\" -trade' --format json\n"},
    CommandRow{
        Command::Evaluate, "evaluate", "--topics FILE --qrels FILE",
        "Measure how well topics are answered, against judgements: nDCG@10, MAP, P@10, R@100, MRR@10, S@1.",
        "  communique-searcher evaluate --topics topics.tsv --qrels qrels.txt\n"
        "  communique-searcher evaluate --topics topics.tsv --qrels qrels.txt --by statement --run mine.run\n"
        "  communique-searcher evaluate --topics topics.tsv --qrels qrels.txt --compare other.run --format json\n"
        "  communique-searcher evaluate --score other.run --qrels qrels.txt --per-topic\n"},
};

/// Levenshtein distance with two rows; names are short.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, replaced});
    }
  }
  return row.back();
}

}  // namespace

std::span<const OptionRow> option_rows() { return kOptions; }
std::span<const CommandRow> command_rows() { return kCommands; }

const CommandRow& row_of(Command command) {
  const auto* found =
      std::find_if(kCommands.begin(), kCommands.end(), [&](const auto& row) { return row.command == command; });
  assert(found != kCommands.end());
  return *found;
}

std::string nearest_name(std::string_view misspelt, const std::vector<std::string>& names) {
  if (misspelt.size() > 40) return {};
  std::string best;
  std::size_t best_distance = misspelt.size() / 3 + 2;
  for (const std::string& name : names) {
    // "--lim" for "--limit": what was typed may just be unfinished.
    const std::size_t distance = misspelt.size() >= 2 && name.starts_with(misspelt) ? 1 : edit_distance(misspelt, name);
    if (distance >= best_distance || distance >= name.size()) continue;
    best = name;
    best_distance = distance;
  }
  return best;
}

}  // namespace communique::searcher
