// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/options/option_table.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace communique::searcher {
namespace {

constexpr CommandSet kEvery = kEveryCommand;
constexpr CommandSet kFind = only(Command::Find);
constexpr CommandSet kEvaluate = only(Command::Evaluate);
constexpr CommandSet kSearch = kFind | kEvaluate;
constexpr CommandSet kListing = kFind | only(Command::WhyNot);
constexpr CommandSet kAsking = kListing | kEvaluate;
constexpr CommandSet kSave = only(Command::Save);
constexpr CommandSet kNew = only(Command::New);
constexpr CommandSet kShow = only(Command::Show);
constexpr CommandSet kCite = only(Command::Cite);
constexpr CommandSet kPairs = only(Command::Pairs);
constexpr CommandSet kCollocates = only(Command::Collocates);
constexpr CommandSet kFirst = only(Command::First);
constexpr CommandSet kFiltered = kAsking | kPairs | kCollocates | kFirst | kSave;
constexpr CommandSet kQuote = only(Command::CheckQuote);
constexpr CommandSet kServe = only(Command::Serve);

constexpr std::array kOptions = {
    OptionRow{"index", "DIR", kEvery, "Options", "the index folder (default: $COMMUNIQUE_INDEX)"},
    OptionRow{"help", "", kEvery, "Options", "show this text (also -h)"},
    OptionRow{"version", "", kEvery, "Options", "show the version (also -V)"},
    OptionRow{"leader", "NAME", kFiltered | kQuote, "Filters", "said by, spoken by or naming this leader"},
    OptionRow{"said-by", "NAME", kFiltered | kQuote, "Filters",
              "said by this leader; check-quote: whose words they are claimed\nto be"},
    OptionRow{"speaker", "NAME", kFiltered | kQuote, "Filters", "the statement's speaker"},
    OptionRow{"country", "COUNTRY", kFiltered | kQuote, "Filters",
              "who issued the statement: name, adjective or ISO code"},
    OptionRow{"year", "YEAR", kFiltered | kQuote, "Filters", "2021, or 2019..2021"},
    OptionRow{"from", "DATE", kFiltered | kQuote, "Filters", "not before 2021, 2021-03 or 2021-03-09"},
    OptionRow{"to", "DATE", kFiltered | kQuote, "Filters", "not after it; a year or month to its end"},
    OptionRow{"lang", "LANG", kFiltered | kQuote, "Filters", "the statement's language: en, fr, ru, ..."},
    OptionRow{"type", "TYPE", kFiltered | kQuote, "Filters", "the statement's type, as the source gives it"},
    OptionRow{"match", "all|any", kFiltered, "Query",
              "all: passages with every word; any: ranked by any of them\n"
              "(default: all for up to four plain words, any for more and\n"
              "for topics)"},
    OptionRow{"exact-names", "", kFiltered, "Query",
              "a leader's name in plain words finds only what is written\n"
              "so (default: poutine finds Putin and Путин, too)"},
    OptionRow{"strict-query", "", kFiltered, "Query",
              "a malformed query is an error instead of being mended with a note"},
    OptionRow{"explain", "", kFind, "Query",
              "show how the query was understood, stage by stage, and what\neach hit's score is the sum of"},
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
    OptionRow{"limit", "N", kListing | kQuote | kFirst, "Results",
              "hits to show, 0 to 1000 (default: 10; with --format trec 1000);\n0: only totals, facets, timeline. "
              "Concordance: lines (default:\nall)"},
    OptionRow{"depth", "N", kEvaluate, "Results", "documents ranked for each topic, 1 to 1000 (default: 1000)"},
    OptionRow{"offset", "N", kListing | kPairs, "Results", "hits to leave out first, up to 10000 (default: 0)"},
    OptionRow{"by", "passage|statement", kAsking, "Results",
              "what is listed and counted (default: passages; statements\n"
              "when a query of find has filters only)"},
    OptionRow{"per-statement", "N", kAsking, "Results",
              "passages of one statement shown (default: 1, its best one;\n"
              "0: no bound, the default with --topics and in evaluate)"},
    OptionRow{"all-versions", "", kListing | kPairs | kCollocates | kFirst, "Results",
              "every version of a republished statement, not only the\n"
              "earliest that matches (the default with --topics)"},
    OptionRow{"sort", "ORDER", kListing, "Results",
              "relevance (default), date (oldest first) or -date (newest\nfirst). Concordance: date (default), -date, "
              "left, right (by the\nwords there, the nearest first), left1 to left3, right1 to\nright3 (by that word "
              "alone), match"},
    OptionRow{"all", "", kFind, "Results", "every match instead of a page, by date; with --format csv, tsv\nor jsonl"},
    OptionRow{"columns", "NAMES", kFind, "Results",
              "what a row has, divided by commas: date,speaker,text; with\n--format csv, tsv, jsonl or kwic. Wrong "
              "names list all"},
    OptionRow{"kwic", "", kFind, "Concordance",
              "each match with the words around it, a line each, of all\nmatches; --format kwic (or text) for lines "
              "aligned on the\nmatch, csv, tsv, jsonl or json for data"},
    OptionRow{"context", "N", kFind, "Concordance", "words on each side (default: what fits the line; in data 10)"},
    OptionRow{"group", "FIELD", kFind, "Concordance", "lines under headings, by one of the fields of --facet"},
    OptionRow{"sample", "N", kFind, "Concordance", "so many lines drawn at random from all of them"},
    OptionRow{"seed", "N", kFind, "Concordance", "of --sample: the same seed draws the same lines (default: 1)"},
    OptionRow{"facet", "FIELD", kFind, "Counts",
              "count all matches by speaker, said-by, mentions, country,\nyear, month, type, source or lang; may be "
              "repeated"},
    OptionRow{"facet-values", "N", kFind, "Counts", "values listed of each facet, 1 to 1000 (default: 10)"},
    OptionRow{"timeline", "UNIT", kFind, "Counts",
              "count all matches by year, month, week or day, beside all\nstatements of that period; with --format "
              "csv, tsv or svg\ninstead of the hits"},
    OptionRow{"compare", "QUERY", kFind, "Counts",
              "on the timeline, another query with the same filters; may be\nrepeated"},
    OptionRow{
        "out-of", "QUERY", kFind, "Counts",
        "the timeline's rates are out of what matches this, not out of\nall statements of the period: country:france"},
    OptionRow{"bars", "WHAT", kFind, "Counts", "statements (default), or rate: per 1,000 statements of the period"},
    OptionRow{"by", "FIELD", kFirst, "Results",
              "said-by, speaker, country or source; may be repeated\n(default: each of the four)"},
    OptionRow{"file", "FILE", kQuote, "Query", "the quotation is this file's text"},
    OptionRow{"window", "N", kCollocates, "Collocates",
              "words looked at on each side of a match, 1 to 50 (default: 5)"},
    OptionRow{"across-sentences", "", kCollocates, "Collocates", "words of the neighbouring sentences count, too"},
    OptionRow{"all-words", "", kCollocates, "Collocates", "words like \"the\" and \"of\" are listed, too"},
    OptionRow{"least", "N", kCollocates, "Collocates", "a word must stand near a match so often (default: 5)"},
    OptionRow{"limit", "N", kCollocates, "Collocates", "words listed (default: 25)"},
    OptionRow{"limit", "N", kPairs, "Results", "pairs to list, 1 to 1000 (default: 100)"},
    OptionRow{"sort", "ORDER", kPairs, "Results", "date (default) or -date (newest first)"},
    OptionRow{"style", "STYLE", kCite, "Output", "text (default), chicago, bibtex, ris, csl (CSL-JSON)"},
    OptionRow{"quote", "TEXT", kCite, "Output", "cite these words of the statement; they must stand in it"},
    OptionRow{"accessed", "DATE", kCite, "Output", "the day on which the address was visited: 2026-11-23"},
    OptionRow{"plain", "", kShow, "Output", "the text only, unchanged"},
    OptionRow{"differences", "", kShow, "Output", "every sentence that other versions change, leave out or add"},
    OptionRow{"saved", "DIR", kEvery & ~kServe, "Options",
              "the folder of saved searches (default: $COMMUNIQUE_SAVED, or\n~/.local/share/communique/saved)"},
    OptionRow{"replace", "", kSave, "Saving", "take the place of what is saved under this name"},
    OptionRow{"from-start", "", kSave, "Saving", "what matches already is new, too, when new is asked first"},
    OptionRow{"again", "", kNew, "News", "what was reported last, once more; nothing else"},
    OptionRow{"peek", "", kNew, "News", "show what is new and report it again next time"},
    OptionRow{"output", "FILE", kNew, "Output", "write to this file, replaced as a whole"},
    OptionRow{"full", "", kFind | kNew, "Output", "whole passages instead of excerpts"},
    OptionRow{"listen", "HOST:PORT", kServe, "Server", "where to listen (default: 127.0.0.1:7766, this machine only)"},
    OptionRow{"threads", "N", kServe, "Server",
              "answer so many requests at once, 1 to 64 (default: the number\nof cores)"},
    OptionRow{"base-url", "URL", kServe, "Server",
              "what links in feeds begin with, and the only name the server\nanswers to besides the address it listens "
              "on; for a "
              "server\nbehind a proxy: https://search.example.org"},
    OptionRow{"quiet", "", kServe, "Server", "no line on standard error for each request"},
    OptionRow{"run", "FILE", kEvaluate, "Output", "write the run, all topics of it, as other scorers read it"},
    OptionRow{"tag", "TAG", kSearch, "Output", "last column of TREC runs (default: communique)"},
    OptionRow{
        "format", "FORMAT", kEvery & ~kCite & ~kServe, "Output",
        "text (default), json; find also jsonl, csv, tsv, kwic, trec,\nand svg for a timeline; collocates csv, tsv"},
};

constexpr std::array kCommands = {
    CommandRow{Command::Find, "find", "QUERY...", "Find the passages that say something.",
               "  communique-searcher find winter olympics --speaker putin --year 2021\n"
               "  communique-searcher find '\"win-win cooperation\"' --sort date\n"
               "  communique-searcher find 'between:china,russia type:greeting'\n"
               "  communique-searcher find 'climate NEAR/5 finance -coal' --from 2015 --format csv > hits.csv\n"
               "  communique-searcher find --country france --year 2019..2021\n"
               "  communique-searcher find sanctions --timeline year --compare ceasefire --limit 0\n"
               "  communique-searcher find sanctions --all --format csv --columns date,speaker,said_by,text > all.csv\n"
               "  communique-searcher find sanctions --format kwic --sort right --context 6\n"},
    CommandRow{Command::Show, "show", "ID", "Show one statement, or one passage of it (ID#NUMBER), whole.",
               "  communique-searcher show kremlin-67473\n"
               "  communique-searcher show 'kremlin-67473#2' --format json\n"
               "  communique-searcher show kremlin-67473 --differences\n"},
    CommandRow{Command::Collocates, "collocates", "QUERY...",
               "List the words that stand near the matches more often than by chance.",
               "  communique-searcher collocates sanctions\n"
               "  communique-searcher collocates '\"climate change\"' --said-by xi --window 3\n"
               "  communique-searcher collocates ceasefire --year 2021 --format csv > words.csv\n"},
    CommandRow{Command::Save, "save", "NAME QUERY...",
               "Give a search a name: find @NAME runs it, new NAME tells what was added since.",
               "  communique-searcher save ukraine-aid 'ukraine aid' --country us\n"
               "  communique-searcher find @ukraine-aid year:2023 --sort -date\n"},
    CommandRow{Command::Saved, "saved", "[NAME]", "List saved searches.",
               "  communique-searcher saved\n"
               "  communique-searcher saved ukraine-aid --format json\n"},
    CommandRow{Command::New, "new", "NAME", "Tell what matches a saved search and was not reported before.",
               "  communique-searcher new ukraine-aid\n"
               "  communique-searcher new ukraine-aid --format atom --output ukraine-aid.atom\n"
               "  communique-searcher new ukraine-aid --again --format json\n"},
    CommandRow{Command::Forget, "forget", "NAME", "Remove a saved search.",
               "  communique-searcher forget ukraine-aid\n"},
    CommandRow{Command::Cite, "cite", "ID...",
               "Cite statements or passages (ID#NUMBER), so that it can be checked whether the text still stands.",
               "  communique-searcher cite 'kremlin-67473#2' --style chicago\n"
               "  communique-searcher cite kremlin-67473 call-17 --style bibtex --accessed 2026-11-23 > refs.bib\n"
               "  communique-searcher cite 'kremlin-67473#2' --quote 'win-win cooperation' --style csl\n"},
    CommandRow{Command::CheckCitation, "check-citation", "FILE|-|NOTE...",
               "Say of each citation that cite wrote whether the text still stands in its source.",
               "  communique-searcher check-citation refs.bib\n"
               "  communique-searcher cite kremlin-67473 --style csl | communique-searcher check-citation -\n"
               "  communique-searcher check-citation '[communique id=kremlin-67473#2; ...]' --format json\n"},
    CommandRow{Command::Pairs, "pairs", "QUERY...",
               "List pairs of statements in which two sides tell of one call or meeting.",
               "  communique-searcher pairs between:china,russia\n"
               "  communique-searcher pairs between:us,france --year 2021 --sort -date\n"
               "  communique-searcher pairs ceasefire --format json\n"},
    CommandRow{Command::Compare, "compare", "ID ID",
               "Show two statements side by side: what both tell, and what only one of them.",
               "  communique-searcher compare call-beijing-2020 call-moscow-2020\n"
               "  communique-searcher compare call-beijing-2020 call-moscow-2020 --format json\n"},
    CommandRow{Command::First, "first", "QUERY...",
               "Show the earliest passage that matches, and the first by each leader, speaker, country and source.",
               "  communique-searcher first '\"win-win cooperation\"'\n"
               "  communique-searcher first '\"no limits\"' --by said-by --by country --from 2022-02\n"
               "  communique-searcher first sanctions --by source --format csv > first.csv\n"},
    CommandRow{Command::CheckQuote, "check-quote", "TEXT...|-",
               "Say whether a sentence was said: word for word, nearly or not; by whom, when first, how often.",
               "  communique-searcher check-quote 'We will not be the first to leave the table.'\n"
               "  communique-searcher check-quote 'a quotation [...] that leaves out words' --said-by putin\n"
               "  communique-searcher check-quote - --year 2020..2022 --format json < quotation.txt\n"},
    CommandRow{Command::WhyNot, "why-not", "ID QUERY...",
               "Say why a statement or passage is not found by a search, or at which place it is.",
               "  communique-searcher why-not kremlin-67473 winter olympics --speaker putin --year 2021\n"
               "  communique-searcher why-not 'kremlin-67473#2' '\"win-win cooperation\" -trade' --format json\n"},
    CommandRow{Command::Serve, "serve", "", "Answer searches over HTTP: a web page for people, JSON for programs.",
               "  communique-searcher serve --index kremlin.index\n"
               "  communique-searcher serve --listen 127.0.0.1:8000 --base-url https://search.example.org\n"},
    CommandRow{
        Command::Evaluate, "evaluate", "--topics FILE --qrels FILE",
        "Measure how well topics are answered, against judgements: nDCG@10, MAP, P@10, R@100, MRR@10, S@1.",
        "  communique-searcher evaluate --topics topics.tsv --qrels qrels.txt\n"
        "  communique-searcher evaluate --topics topics.tsv --qrels qrels.txt --by statement --run mine.run\n"
        "  communique-searcher evaluate --topics topics.tsv --qrels qrels.txt --compare other.run --format json\n"
        "  communique-searcher evaluate --score other.run --qrels qrels.txt --per-topic\n"},
};

}  // namespace

std::span<const OptionRow> option_rows() { return kOptions; }
std::span<const CommandRow> command_rows() { return kCommands; }

const CommandRow& row_of(Command command) {
  const auto* found =
      std::find_if(kCommands.begin(), kCommands.end(), [&](const auto& row) { return row.command == command; });
  assert(found != kCommands.end());
  return *found;
}

bool has_option(Command command, std::string_view name) {
  return std::any_of(kOptions.begin(), kOptions.end(),
                     [&](const OptionRow& row) { return row.name == name && belongs(row, command); });
}

}  // namespace communique::searcher
