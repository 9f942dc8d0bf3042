// SPDX-License-Identifier: GPL-3.0-or-later
// Was this said, by whom, and in which words?
#include <array>
#include <string>

#include "searcher/http/api/handlers.h"
#include "searcher/http/pages/layout.h"
#include "searcher/http/pages/pages.h"
#include "searcher/http/parameters.h"
#include "searcher/http/target.h"

namespace communique::searcher::http::pages {
namespace {

struct VerdictWords {
  std::string_view verdict;
  const char* heading;
  const char* meaning;
};

constexpr std::array<VerdictWords, 4> kVerdicts = {
    {{"word_for_word", "Word for word", "These words stand in a statement, in this order."},
     {"nearly", "Nearly, but not in these words", "A statement says almost this; what differs is marked."},
     {"close", "Only something like it", "A statement says something similar in other words."},
     {"not_found", "Not found", "No statement of this index says this or anything close to it."}}};

Json runs_model(const Json& runs) {
  Json model = Json::array();
  for (const Json& run : runs) {
    const std::string kind = run.at("kind");
    const bool of_text = run.at("text").is_string();
    model.push_back({{"gap", !model.empty()},
                     {"same", kind == "same"},
                     {"gone", kind == "gone" || kind == "omitted"},
                     {"added", kind == "added"},
                     {"text", of_text ? run.at("text") : run.at("quote")}});
  }
  return model;
}

std::string speakers_text(const Json& said) {
  std::string names;
  for (const Json& one : said.at("speakers")) {
    names += (names.empty() ? "" : " and ") + one.at("name").get<std::string>();
  }
  return names;
}

Json place_model(const Json& place) {
  const Json& statement = place.at("statement");
  const std::string id = statement.at("id");
  std::string url = "/statement/" + percent_encode(id);
  if (!place.at("passages").empty()) {
    const std::string passage = place.at("passages").front();
    url += "#p" + passage.substr(passage.rfind('#') + 1);
  }
  Json model = {{"title", statement.at("title").is_string() ? statement.at("title") : statement.at("id")},
                {"date", statement.at("date").is_string() ? statement.at("date") : Json("undated")},
                {"url", url}};
  if (statement.at("source").is_string()) model["source_part"] = {{"source", statement.at("source")}};
  const std::string names = speakers_text(place.at("said"));
  if (!names.empty()) {
    const bool told = place.at("said").at("basis") == "attribution";
    model["who"] = {{"names", names}, {"told", told}, {"speaker", !told}};
  } else {
    model["nobody"] = true;
  }
  return model;
}

Json claim_model(const Json& claim) {
  const std::string answer = claim.at("answer");
  return {{"name", claim.at("understood")},
          {"yes", answer == "yes"},
          {"no", answer == "no"},
          {"quotes_other", answer == "quotes_other"},
          {"unknown", answer == "unknown"}};
}

Json result_model(const Json& answer) {
  Json model = Json::object();
  for (const VerdictWords& words : kVerdicts) {
    if (answer.at("verdict") != words.verdict) continue;
    model = {{"verdict", words.verdict}, {"heading", words.heading}, {"meaning", words.meaning}};
  }
  if (answer.at("claim").is_object()) model["claim"] = claim_model(answer.at("claim"));
  if (answer.at("place").is_object()) {
    const Json& place = answer.at("place");
    Json shown = place_model(place);
    shown["before"] = place.at("before");
    shown["after"] = place.at("after");
    shown["runs"] = runs_model(place.at("runs"));
    model["place"] = shown;
    model["total"] = number(answer.at("total").at("statements"), "statement");
  }
  Json others = Json::array();
  for (const Json& other : answer.at("others")) others.push_back(place_model(other));
  if (!others.empty()) model["others_part"] = {{"others", others}};
  return model;
}

}  // namespace

Response quote(const Request& request, OpenIndex& index) {
  const std::string text = value_of(request, "text");
  Json model = {{"text", text}, {"said_by", value_of(request, "said_by")}};
  if (text.empty()) return page(request, {"Check a quotation", "quote"}, "quote.html", model);
  const Response found = api::check_quote(request, index);
  const Json answer = Json::parse(found.body);
  if (found.status != 200) {
    model["problem"] = {{"detail", answer.value("detail", "")}};
  } else {
    model["result"] = result_model(answer);
  }
  return page(request, {"Check a quotation", "quote", found.status}, "quote.html", model);
}

}  // namespace communique::searcher::http::pages
