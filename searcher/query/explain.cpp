// SPDX-License-Identifier: GPL-3.0-or-later
// The query as understood, and the stages it went through, as text.
#include <type_traits>

#include "searcher/query/compile.h"
#include "searcher/query/compile_state.h"

namespace communique::searcher {
namespace {

QueryNode with_names(const QueryNode& node, const CompileState& state) {
  QueryNode copy{WordClause{}, node.span};
  copy.clause = std::visit(
      [&](const auto& clause) -> decltype(copy.clause) {
        auto changed = clause;
        if constexpr (std::is_same_v<decltype(changed), FieldClause>) {
          const auto found = state.resolved.find(&clause);
          if (found != state.resolved.end()) {
            changed.value = found->second;
            changed.quoted = changed.value.find(' ') != std::string::npos;
          }
        } else if constexpr (requires { changed.operands; }) {
          for (std::size_t i = 0; i < changed.operands.size(); ++i) {
            changed.operands[i] = with_names(clause.operands[i], state);
          }
        }
        return changed;
      },
      node.clause);
  return copy;
}

}  // namespace

std::string resolved_text(const QueryNode& node, const CompileState& state) { return to_text(with_names(node, state)); }

std::string explain(const ParsedQuery& parsed, const CompiledQuery& compiled) {
  std::string text;
  const auto line = [&](const std::string& name, const std::string& value) { text += name + ": " + value + "\n"; };
  line("tree", parsed.root ? to_text(*parsed.root) : "(nothing)");
  line("read as", parsed.free_text ? "any of the words" : parsed.plain_words ? "all of the words" : "written");
  line("resolved", compiled.parsed);
  line("lists", compiled.unit == Unit::Statement ? "statements" : "passages");
  line("ordered by", compiled.ranked ? "relevance" : "date");
  if (compiled.dates.from || compiled.dates.to) {
    const auto show = [](const std::optional<schema::Date>& date) { return date ? date->to_string() : std::string(); };
    line("dates", show(compiled.dates.from) + ".." + show(compiled.dates.to));
  }
  line("Xapian", compiled.full.get_description());
  if (compiled.has_partial) line("Xapian, partial", compiled.partial.get_description());
  return text;
}

}  // namespace communique::searcher
