// SPDX-License-Identifier: GPL-3.0-or-later
// The one field table: what a user can write before a colon, what it means, and how it is looked up.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace communique::schema {

enum class FieldId {
  Leader, Speaker, SaidBy, Mentions, Between, Country, Language, Type, Source, Title, Id, Year, Date, After, Before,
};

/// What kind of value a field takes, and so which resolver reads it.
enum class FieldKind { Leader, LeaderPair, Country, Words, Exact, DateRange };

/// Whether a field's clause is true of a passage or of its whole statement.
enum class FieldScope { Passage, Statement };

struct Field {
  FieldId id;
  std::string_view name;         ///< as typed before the colon, lower case
  FieldKind kind;
  FieldScope scope;
  std::string_view description;  ///< one line for --help and docs/query-language.md
  std::string_view example;
};

/// Every field, in the order help shows them.
std::span<const Field> fields();
/// The field of a name in any case, aliases ("said_by", "from-country") included; nullptr if there is none.
const Field* find_field(std::string_view name);
const Field& field(FieldId id);
/// The known field name nearest to a misspelt one, for "did you mean"; empty if none is near.
std::string_view nearest_field(std::string_view name);

}  // namespace communique::schema
