// SPDX-License-Identifier: GPL-3.0-or-later
#include "queries.h"

#include <chrono>
#include <fstream>

#include <nlohmann/json.hpp>

#include "schema/error.h"
#include "searcher/request.h"
#include "searcher/search.h"

namespace communique::bench {
namespace {

std::string query_text(const nlohmann::json& logged) {
  const std::string type = logged.at("type");
  const bool phrase = type.find("phrase") != std::string::npos;
  const std::string between = type.starts_with("or") ? " OR " : " ";
  std::string text;
  for (const std::string term : logged.at("terms")) text += (text.empty() ? "" : between) + term;
  text = phrase ? "\"" + text + "\"" : "(" + text + ")";
  const auto add = [&](schema::FieldId field, const std::string& value) {
    text += " " + searcher::filter_clause(field, value);
  };
  if (logged.contains("year")) add(schema::FieldId::Year, std::to_string(logged["year"].get<int>()));
  if (logged.contains("country")) add(schema::FieldId::Country, logged["country"]);
  if (logged.contains("from") || logged.contains("to")) {
    add(schema::FieldId::Date, logged.value("from", "") + ".." + logged.value("to", ""));
  }
  return text;
}

}  // namespace

std::vector<LoggedQuery> read_log(const std::filesystem::path& file) {
  std::ifstream input(file);
  if (!input) throw Error(ErrorCode::Input, "can not read " + file.string());
  std::vector<LoggedQuery> log;
  std::string line;
  for (std::size_t number = 1; std::getline(input, line); ++number) {
    try {
      const nlohmann::json logged = nlohmann::json::parse(line);
      log.push_back({logged.at("type"), query_text(logged)});
    } catch (const nlohmann::json::exception& error) {
      throw Error(ErrorCode::Input, file.string() + ":" + std::to_string(number) + ": " + error.what());
    }
  }
  if (log.empty()) throw Error(ErrorCode::Input, file.string() + " holds no query");
  return log;
}

std::size_t run_query(searcher::OpenIndex& index, const LoggedQuery& logged) {
  searcher::SearchRequest request;
  request.query = logged.text;
  request.limit = 10;
  request.totals = searcher::Totals::None;
  request.fill_up = false;
  request.suggest = false;
  request.highlight = false;  // the other engines' harnesses do not either
  const auto result = searcher::search(index, request);
  if (!result) throw Error(ErrorCode::Query, logged.text + ": " + result.error().message, result.error().hint);
  return result->hits.size();
}

void time_round(searcher::OpenIndex& index, const std::vector<LoggedQuery>& log,
                std::map<std::string, TypeFigures>& figures) {
  for (const LoggedQuery& logged : log) {
    const auto started = std::chrono::steady_clock::now();
    run_query(index, logged);
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - started;
    figures[logged.type].micros.push_back(took.count());
  }
}

std::map<std::string, TypeFigures> time_queries(searcher::OpenIndex& index, const std::vector<LoggedQuery>& log,
                                                unsigned rounds) {
  std::map<std::string, TypeFigures> figures;
  for (const LoggedQuery& logged : log) figures[logged.type].hits += run_query(index, logged);
  for (unsigned round = 1; round < rounds; ++round) time_round(index, log, figures);
  return figures;
}

}  // namespace communique::bench
