// SPDX-License-Identifier: GPL-3.0-or-later
// The one field table, its aliases, and the look-up of names.
#include "schema/fields.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "schema/edit_distance.h"
#include "schema/utf8.h"

namespace communique::schema {
namespace {

using enum FieldId;

// In the order help shows them; field() relies on the ids being in the same order as the enumerators.
constexpr std::array kFields = {
    Field{Leader, "leader", FieldKind::Leader, FieldScope::Passage,
          "a leader in any role: speaks, is quoted or reported, or is named", "leader:putin"},
    Field{Speaker, "speaker", FieldKind::Leader, FieldScope::Statement,
          "who speaks the statement: a leader by any name or office, or a name as printed", "speaker:\"Xi Jinping\""},
    Field{SaidBy, "said-by", FieldKind::Leader, FieldScope::Passage,
          "who says it, quoted, reported or in a transcript: any name or office", "said-by:\"Russian president\""},
    Field{Mentions, "mentions", FieldKind::Leader, FieldScope::Passage, "a leader named in the passage, under any name",
          "mentions:lavrov"},
    Field{Between, "between", FieldKind::LeaderPair, FieldScope::Statement,
          "the two sides of a call, a meeting, a greeting or a joint statement", "between:china,russia"},
    Field{Country, "country", FieldKind::Country, FieldScope::Statement,
          "the country that issued the statement: name, adjective or ISO code", "country:france"},
    Field{Language, "lang", FieldKind::Exact, FieldScope::Statement, "the statement's language: ISO 639-1 code or name",
          "lang:en"},
    Field{Type, "type", FieldKind::Exact, FieldScope::Statement, "its type, as given or told by title and opening",
          "type:greeting"},
    Field{Source, "source", FieldKind::Words, FieldScope::Statement, "words of the source's name", "source:kremlin"},
    Field{Title, "title", FieldKind::Words, FieldScope::Statement, "words of the title, or a phrase in quotation marks",
          "title:\"joint statement\""},
    Field{Id, "id", FieldKind::Exact, FieldScope::Statement, "one statement by its id, or one passage as ID#NUMBER",
          "id:kremlin-67473"},
    Field{Year, "year", FieldKind::DateRange, FieldScope::Statement, "the statement's year, or years from..to",
          "year:2019..2021"},
    Field{Date, "date", FieldKind::DateRange, FieldScope::Statement,
          "a year, month or day, or from..to with either end open", "date:2021-03..2021-06-15"},
    Field{After, "after", FieldKind::DateRange, FieldScope::Statement, "later than the year, month or day named",
          "after:2021-03"},
    Field{Before, "before", FieldKind::DateRange, FieldScope::Statement, "earlier than the year, month or day named",
          "before:2021"},
};

struct Alias {
  std::string_view name;
  FieldId id;
};

// What people who come from other search tools type.
constexpr std::array kAliases = {
    Alias{"person", Leader},    Alias{"who", Leader},           Alias{"author", Speaker},
    Alias{"said_by", SaidBy},   Alias{"saidby", SaidBy},        Alias{"by", SaidBy},
    Alias{"mention", Mentions}, Alias{"about", Mentions},       Alias{"names", Mentions},
    Alias{"parties", Between},  Alias{"from-country", Country}, Alias{"from_country", Country},
    Alias{"nation", Country},   Alias{"language", Language},    Alias{"kind", Type},
    Alias{"publisher", Source}, Alias{"heading", Title},        Alias{"years", Year},
    Alias{"dates", Date},       Alias{"newer", After},          Alias{"older", Before},
};

constexpr std::size_t kLongestName = 32;  // longer names are near to none, and cost no time

}  // namespace

std::span<const Field> fields() { return kFields; }

const Field& field(FieldId id) { return kFields[static_cast<std::size_t>(id)]; }

const Field* find_field(std::string_view name) {
  const std::string lower = lower_ascii(name);
  const auto* found = std::find_if(kFields.begin(), kFields.end(), [&](const Field& f) { return f.name == lower; });
  if (found != kFields.end()) return found;
  const auto* alias = std::find_if(kAliases.begin(), kAliases.end(), [&](const Alias& a) { return a.name == lower; });
  return alias == kAliases.end() ? nullptr : &field(alias->id);
}

std::string_view nearest_field(std::string_view name) {
  if (name.size() > kLongestName) return {};
  const std::string lower = lower_ascii(name);
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(1, lower.size() / 3) + 1;
  const auto consider = [&](std::string_view candidate, std::string_view shown) {
    const std::size_t distance = edit_distance(lower, candidate);
    if (distance < best_distance && distance < candidate.size()) {
      best = shown;
      best_distance = distance;
    }
  };
  for (const Field& f : kFields) consider(f.name, f.name);
  for (const Alias& a : kAliases) consider(a.name, field(a.id).name);
  return best;
}

}  // namespace communique::schema
