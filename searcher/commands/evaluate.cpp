// SPDX-License-Identifier: GPL-3.0-or-later
// `evaluate`: topics answered, and the answers measured against judgements.
#include <set>
#include <string>
#include <vector>

#include "schema/files.h"
#include "searcher/commands/commands.h"
#include "searcher/eval/judged.h"
#include "searcher/open_index.h"
#include "searcher/output.h"
#include "searcher/render/evaluation.h"
#include "searcher/topics.h"

namespace communique::searcher {
namespace {

std::string read_named(const std::filesystem::path& file, const std::string& option) {
  if (!std::filesystem::exists(file)) {
    throw Error(ErrorCode::Usage, "there is no file " + file.string(), option + " names a file that exists");
  }
  return schema::read_file(file);
}

std::string of(std::size_t count, std::size_t all, const std::string& what) {
  return std::to_string(count) + " of " + std::to_string(all) + " " + what;
}

bool is_judged(const Qrels& qrels, const std::string& topic) {
  const auto judged = qrels.find(topic);
  return judged != qrels.end() && has_relevant(judged->second);
}

Qrels read_judgements(const Options& options) {
  const std::string name = options.evaluate.qrels.string();
  Qrels qrels = parse_qrels(read_named(options.evaluate.qrels, "--qrels"), name);
  for (const auto& [topic, judgements] : qrels) {
    if (has_relevant(judgements)) return qrels;
  }
  throw Error(ErrorCode::Usage, name + " judges no document relevant: there is nothing to find",
              "each line is TOPIC 0 ID GRADE; a grade above 0 is relevant");
}

Run read_run(const std::filesystem::path& file, const std::string& option) {
  return parse_run(read_named(file, option), file.string());
}

/// Topics and judgements brought together: which are asked, which are left out. Says so.
class Questions {
 public:
  Questions(const Options& options, const Qrels& qrels) : topics_(read_topics(options.topics)) {
    std::set<std::string> ids;
    for (const Topic& topic : topics_) {
      if (!ids.insert(trec_word(topic.id)).second) {
        fail_topic(options.topics, topic.line, {"there is a topic " + topic.id + " above already", {}});
      }
      (is_judged(qrels, trec_word(topic.id)) ? judged_ : unjudged_) += 1;
    }
    std::size_t to_answer = 0;
    for (const auto& [topic, judgements] : qrels) to_answer += has_relevant(judgements) ? 1 : 0;
    absent_ = to_answer - judged_;
    const std::string topics_name = options.topics.string();
    const std::string qrels_name = options.evaluate.qrels.string();
    if (judged_ == 0) {
      throw Error(ErrorCode::Usage, "no topic of " + topics_name + " is judged in " + qrels_name,
                  topics_.empty() ? "the file has no topics"
                                  : "the ids must be the same: the first are \"" + topics_.front().id + "\" and \"" +
                                        qrels.begin()->first + "\"");
    }
    if (unjudged_ > 0) {
      write_error("note: " + of(unjudged_, topics_.size(), "topics have no relevant document in ") + qrels_name +
                  " and are left out");
    }
    if (absent_ > 0) {
      write_error("note: " + of(absent_, to_answer, "judged topics are not in ") + topics_name + " and count 0");
    }
  }

  const std::vector<Topic>& topics() const { return topics_; }
  std::size_t unjudged() const { return unjudged_; }
  std::size_t absent() const { return absent_; }

 private:
  std::vector<Topic> topics_;
  std::size_t judged_ = 0;
  std::size_t unjudged_ = 0;
  std::size_t absent_ = 0;
};

JudgedDocuments look_up_judged(OpenIndex& index, const Qrels& qrels, const Options& options) {
  JudgedDocuments judged(index, qrels);
  if (judged.unknown() == judged.ids()) {
    throw Error(ErrorCode::Usage,
                "none of the " + std::to_string(judged.ids()) + " documents judged in " +
                    options.evaluate.qrels.string() + " is in the index, \"" + qrels.begin()->second.begin()->first +
                    "\" for one",
                "an id is a statement's (statement.id in results) or a passage's (passage.id)");
  }
  if (judged.unknown() > 0) {
    write_error("note: " + of(judged.unknown(), judged.ids(), "judged documents are not in the index"));
  }
  return judged;
}

/// Answers topics and writes down what a scorer reads: only what is judged, unless the run is to be kept.
std::string answer(OpenIndex& index, const JudgedDocuments& judged, const Questions& questions, const Qrels& qrels,
                   const Options& options) {
  SearchRequest base = options.request;
  base.highlight = false;
  // Passages of one statement count once where only statements are judged: so many more documents are ranked.
  if (base.per_statement == 0 && !judged.passages()) base.per_statement = 1;
  std::string run;
  for (const Topic& topic : questions.topics()) {
    if (options.evaluate.run.empty() && !is_judged(qrels, trec_word(topic.id))) continue;
    std::size_t rank = 0;
    for (const RankedDocument& one : judged.ranking(search_topic(index, base, topic, options.topics))) {
      append_run_line({topic.id, one.document, ++rank, one.score, options.tag}, run);
    }
  }
  return run;
}

/// Fills in what was searched; the run it returns is what stands in the file, so that any scorer gets the same figures.
Run search_run(const Options& options, const Qrels& qrels, Evaluation& evaluation) {
  const Questions questions(options, qrels);
  OpenIndex index(options.index);
  const JudgedDocuments judged = look_up_judged(index, qrels, options);
  const std::string run = answer(index, judged, questions, qrels, options);
  if (!options.evaluate.run.empty()) schema::replace_file_synced(options.evaluate.run, run);
  evaluation.searched = SearchedFor{*options.request.by, options.request.limit, questions.unjudged(),
                                    questions.absent(),  judged.ids(),          judged.unknown()};
  return parse_run(run, "the run");
}

/// A run that names nothing judged was made for other judgements: its zeros would mislead.
void check_overlap(const Qrels& qrels, const Run& run, const std::string& name) {
  for (const auto& [topic, ranking] : run) {
    const auto judged = qrels.find(topic);
    if (judged == qrels.end()) continue;
    for (const RankedDocument& one : ranking) {
      if (judged->second.contains(one.document)) return;
    }
  }
  write_error("note: " + name + " ranks no document that is judged for its topic: are topics and ids the same?");
}

Comparison compared(const Qrels& qrels, const Run& other, const Evaluation& evaluation, const Options& options) {
  const std::vector<TopicScores> theirs = score_run(qrels, other);
  Comparison comparison;
  comparison.run = options.evaluate.compare.string();
  comparison.mean = mean_scores(theirs);
  comparison.bootstrap.seed = options.evaluate.seed;
  comparison.differences = paired_bootstrap(evaluation.topics, theirs, comparison.bootstrap);
  return comparison;
}

}  // namespace

int run_evaluate(const Options& options) {
  const EvaluateOptions& wanted = options.evaluate;
  const Qrels qrels = read_judgements(options);
  const bool compares = !wanted.compare.empty();
  const Run other = compares ? read_run(wanted.compare, "--compare") : Run{};
  if (compares) check_overlap(qrels, other, wanted.compare.string());
  Evaluation evaluation;
  evaluation.per_topic = wanted.per_topic;
  const Run run = wanted.score.empty() ? search_run(options, qrels, evaluation) : read_run(wanted.score, "--score");
  if (!wanted.score.empty()) check_overlap(qrels, run, wanted.score.string());
  evaluation.topics = score_run(qrels, run);
  evaluation.mean = mean_scores(evaluation.topics);
  if (compares) evaluation.comparison = compared(qrels, other, evaluation, options);
  std::string out;
  if (options.format == Format::Json) {
    render_evaluation_json(evaluation, out);
  } else {
    render_evaluation_text(evaluation, out);
  }
  write_out(out);
  return run.empty() ? exit_codes::kNothing : exit_codes::kDone;
}

}  // namespace communique::searcher
