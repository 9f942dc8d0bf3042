// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "schema/error.h"
#include "searcher/options/option_table.h"
#include "searcher/options/options.h"

using namespace communique;
using namespace communique::searcher;

namespace {

Options parsed(std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--index", "x"});
  return parse_options(arguments);
}

struct Refusal {
  std::string message;
  std::string hint;
};

Refusal refused(std::vector<std::string> arguments) {
  try {
    parsed(std::move(arguments));
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::Usage);
    return {error.what(), error.hint()};
  }
  FAIL("was accepted");
  return {};
}

}  // namespace

TEST_CASE("words and options of find may stand in any order") {
  const Options options = parsed({"--limit", "5", "find", "winter", "--sort=-date", "olympics", "-skating"});
  CHECK(options.command == Command::Find);
  CHECK(options.request.query == "winter olympics -skating");
  CHECK(options.request.limit == 5);
  CHECK(options.request.sort == SortOrder::DateDescending);
  CHECK(options.index == "x");
}

TEST_CASE("why-not takes an id, and the words and options of find that decide what is listed") {
  const Options options = parsed({"why-not", "x-1#2", "winter", "-skating", "--year", "2021", "--limit", "5", "--offset",
                                  "10", "--all-versions", "--match", "all", "--by", "statement", "--sort", "date"});
  CHECK(options.command == Command::WhyNot);
  CHECK(options.id == "x-1#2");
  CHECK(options.request.query == "winter -skating");
  CHECK(options.request.parse.filters == "year:\"2021\"");
  CHECK(options.request.limit == 5);
  CHECK(options.request.offset == 10);
  CHECK(options.request.all_versions);
  CHECK(options.request.by == Unit::Statement);
  CHECK(options.request.sort == SortOrder::DateAscending);
  CHECK(refused({"why-not", "x-1"}).message == "why-not needs a QUERY or a filter after the ID");
  CHECK(refused({"why-not", "x-1", "a", "--full"}).message == "--full is no option of why-not");
  CHECK(refused({"why-not", "x-1", "a", "--explain"}).message == "--explain is no option of why-not");
  CHECK(refused({"why-no", "x-1", "a"}).hint == "did you mean why-not?");
}

TEST_CASE("filters become clauses whose values can not end them") {
  CHECK(parsed({"find", "a", "--country", "China", "--country", "fr", "--year", "2021"}).request.parse.filters ==
        "country:\"China\" country:\"fr\" year:\"2021\"");
  CHECK(parsed({"find", "--speaker", "x\" OR y:\"z"}).request.parse.filters == "speaker:\"x  OR y: z\"");
  CHECK(parsed({"find", "--from", "2021-03"}).request.parse.filters == "date:\"2021-03..\"");
  CHECK(parsed({"find", "--from", "2020", "--to", "2021-02"}).request.parse.filters == "date:\"2020..2021-02\"");
}

TEST_CASE("TREC and topics have their own defaults") {
  const Options topics = parsed({"find", "--topics", "t.tsv"});
  CHECK(topics.format == Format::Trec);
  CHECK(topics.request.limit == 1000);
  CHECK(topics.request.per_statement == 0);
  CHECK(parsed({"find", "a", "--format", "json"}).request.limit == 10);
}

TEST_CASE("a word with one dash belongs to the query, -h and -V do not") {
  CHECK(parsed({"find", "a", "-b"}).request.query == "a -b");
  CHECK(parsed({"find", "-h"}).help);
  CHECK(parsed({"-V"}).version);
  CHECK(parsed({"help", "show"}).help);
  CHECK(parsed({"help", "show"}).command == Command::Show);
}

TEST_CASE("wrong usage is refused with what is right") {
  CHECK(refused({"fnid", "a"}).hint == "did you mean find?");
  CHECK(refused({"find", "a", "--speeker", "x"}).hint == "did you mean --speaker?");
  CHECK(refused({"find", "a", "--lim", "3"}).hint == "did you mean --limit?");
  CHECK(refused({"find", "a", "--format", "jsn"}).hint == "did you mean json?");
  CHECK(refused({"find", "a", "--limit", "1001"}).message.find("from 0 to 1000") != std::string::npos);
  CHECK(refused({"find", "a", "--limit", "1001"}).message.find("1001") != std::string::npos);
  CHECK(refused({"find", "a", "--limit", "-1"}).message.find("-1") != std::string::npos);
  CHECK(refused({"find", "a", "--limit"}).message.find("limit") != std::string::npos);
  CHECK(refused({"find", "a", "--from", "March"}).message.starts_with("--from"));
  CHECK(refused({"find", "a", "--year", ""}).message == "--year needs a value");
  CHECK(refused({"find"}).message == "find needs a QUERY or a filter");
  CHECK(refused({"find", "a", "--topics", "t"}).message == "give a QUERY or --topics, not both");
  CHECK(refused({"find", "--topics", "t", "--format", "csv"}).message == "--topics needs --format trec or jsonl");
  CHECK(refused({"show"}).message == "show needs one ID");
  CHECK(refused({"show", "a", "--limit", "2"}).message == "--limit is no option of show");
  CHECK(refused({"show", "a", "--format", "csv"}).message.starts_with("--format takes one of text, json"));
  CHECK(refused({}).message == "no command given");
}

TEST_CASE("evaluate reads topics and judgements, or a run instead of topics") {
  const Options options =
      parsed({"evaluate", "--topics", "t.tsv", "--qrels", "q.txt", "--speaker", "xi", "--depth", "50"});
  CHECK(options.command == Command::Evaluate);
  CHECK(options.topics == "t.tsv");
  CHECK(options.evaluate.qrels == "q.txt");
  CHECK(options.request.parse.filters == "speaker:\"xi\"");
  CHECK(options.request.limit == 50);
  CHECK(options.request.by == Unit::Passage);
  CHECK(options.request.all_versions);
  CHECK(parse_options({"evaluate", "--score", "r.run", "--qrels", "q.txt"}).evaluate.score == "r.run");
  CHECK(refused({"evaluate", "--topics", "t.tsv"}).message == "evaluate needs --qrels FILE");
  CHECK(refused({"evaluate", "--qrels", "q.txt"}).message == "evaluate needs --topics FILE");
  CHECK(refused({"evaluate", "words"}).message == "evaluate takes no QUERY");
  CHECK(refused({"evaluate", "--score", "r", "--qrels", "q", "--year", "2021"})
            .message.starts_with("--year and --score"));
  CHECK(refused({"evaluate", "--score", "r", "--qrels", "q", "--run", "x"}).message.starts_with("--run and --score"));
  CHECK(refused({"evaluate", "--topics", "t", "--qrels", "q", "--sort", "date"}).message ==
        "--sort is no option of evaluate");
  CHECK(
      refused({"evaluate", "--topics", "t", "--qrels", "q", "--format", "trec"}).message.starts_with("--format takes"));
}

TEST_CASE("each option stands in the help of its commands") {
  for (const CommandRow& command : command_rows()) {
    const std::string help = help_text(command.command);
    for (const OptionRow& row : option_rows()) {
      if (!belongs(row, command.command)) continue;
      CHECK_MESSAGE(help.find("--" + std::string(row.name)) != std::string::npos, row.name);
    }
    CHECK(help.find("Exit codes:") != std::string::npos);
    for (std::size_t at = 0; at < help.size(); at = help.find('\n', at) + 1) CHECK(help.find('\n', at) - at <= 120);
  }
}
