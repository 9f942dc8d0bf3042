// SPDX-License-Identifier: GPL-3.0-or-later
// What became of the cited texts, for people and as JSON.
#include <string_view>

#include "schema/record.h"
#include "schema/utf8.h"
#include "searcher/render/citations.h"
#include "searcher/render/inline_diff.h"
#include "searcher/render/json_values.h"
#include "searcher/render/numbers.h"
#include "searcher/render/palette.h"
#include "searcher/render/wrap.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kIndent = 4;

std::string_view to_string(CitationState state) {
  switch (state) {
    case CitationState::Unchanged:
      return "unchanged";
    case CitationState::Moved:
      return "moved";
    case CitationState::Changed:
      return "changed";
    case CitationState::Gone:
      return "gone";
    case CitationState::Damaged:
      return "damaged";
    case CitationState::Nothing:
      return "nothing to check";
  }
  return {};
}

/// "kremlin-1#2, characters 10 to 82".
std::string place_text(const std::string& statement, const TextPlace& place) {
  return schema::passage_id(statement, place.passage) + ", characters " + std::to_string(place.start) + " to " +
         std::to_string(place.end);
}

std::string explanation_of(const CheckedCitation& checked) {
  const CitationNote& note = checked.cited.note;
  switch (checked.state) {
    case CitationState::Unchanged:
      return checked.statement_changed ? "The cited text stands as it was; something else in the statement has changed."
                                       : "";
    case CitationState::Moved:
      return "The cited text now stands at " + place_text(note.statement, *checked.now) + "." +
             (checked.statement_changed ? " Something else in the statement has changed." : "");
    case CitationState::Changed:
      if (note.place.passage == 0) return "The statement's text is not what it was.";
      if (note.quote.empty()) return "The statement does not hold the cited text any more.";
      return checked.nearest.empty() ? "The statement holds nothing like the cited words."
                                     : "What the statement says now ([-cited-] {+now+}):";
    case CitationState::Gone:
      return "The index has no statement " + note.statement + ".";
    case CitationState::Damaged:
      return "Its note can not be read: " + checked.cited.damaged + ".";
    case CitationState::Nothing:
      return "It has no [communique ...] note.";
  }
  return {};
}

void add_checked(const CheckedCitation& checked, const TextStyle& style, std::string& out) {
  const Palette palette(style.colour);
  const std::string id = cited_id(checked.cited.note);
  std::string name = checked.label;
  if (!id.empty()) name += name.empty() ? id : " (" + id + ")";
  Wrapper line(style.width, 0, out);
  line.add_code(checked.stands() ? palette.added : palette.removed);
  line.add(std::string(to_string(checked.state)) + ": ");
  line.add_code(palette.end);
  line.add(name.empty() ? "a citation" : name);
  line.finish();
  const std::string explanation = explanation_of(checked);
  if (explanation.empty()) return;
  Wrapper more(style.width, kIndent, out);
  more.add(explanation);
  more.finish();
  if (checked.differences.empty()) return;
  Wrapper words(style.width, kIndent, out);
  add_inline_diff({checked.cited.note.quote, checked.nearest, checked.differences}, palette, words);
  words.finish();
}

Json differences_json(const CheckedCitation& checked) {
  Json list = Json::array();
  const schema::CodePointIndex cited(checked.cited.note.quote);
  const schema::CodePointIndex now(checked.nearest);
  for (const DiffRun& run : checked.differences) {
    const std::string_view in = run.side == DiffSide::Same ? "both" : run.side == DiffSide::Left ? "cited" : "now";
    list.push_back({{"in", in},
                    {"cited", {cited.at(run.left.start), cited.at(run.left.end)}},
                    {"now", {now.at(run.right.start), now.at(run.right.end)}}});
  }
  return list;
}

Json checked_json(const CheckedCitation& checked) {
  const CitationNote& note = checked.cited.note;
  std::string state(to_string(checked.state));
  if (checked.state == CitationState::Nothing) state = "nothing_to_check";
  Json json = {{"key", text_or_null(checked.label)},
               {"id", text_or_null(cited_id(note))},
               {"state", state},
               {"stands", checked.stands()},
               {"statement_changed", checked.statement_changed},
               {"explanation", text_or_null(explanation_of(checked))},
               {"quote", text_or_null(note.quote)},
               {"now", nullptr},
               {"nearest", text_or_null(checked.nearest)},
               {"differences", differences_json(checked)}};
  if (checked.now) {
    json["now"] = {{"passage", schema::passage_id(note.statement, checked.now->passage)},
                   {"start", checked.now->start},
                   {"end", checked.now->end}};
  }
  return json;
}

}  // namespace

void render_checked_text(const std::vector<CheckedCitation>& checked, const TextStyle& style, std::string& out) {
  std::size_t standing = 0;
  std::size_t checkable = 0;
  for (const CheckedCitation& one : checked) {
    add_checked(one, style, out);
    if (one.stands()) ++standing;
    if (one.state != CitationState::Nothing) ++checkable;
  }
  out += grouped(standing) + " of " + counted(checkable, "citation") + (standing == 1 ? " stands.\n" : " stand.\n");
}

void render_checked_json(const std::vector<CheckedCitation>& checked, std::string& out) {
  Json json = {{"api_version", kJsonApiVersion}, {"citations", Json::array()}};
  for (const CheckedCitation& one : checked) json["citations"].push_back(checked_json(one));
  out += dump(json);
  out += '\n';
}

}  // namespace communique::searcher
