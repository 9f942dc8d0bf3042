// SPDX-License-Identifier: GPL-3.0-or-later
// `evaluate`: topics, judgements, runs.
#include "searcher/options/read_commands.h"

namespace communique::searcher {

void read_evaluate(const OptionReader& reader, const CommandWords& words, Options& options) {
  options.format = read_text_or_json(reader);
  EvaluateOptions& evaluate = options.evaluate;
  options.topics = reader.one("topics");
  evaluate.qrels = reader.one("qrels");
  evaluate.score = reader.one("score");
  evaluate.run = reader.one("run");
  evaluate.compare = reader.one("compare");
  evaluate.seed = reader.number("seed", 0, 1'000'000'000, 1);
  evaluate.per_topic = reader.has("per-topic");
  if (reader.has("tag")) options.tag = reader.one("tag");
  SearchRequest& request = options.request;
  read_search(reader, request);
  request.by = request.by.value_or(Unit::Passage);
  request.limit = reader.number("depth", 1, page_caps::kLimit, page_caps::kLimit);
  request.per_statement = reader.number("per-statement", 0, page_caps::kLimit, 0);
  request.all_versions = true;
  if (words.size() > 1) fail_usage("evaluate takes no QUERY", "--topics names a file of them");
  if (evaluate.qrels.empty()) fail_usage("evaluate needs --qrels FILE", "lines of TOPIC 0 ID GRADE");
  if (evaluate.score.empty()) {
    if (options.topics.empty()) fail_usage("evaluate needs --topics FILE", "or --score RUN to score an existing run");
    return;
  }
  for (const OptionRow& row : option_rows()) {
    const bool of_search = row.group == "Filters" || row.group == "Query" || row.group == "Results";
    if ((of_search || row.name == "run" || row.name == "tag") && reader.has(row.name)) {
      fail_usage("--" + std::string(row.name) + " and --score do not go together: --score searches nothing");
    }
  }
}

}  // namespace communique::searcher
