// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse.h"

#include <chrono>
#include <filesystem>

#include "corpus/analyse.h"
#include "corpus/analysis/language.h"
#include "corpus/analysis/mentions.h"
#include "corpus/analysis/office_mentions.h"
#include "corpus/analysis/passages.h"
#include "corpus/analysis/sentences.h"
#include "corpus/attribution/english.h"
#include "corpus/attribution/turns.h"
#include "corpus/duplicates/signature.h"
#include "corpus/events/dates.h"
#include "corpus/events/type.h"
#include "corpus/reader.h"
#include "schema/error.h"
#include "schema/files.h"
#include "schema/words.h"

namespace communique::bench {

namespace {

using Clock = std::chrono::steady_clock;

std::vector<corpus::Statement> read_all(const std::string& file) {
  std::vector<corpus::Statement> statements;
  const corpus::RecordSink sink{[&](corpus::Statement&& statement) { statements.push_back(std::move(statement)); },
                                [](corpus::Rejection&&) {}, [] { return false; }, [](std::uint64_t) {}};
  for (const corpus::InputFile& input : corpus::list_inputs({file}).files) corpus::read_file(input, {}, sink);
  return statements;
}

template <class Work>
double seconds_of(Work work) {
  const auto started = Clock::now();
  work();
  return std::chrono::duration<double>(Clock::now() - started).count();
}

class Steps {
 public:
  Steps(const std::vector<corpus::Statement>& statements, const schema::Gazetteer& gazetteer)
      : statements_(statements), gazetteer_(gazetteer) {}

  std::vector<std::pair<std::string, double>> run() {
    each("language", [&](std::size_t i) { use(corpus::detect_language(text(i)).size()); });
    sentences_.resize(statements_.size());
    mentions_.resize(statements_.size());
    each("sentences", [&](std::size_t i) { sentences_[i] = corpus::split_sentences(text(i), "en"); });
    each("mentions",
         [&](std::size_t i) { mentions_[i] = corpus::find_mentions(text(i), gazetteer_, context(i), splitter_); });
    each("offices", [&](std::size_t i) {
      use(corpus::find_office_mentions(text(i), gazetteer_, context(i), mentions_[i]).size());
    });
    each("turns", [&](std::size_t i) { use(corpus::find_turns(text(i), "en").size()); });
    each("passages", [&](std::size_t i) { use(corpus::cut_passages(text(i), sentences_[i], {}).size()); });
    each("attribution", [&](std::size_t i) { use(corpus::find_english_attributions(text(i), sentences_[i]).size()); });
    each("type", [&](std::size_t i) { use(corpus::infer_type(statements_[i].title, text(i), "en", 0).size()); });
    each("times", [&](std::size_t i) { use(corpus::find_times(text(i), "en", context(i).date).size()); });
    each("signature", [&](std::size_t i) { use(corpus::signature_of(text(i)).bins[0]); });
    return std::move(steps_);
  }

 private:
  std::string_view text(std::size_t i) const { return statements_[i].text; }

  corpus::MentionContext context(std::size_t i) const {
    corpus::MentionContext context;
    if (statements_[i].date_origin != schema::DateOrigin::None) context.date = statements_[i].date;
    context.country = statements_[i].country;
    return context;
  }

  template <class Step>
  void each(const std::string& name, Step step) {
    steps_.emplace_back(name, seconds_of([&] {
                          for (std::size_t i = 0; i < statements_.size(); ++i) step(i);
                        }));
  }

  /// Keeps the compiler from leaving out work whose result nobody reads.
  void use(std::size_t value) { used_ = used_ + value; }

  const std::vector<corpus::Statement>& statements_;
  const schema::Gazetteer& gazetteer_;
  schema::WordSplitter splitter_;
  std::vector<std::vector<corpus::Span>> sentences_;
  std::vector<std::vector<corpus::Mention>> mentions_;
  std::vector<std::pair<std::string, double>> steps_;
  volatile std::size_t used_ = 0;
};

}  // namespace

AnalysisInput read_input(const std::string& file, const std::string& gazetteer_file) {
  std::error_code error;
  if (!gazetteer_file.empty() && !std::filesystem::is_regular_file(gazetteer_file, error)) {
    throw Error(ErrorCode::Usage, "there is no file " + gazetteer_file,
                "docs/gazetteer.md shows what a gazetteer holds");
  }
  const std::string extra = gazetteer_file.empty() ? std::string() : schema::read_file(gazetteer_file);
  AnalysisInput input{{}, 0, schema::Gazetteer::parse(schema::built_in_leaders(), extra, gazetteer_file)};
  input.statements = read_all(file);
  if (input.statements.empty()) throw Error(ErrorCode::Input, "no statement could be read from " + file);
  for (const corpus::Statement& statement : input.statements) {
    input.megabytes += static_cast<double>(statement.text.size()) / 1e6;
  }
  return input;
}

AnalysisFigures time_analysis(const AnalysisInput& input) {
  AnalysisFigures figures;
  corpus::Analyser analyser(input.gazetteer);
  std::vector<corpus::Statement> copies = input.statements;
  figures.seconds = seconds_of([&] {
    for (corpus::Statement& statement : copies) analyser.analyse(std::move(statement));
  });
  figures.steps = Steps(input.statements, input.gazetteer).run();
  return figures;
}

}  // namespace communique::bench
