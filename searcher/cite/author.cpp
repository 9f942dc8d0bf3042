// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/cite/author.h"

#include <optional>
#include <string_view>

#include "schema/countries.h"

namespace communique::searcher {
namespace {

/// The longest of the leader's surnames that the shown name begins or ends with.
std::optional<Author> divided(const schema::Leader& leader) {
  const std::string_view name = leader.name;
  std::string_view family;
  for (const auto* forms : {&leader.surnames, &leader.weak_surnames}) {
    for (const std::string& form : *forms) {
      if (form.size() <= family.size() || form.size() >= name.size()) continue;
      const bool last = name.ends_with(form) && name[name.size() - form.size() - 1] == ' ';
      const bool first = name.starts_with(form) && name[form.size()] == ' ';
      if (last || first) family = form;
    }
  }
  if (family.empty()) return std::nullopt;
  Author author;
  author.sort_name = family;
  // "Xi Jinping" is sorted under Xi as it stands; divided, styles would print "Jinping Xi".
  if (!name.ends_with(family)) {
    author.literal = name;
    return author;
  }
  author.family = family;
  author.given = name.substr(0, name.size() - family.size() - 1);
  return author;
}

Author as_printed(const std::string& name) {
  Author author;
  author.literal = name;
  author.sort_name = name;
  return author;
}

}  // namespace

Author author_of(const schema::StatementRecord& statement, const schema::Leader* leader) {
  if (leader != nullptr) {
    if (auto author = divided(*leader)) return *author;
    return as_printed(leader->name);
  }
  if (!statement.speaker.empty()) return as_printed(statement.speaker);
  if (!statement.source.empty()) return as_printed(statement.source);
  return as_printed(schema::country_name(statement.country));
}

}  // namespace communique::searcher
