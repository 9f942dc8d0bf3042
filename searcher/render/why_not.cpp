// SPDX-License-Identifier: GPL-3.0-or-later
// The answer of `why-not`: a sentence, and the query as a tree with yes or no before each clause.
#include <algorithm>
#include <string>

#include "schema/utf8.h"
#include "searcher/render/json_values.h"
#include "searcher/render/render.h"
#include "searcher/render/wrap.h"
#include "searcher/why/why_not.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kAnswerWidth = 5;  // "yes" and blanks
constexpr std::size_t kWidestClause = 36;

/// What a clause is called in the tree: itself, or, if its parts follow, how they are joined.
std::string label_of(const ClauseAnswer& answer) {
  if (answer.parts.empty()) return answer.clause;
  switch (answer.kind) {
    case ClauseKind::All:
      return "all of";
    case ClauseKind::Any:
      return "any of";
    case ClauseKind::Not:
      return "left out";
    case ClauseKind::SameStatement:
      return "in one statement";
    default:
      return answer.clause;
  }
}

class Tree {
 public:
  Tree(const TextStyle& style, std::string& out) : style_(style), out_(out) {}

  void add(const ClauseAnswer& root) {
    // Clauses side by side need no line that says so.
    const bool bare = root.kind == ClauseKind::All && !root.parts.empty();
    measure(root, bare ? 0 : 1);
    if (!bare) return line(root, 0);
    for (const ClauseAnswer& part : root.parts) line(part, 0);
  }

 private:
  void measure(const ClauseAnswer& answer, std::size_t depth) {
    if (depth > 0) {
      const std::size_t width = display_width(label_of(answer)) + (depth - 1) * kIndent;
      if (width <= kWidestClause) column_ = std::max(column_, width);
    }
    for (const ClauseAnswer& part : answer.parts) measure(part, depth + 1);
  }

  void line(const ClauseAnswer& answer, std::size_t depth) {
    const std::size_t reason_at = kIndent + kAnswerWidth + column_ + 2;
    std::string begin(kIndent, ' ');
    begin += answer.holds ? "yes  " : "no   ";
    begin += std::string(depth * kIndent, ' ') + schema::without_controls(label_of(answer));
    const std::size_t used = display_width(begin);
    const bool fits = used + 2 <= reason_at && reason_at + kLeastReason <= style_.width;
    out_ += begin;
    if (answer.reason.empty()) {
      out_ += '\n';
    } else if (fits) {
      std::string reason;
      wrap(answer.reason, reason_at, reason);
      out_ += std::string(reason_at - used, ' ') + reason.substr(reason_at);
    } else {
      out_ += '\n';
      wrap(answer.reason, kIndent + kAnswerWidth + (depth + 1) * kIndent, out_);
    }
    for (const ClauseAnswer& part : answer.parts) line(part, depth + 1);
  }

  void wrap(const std::string& text, std::size_t indent, std::string& out) const {
    Wrapper lines(style_.width, indent, out);
    lines.add(text);
    lines.finish();
  }

  static constexpr std::size_t kLeastReason = 30;

  const TextStyle& style_;
  std::string& out_;
  std::size_t column_ = 0;
};

Json clause_json(const ClauseAnswer& answer) {
  Json parts = Json::array();
  for (const ClauseAnswer& part : answer.parts) parts.push_back(clause_json(part));
  return {{"clause", answer.clause},
          {"kind", to_string(answer.kind)},
          {"holds", answer.holds},
          {"passages", answer.passages},
          {"reason", answer.reason.empty() ? Json(nullptr) : Json(answer.reason)},
          {"parts", std::move(parts)}};
}

}  // namespace

void render_why_not_text(const WhyNot& answer, const TextStyle& style, std::string& out) {
  const schema::StatementRecord& of = answer.statement;
  Wrapper lines(style.width, 0, out);
  const auto line = [&](const std::string& text) {
    if (text.empty()) return;
    lines.add(text);
    lines.finish();
  };
  const std::string asked = answer.passage == 0 ? of.id : schema::passage_id(of.id, answer.passage);
  line(asked + " · " + (of.title.empty() ? "" : of.title + " · ") + date_label(of) + " · " +
       std::to_string(of.passages) + (of.passages == 1 ? " passage" : " passages"));
  line((answer.verdict == Verdict::Hit ? "" : "Not a hit. ") + answer.why);
  line(answer.hint.empty() ? "" : "Hint: " + answer.hint + ".");
  out += '\n';
  Tree(style, out).add(answer.clauses);
}

void render_why_not_json(const WhyNot& answer, std::string& out) {
  const schema::StatementRecord& of = answer.statement;
  const Json json = {{"api_version", kJsonApiVersion},
                     {"query", {{"text", answer.query}, {"parsed", answer.parsed}, {"notices", notices_json(answer.notices)}}},
                     {"statement",
                      {{"id", of.id},
                       {"title", text_or_null(of.title)},
                       {"date", date_or_null(of)},
                       {"passages", of.passages}}},
                     {"passage", answer.passage == 0 ? Json(nullptr) : Json(answer.passage)},
                     {"hit", answer.verdict == Verdict::Hit},
                     {"verdict", to_string(answer.verdict)},
                     {"why", answer.why},
                     {"hint", text_or_null(answer.hint)},
                     {"rank", answer.rank == 0 ? Json(nullptr) : Json(answer.rank)},
                     {"listed", text_or_null(answer.listed)},
                     {"partial", answer.partial},
                     {"clauses", clause_json(answer.clauses)}};
  out += dump(json) + '\n';
}

}  // namespace communique::searcher
