// SPDX-License-Identifier: GPL-3.0-or-later
// Why two statements are taken for accounts of one event, in words and as JSON.
#include "searcher/render/event_evidence.h"

#include <cmath>

#include "schema/countries.h"
#include "searcher/render/render.h"
#include "searcher/said.h"

namespace communique::searcher {
namespace {

std::string joined_names(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  }
  return text;
}

/// The leaders named on both sides, or the countries where there are no two of them.
std::string sides_text(const EventEvidence& evidence, const schema::StatementRecord& statement) {
  std::vector<std::string> names;
  if (evidence.leaders.size() >= 2) {
    for (const std::string& id : evidence.leaders) names.push_back(name_of({id, {}}, statement));
  } else {
    for (const std::string& code : evidence.countries) names.push_back(schema::country_name(code));
  }
  return joined_names(names);
}

}  // namespace

std::string_view to_string(Certainty certainty) {
  switch (certainty) {
    case Certainty::None:
      return "none";
    case Certainty::Possible:
      return "possible";
    case Certainty::Likely:
      return "likely";
    case Certainty::Sure:
      return "sure";
  }
  return {};
}

std::string evidence_text(const EventEvidence& evidence, const schema::StatementRecord& statement) {
  std::string text;
  const auto add = [&](const std::string& reason) { text += (text.empty() ? "" : "; ") + reason; };
  if (!evidence.days_apart) {
    add("the days can not be compared");
  } else if (*evidence.days_apart == 0) {
    add("on the same day");
  } else {
    add(std::to_string(*evidence.days_apart) + (*evidence.days_apart == 1 ? " day apart" : " days apart"));
  }
  if (evidence.kind == KindMatch::Same) add("both a " + evidence.kind_name);
  if (evidence.kind == KindMatch::Different) add("of different kinds");
  const std::string sides = sides_text(evidence, statement);
  add(sides.empty() ? "nobody takes part in both" : "both with " + sides);
  if (evidence.languages_differ) {
    add("in different languages");
  } else {
    add(std::to_string(std::lround(evidence.likeness * 100)) + " % alike in their words");
  }
  return text;
}

Json account_json(const schema::StatementRecord& statement) {
  return {{"id", statement.id},
          {"title", text_or_null(statement.title)},
          {"date", date_or_null(statement)},
          {"country", text_or_null(statement.country)},
          {"speaker", text_or_null(statement.speaker)},
          {"source", text_or_null(statement.source)},
          {"type", text_or_null(statement.type)}};
}

std::string account_facts(const schema::StatementRecord& statement) {
  std::string facts = statement.id + " · " + date_label(statement);
  for (const std::string* fact : {&statement.country, &statement.source, &statement.type}) {
    if (!fact->empty()) facts += " · " + *fact;
  }
  return facts;
}

Json evidence_json(const EventEvidence& evidence) {
  return {{"certainty", to_string(evidence.certainty)},
          {"days_apart", evidence.days_apart ? Json(*evidence.days_apart) : Json(nullptr)},
          {"countries", evidence.countries},
          {"leaders", evidence.leaders},
          {"same_countries", evidence.same_countries},
          {"kind", evidence.kind_name.empty() ? Json(nullptr) : Json(evidence.kind_name)},
          {"kinds_differ", evidence.kind == KindMatch::Different},
          {"languages_differ", evidence.languages_differ},
          {"likeness", std::round(evidence.likeness * 1000) / 1000}};
}

}  // namespace communique::searcher
