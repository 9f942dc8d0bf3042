// SPDX-License-Identifier: GPL-3.0-or-later
// Results as JSON: keys and their order as in docs/json-api.md; offsets counted in Unicode code points.
#include "schema/utf8.h"
#include "searcher/said.h"
#include "searcher/render/json_values.h"
#include "searcher/render/render.h"
#include "searcher/show.h"
#include "searcher/render/timeline.h"

namespace communique::searcher {
namespace {

Json pieces(std::string_view text, const std::vector<Highlight>& highlights) {
  schema::CodePointCounter counter(text);
  Json list = Json::array();
  for (const Highlight& one : highlights) {
    const std::size_t start = counter.at(one.start);
    list.push_back({start, counter.at(one.end)});
  }
  return list;
}

Json mentions(const schema::PassageRecord& passage, const schema::StatementRecord& statement) {
  schema::CodePointCounter counter(passage.text);
  Json list = Json::array();
  for (const schema::MentionRecord& mention : passage.mentions) {
    const std::size_t start = counter.at(mention.start);
    list.push_back({{"leader", mention.leader},
                    {"name", name_of({mention.leader, {}}, statement)},
                    {"start", start},
                    {"end", counter.at(mention.end)}});
  }
  return list;
}

/// Who says what in a passage: one entry for each speaker, so two for what two said jointly.
Json said(const schema::PassageRecord& passage, const schema::StatementRecord& statement) {
  const schema::CodePointIndex points(passage.text);
  Json list = Json::array();
  for (const schema::AttributionRecord& attribution : passage.attributions) {
    for (const schema::SpeakerRecord& speaker : attribution.speakers) {
      const schema::Extent cue = attribution.cue;
      Json json = {{"leader", text_or_null(speaker.leader)},
                   {"name", name_of(speaker, statement)},
                   {"start", points.at(attribution.content.front().start)},
                   {"end", points.at(attribution.content.back().end)},
                   {"type", schema::to_string(attribution.type)},
                   {"joint", attribution.joint},
                   {"cue", cue.empty() ? Json(nullptr) : Json(passage.text.substr(cue.start, cue.end - cue.start))},
                   {"confidence", attribution.confidence / 100.0}};
      if (attribution.content.size() > 1) {
        json["fragments"] = Json::array();
        for (const schema::Extent& piece : attribution.content) {
          json["fragments"].push_back({points.at(piece.start), points.at(piece.end)});
        }
      }
      list.push_back(std::move(json));
    }
  }
  return list;
}

Json passage_json(const Hit& hit) {
  if (hit.passage_id.empty()) return nullptr;
  return {{"id", hit.passage_id},
          {"text", hit.passage.text},
          {"highlights", pieces(hit.passage.text, hit.highlights)},
          {"said_by", said(hit.passage, hit.statement)},
          {"mentions", mentions(hit.passage, hit.statement)}};
}

std::string_view to_string(ScorePart::Kind kind) {
  switch (kind) {
    case ScorePart::Kind::Text:
      return "text";
    case ScorePart::Kind::Title:
      return "title";
    case ScorePart::Kind::Pair:
      return "pair";
    case ScorePart::Kind::Said:
      return "said";
  }
  return {};
}

Json explanation_json(const Hit& hit) {
  Json list = Json::array();
  for (const ScorePart& part : hit.score_parts) {
    Json json = {{"kind", to_string(part.kind)}, {"text", part.text}, {"weight", part.weight}};
    if (part.kind == ScorePart::Kind::Text || part.kind == ScorePart::Kind::Title) {
      json["forms"] = part.forms;
      json["count"] = part.count;
      json["in_title"] = part.in_title;
    }
    list.push_back(std::move(json));
  }
  return list;
}

Json counts_json(const FacetValue& counts) {
  return {{"statements", counts.statements}, {"passages", counts.passages}};
}

Json facet_json(const Facet& facet) {
  Json values = Json::array();
  for (const FacetValue& value : facet.values) {
    Json json = {{"value", value.value}, {"label", value.label}};
    json.update(counts_json(value));
    values.push_back(std::move(json));
  }
  Json others = counts_json(facet.others);
  others["values"] = facet.other_values;
  return {{"field", to_string(facet.field)}, {"values", values}, {"others", others}, {"none", counts_json(facet.none)}};
}

/// What the head keeps beyond a hit's statement: for `show`, which leaves nothing out.
Json whole_statement_json(const schema::StatementRecord& statement) {
  Json json = statement_json(statement);
  json["date_reason"] = text_or_null(statement.date_reason);
  json["date_confidence"] = statement.dated() ? Json(statement.date_confidence / 100.0) : Json(nullptr);
  json["type_inferred"] = statement.type_inferred;
  json["country_given"] = text_or_null(statement.country_given);
  json["speaker_leader"] = text_or_null(statement.speaker_leader);
  json["leaders"] = Json::array();
  for (const auto& [id, name] : statement.leaders) json["leaders"].push_back({{"leader", id}, {"name", name}});
  json["extra"] = statement.extra.empty() ? Json::object() : Json::parse(statement.extra, nullptr, false);
  json["passages"] = statement.passages;
  return json;
}

/// How a version differs from the statement shown; with `sentences` each sentence that does.
Json differences_json(const ShownStatement& shown, const ShownVersion& version, bool sentences) {
  Json json = {{"same", version.count(SentenceChange::Same)},
               {"changed", version.count(SentenceChange::Changed)},
               {"left_out", version.count(SentenceChange::LeftOnly)},
               {"added", version.count(SentenceChange::RightOnly)}};
  if (!sentences) return json;
  json["sentences"] = Json::array();
  for (const SentencePair& pair : version.pairs) {
    if (pair.change == SentenceChange::Same) continue;
    const bool here = pair.left != SentencePair::kNone;
    const bool there = pair.right != SentencePair::kNone;
    json["sentences"].push_back({{"change", here && there ? "changed" : here ? "left_out" : "added"},
                                 {"here", here ? Json(shown.sentences[pair.left]) : Json(nullptr)},
                                 {"there", there ? Json(version.sentences[pair.right]) : Json(nullptr)}});
  }
  return json;
}

}  // namespace

Json hit_json(const Hit& hit, bool explained) {
  Json json = {{"rank", hit.rank},
               {"score", hit.score},
               {"partial", hit.partial},
               {"passage", passage_json(hit)},
               {"statement", statement_json(hit.statement)},
               {"more_passages", hit.more_passages},
               {"duplicates", hit.duplicates}};
  if (explained) json["explanation"] = explanation_json(hit);
  return json;
}

void render_json(const SearchResult& result, const Timeline* timeline, std::string& out) {
  Json json = {
      {"api_version", kJsonApiVersion},
      {"query",
       {{"text", result.query},
        {"parsed", result.parsed},
        {"notices", notices_json(result.notices)},
        {"suggestions", result.suggestions},
        {"said_by", result.said_by ? Json(result.said_by->query) : Json(nullptr)}}},
      {"total",
       {{"passages", result.total_passages}, {"statements", result.total_statements}, {"exact", result.exact},
        {"undated_left_out", result.undated}, {"partial", result.partial_total}}},
      {"partial_shards", Json::array()},
      {"hits", Json::array()}};
  for (const Hit& hit : result.hits) json["hits"].push_back(hit_json(hit, !result.explanation.empty()));
  if (!result.facets.empty()) json["facets"] = Json::array();
  for (const Facet& facet : result.facets) json["facets"].push_back(facet_json(facet));
  if (timeline != nullptr) add_timeline(*timeline, json);
  if (!result.explanation.empty()) json["explanation"] = result.explanation;
  json["took_ms"] = result.took_ms;
  out += dump(json);
  out += '\n';
}

void render_jsonl(const SearchResult& result, std::string_view topic, std::string& out) {
  for (const Hit& hit : result.hits) {
    Json json;
    if (!topic.empty()) json["topic"] = topic;
    json.update(hit_json(hit, !result.explanation.empty()));
    out += dump(json);
    out += '\n';
  }
}

void render_shown_json(const ShownStatement& shown, bool differences, std::string& out) {
  Json json = {{"api_version", kJsonApiVersion}, {"statement", whole_statement_json(shown.statement)}};
  std::string text;
  std::size_t start = 0;
  Json passages = Json::array();
  for (const schema::PassageRecord& passage : shown.passages) {
    const std::size_t length = schema::count_code_points(passage.text);
    passages.push_back({{"id", schema::passage_id(shown.statement.id, passage.number)},
                        {"start", start},
                        {"end", start + length},
                        {"said_by", said(passage, shown.statement)},
                        {"mentions", mentions(passage, shown.statement)}});
    start += length;
    text += passage.text;
  }
  json["text"] = text;
  json["passages"] = std::move(passages);
  json["versions"] = Json::array();
  for (const ShownVersion& version : shown.versions) {
    const schema::StatementRecord& of = version.statement;
    json["versions"].push_back({{"id", of.id},
                                {"title", text_or_null(of.title)},
                                {"date", date_or_null(of)},
                                {"source", text_or_null(of.source)},
                                {"differences", differences_json(shown, version, differences)}});
  }
  out += dump(json);
  out += '\n';
}

}  // namespace communique::searcher
