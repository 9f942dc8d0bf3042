// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/utf8.h"
#include "searcher/render/check_quote.h"
#include "searcher/render/json_values.h"

namespace communique::searcher {
namespace {

std::string_view to_string(QuoteRun::Kind kind) {
  switch (kind) {
    case QuoteRun::Kind::Same:
      return "same";
    case QuoteRun::Kind::Gone:
      return "gone";
    case QuoteRun::Kind::Added:
      return "added";
    case QuoteRun::Kind::Omitted:
      return "omitted";
  }
  return {};
}

std::string_view to_string(QuoteChange::Kind kind) {
  switch (kind) {
    case QuoteChange::Kind::LeftOut:
      return "left_out";
    case QuoteChange::Kind::Added:
      return "added";
    case QuoteChange::Kind::Replaced:
      return "replaced";
    case QuoteChange::Kind::Moved:
      return "moved";
    case QuoteChange::Kind::SpellingVariant:
      return "spelling_variant";
  }
  return {};
}

std::string_view to_string(WhoSaid::Basis basis) {
  switch (basis) {
    case WhoSaid::Basis::Attribution:
      return "attribution";
    case WhoSaid::Basis::Speaker:
      return "speaker";
    case WhoSaid::Basis::Nobody:
      return "unknown";
  }
  return {};
}

Json who_json(const WhoSaid& who) {
  Json speakers = Json::array();
  for (std::size_t i = 0; i < who.speakers.size(); ++i) {
    speakers.push_back({{"leader", text_or_null(who.speakers[i].leader)}, {"name", who.names[i]}});
  }
  const bool attributed = who.basis == WhoSaid::Basis::Attribution;
  return {{"basis", to_string(who.basis)},
          {"speakers", std::move(speakers)},
          {"type", attributed ? Json(schema::to_string(who.type)) : Json(nullptr)},
          {"cue", text_or_null(who.cue)},
          {"confidence", attributed ? Json(who.confidence / 100.0) : Json(nullptr)}};
}

Json entry_json(const QuoteStatement& one) {
  return {{"statement", statement_json(one.statement)},
          {"passages", one.passage_ids},
          {"said", who_json(one.who)},
          {"duplicates", one.duplicates}};
}

std::string slice_or(const std::string& text, const schema::Extent& extent) {
  return text.substr(extent.start, extent.end - extent.start);
}

Json runs_json(const QuoteCheck& check, const QuotePlace& place) {
  Json list = Json::array();
  for (const QuoteRun& run : place.comparison.runs) {
    const bool in_text = run.kind != QuoteRun::Kind::Added;
    const bool in_quote = run.kind == QuoteRun::Kind::Same || run.kind == QuoteRun::Kind::Added;
    list.push_back({{"kind", to_string(run.kind)},
                    {"text", in_text ? Json(place.slice(run.text)) : Json(nullptr)},
                    {"quote", in_quote ? Json(slice_or(check.quote.text, run.quote)) : Json(nullptr)}});
  }
  return list;
}

Json changes_json(const QuotePlace& place) {
  Json list = Json::array();
  for (const QuoteChange& change : place.comparison.changes) {
    list.push_back({{"kind", to_string(change.kind)},
                    {"text", text_or_null(change.text)},
                    {"quote", text_or_null(change.quote)},
                    {"negation", change.negation},
                    {"number", change.number}});
  }
  return list;
}

/// Offsets count from the start of the first passage that holds the words.
Json place_json(const QuoteCheck& check) {
  const QuotePlace& place = *check.place;
  const std::uint32_t first = place.passage_numbers().front();
  std::size_t start = 0;
  for (const schema::PassageRecord& passage : place.passages) {
    if (passage.number < first) start += passage.text.size();
  }
  const schema::CodePointIndex points(std::string_view(place.text).substr(start));
  Json json = entry_json(check.statements.front());
  json["start"] = points.at(place.comparison.extent.start - start);
  json["end"] = points.at(place.comparison.extent.end - start);
  json["before"] = place.slice(place.before);
  json["text"] = place.slice(place.comparison.extent);
  json["after"] = place.slice(place.after);
  json["same"] = place.comparison.same;
  json["runs"] = runs_json(check, place);
  json["changes"] = changes_json(place);
  json["differs_in"] = place.comparison.marks;
  return json;
}

Json claim_json(const ClaimAnswer& claim) {
  return {{"asked", claim.asked},
          {"understood", claim.known ? Json(claim.shown) : Json(nullptr)},
          {"answer", to_string(claim.kind)},
          {"where", claim.where ? entry_json(*claim.where) : Json(nullptr)}};
}

}  // namespace

void render_check_quote_json(const QuoteCheck& check, std::string& out) {
  Json years = Json::array();
  for (const auto& [year, statements] : check.by_year) years.push_back({{"year", year}, {"statements", statements}});
  Json json = {{"api_version", kJsonApiVersion},
               {"quote",
                {{"text", check.quote.text},
                 {"words", check.quote.words},
                 {"omissions", check.quote.omissions},
                 {"insertions", check.quote.insertions}}},
               {"verdict", to_string(check.verdict)},
               {"place", check.place ? place_json(check) : Json(nullptr)},
               {"total", {{"statements", check.total}, {"exact", check.exact}, {"undated", check.undated}}},
               {"by_year", std::move(years)},
               {"others", Json::array()},
               {"claim", check.claim ? claim_json(*check.claim) : Json(nullptr)},
               {"notices", notices_json(check.notices)},
               {"took_ms", check.took_ms}};
  for (std::size_t i = 1; i < check.statements.size(); ++i) json["others"].push_back(entry_json(check.statements[i]));
  out += dump(json);
  out += '\n';
}

}  // namespace communique::searcher
