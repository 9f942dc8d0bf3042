// SPDX-License-Identifier: GPL-3.0-or-later
// `analyse`: one line of JSON per statement, offsets in code points. Attributions are left empty until they are found.
#include <cstdio>
#include <set>

#include <nlohmann/json.hpp>

#include "corpus/analyse.h"
#include "indexer/commands/commands.h"
#include "indexer/gazetteer_choice.h"
#include "indexer/signals.h"
#include "schema/error.h"
#include "schema/utf8.h"

namespace communique::indexer {

namespace {

using Json = nlohmann::ordered_json;

Json analysis_json(const corpus::AnalysedStatement& analysed, const schema::Gazetteer& gazetteer) {
  const corpus::Statement& statement = analysed.statement;
  std::set<std::string> leaders;
  for (const auto& numbers : {analysed.speaker, analysed.title_leaders}) {
    for (const schema::LeaderNumber number : numbers) leaders.insert(gazetteer.leaders()[number].id);
  }
  Json passages = Json::array();
  schema::CodePointCounter points(statement.text);
  for (const corpus::Passage& passage : analysed.passages) {
    const std::size_t start = points.at(passage.span.start);
    passages.push_back({{"start", start}, {"end", points.at(passage.span.end)}});
    for (const corpus::Mention& mention : passage.mentions) leaders.insert(gazetteer.leaders()[mention.leader].id);
  }
  std::set<std::string> countries;
  for (const std::string& party : analysed.parties) {
    if (party.size() == 3) countries.insert(party);
  }
  const bool dated = statement.date_origin != schema::DateOrigin::None;
  return {{"id", statement.id},
          {"text", statement.text},
          {"lang", analysed.lang},
          {"date", dated ? Json(statement.date.to_string()) : Json()},
          {"date_origin", schema::to_string(statement.date_origin)},
          {"type", statement.type},
          {"leaders", leaders},
          {"countries", countries},
          {"passages", passages},
          {"attributions", Json::array()}};
}

}  // namespace

int run_analyse(const CommandLine& line) {
  catch_interrupts();
  corpus::check(line.add.read);
  const GazetteerChoice choice = choose_gazetteer(line.add.gazetteer, UserGazetteer{});
  corpus::Analyser analyser(choice.gazetteer);
  const corpus::InputList inputs = corpus::list_inputs(line.add.inputs);
  std::uint64_t statements = 0;
  bool open = true;
  const corpus::RecordSink sink{
      [&](corpus::Statement&& statement) {
        ++statements;
        const Json json = analysis_json(analyser.analyse(std::move(statement)), choice.gazetteer);
        open = open && print(json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
      },
      [](corpus::Rejection&& rejection) {
        std::fprintf(stderr, "rejected: %s: %s\n", rejection.location.to_string().c_str(), rejection.reason.c_str());
      },
      [&] { return !open || interrupted(); }, [](std::uint64_t) {}};
  for (const corpus::InputFile& file : inputs.files) corpus::read_file(file, line.add.read, sink);
  return statements == 0 ? exit_codes::kNothing : exit_codes::kDone;
}

}  // namespace communique::indexer
