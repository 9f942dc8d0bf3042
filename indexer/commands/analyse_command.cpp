// SPDX-License-Identifier: GPL-3.0-or-later
// `analyse`: one line of JSON per statement, offsets in code points; with --explain also why.
#include <cmath>
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

/// JSON of a statement's analysis; offsets are turned into code points.
class Analysis {
 public:
  Analysis(const corpus::AnalysedStatement& analysed, const schema::Gazetteer& gazetteer, bool explain)
      : analysed_(analysed), gazetteer_(gazetteer), explain_(explain), points_(analysed.statement.text) {}

  Json json() {
    const corpus::Statement& statement = analysed_.statement;
    const bool dated = analysed_.date_origin != schema::DateOrigin::None;
    Json passages = Json::array();
    for (const corpus::Passage& passage : analysed_.passages) passages.push_back(offsets(passage.span));
    Json json = {{"id", statement.id},
                 {"text", statement.text},
                 {"lang", analysed_.lang},
                 {"date", dated ? Json(analysed_.date.to_string()) : Json()},
                 {"date_origin", schema::to_string(analysed_.date_origin)},
                 {"type", analysed_.type},
                 {"leaders", leaders()},
                 {"countries", countries()},
                 {"passages", passages},
                 {"attributions", attributions()},
                 {"times", times()}};
    if (explain_) {
      json["date_reason"] = analysed_.date_reason;
      json["date_confidence"] = dated ? Json(rounded(analysed_.date_confidence)) : Json();
      json["type_inferred"] = analysed_.type_inferred;
      json["parties"] = analysed_.parties;
    }
    return json;
  }

 private:
  static double rounded(float share) { return std::round(static_cast<double>(share) * 1000) / 1000; }

  Json offsets(const corpus::Span& span) {
    const std::size_t start = points_.at(span.start);
    return {{"start", start}, {"end", points_.at(span.end)}};
  }

  Json piece(const std::optional<corpus::Span>& span) {
    if (!span) return nullptr;
    Json json = offsets(*span);
    json["text"] = corpus::text_of(analysed_.statement.text, *span);
    return json;
  }

  Json content(const std::vector<corpus::Span>& pieces) {
    Json json = piece(corpus::Span{pieces.front().start, pieces.back().end});
    if (pieces.size() == 1) return json;
    json["fragments"] = Json::array();
    for (const corpus::Span& span : pieces) {
      const std::size_t start = points_.at(span.start);
      json["fragments"].push_back({start, points_.at(span.end)});
    }
    return json;
  }

  Json speaker_json(const corpus::Speaker& speaker) const {
    return {{"leader", speaker.leader ? Json(gazetteer_.leaders()[*speaker.leader].id) : Json()}, {"name", speaker.name}};
  }

  Json attributions() {
    Json list = Json::array();
    for (const corpus::Attribution& attribution : analysed_.attributions) {
      Json json = {{"source", piece(attribution.source)},
                   {"cue", piece(attribution.cue)},
                   {"content", content(attribution.content)},
                   {"type", schema::to_string(attribution.type)},
                   {"joint", attribution.joint},
                   {"leader", nullptr},
                   {"name", nullptr},
                   {"speakers", Json::array()},
                   {"confidence", rounded(attribution.confidence)}};
      for (const corpus::Speaker& speaker : attribution.speakers) json["speakers"].push_back(speaker_json(speaker));
      if (!attribution.speakers.empty()) json.update(json["speakers"].front());
      if (explain_) json["why"] = {{"rule", attribution.rule}, {"antecedent", piece(attribution.antecedent)}};
      list.push_back(std::move(json));
    }
    return list;
  }

  std::set<std::string> leaders() const {
    std::set<std::string> ids;
    const auto add = [&](schema::LeaderNumber leader) { ids.insert(gazetteer_.leaders()[leader].id); };
    for (const auto* numbers : {&analysed_.speaker, &analysed_.title_leaders}) {
      for (const schema::LeaderNumber number : *numbers) add(number);
    }
    for (const corpus::Passage& passage : analysed_.passages) {
      for (const corpus::Mention& mention : passage.mentions) add(mention.leader);
    }
    for (const corpus::Attribution& attribution : analysed_.attributions) {
      for (const corpus::Speaker& speaker : attribution.speakers) {
        if (speaker.leader) add(*speaker.leader);
      }
    }
    return ids;
  }

  std::set<std::string> countries() const {
    std::set<std::string> codes;
    for (const std::string& party : analysed_.parties) {
      if (party.size() == 3) codes.insert(party);
    }
    return codes;
  }

  Json times() {
    Json list = Json::array();
    for (const corpus::TimeExpression& time : analysed_.times) {
      Json json = piece(time.span);
      json["date"] = time.date.to_string();
      list.push_back(std::move(json));
    }
    return list;
  }

  const corpus::AnalysedStatement& analysed_;
  const schema::Gazetteer& gazetteer_;
  bool explain_;
  schema::CodePointIndex points_;
};

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
        const corpus::AnalysedStatement analysed = analyser.analyse(std::move(statement));
        const Json json = Analysis(analysed, choice.gazetteer, line.explain).json();
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
