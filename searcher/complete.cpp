// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/complete.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "schema/countries.h"
#include "schema/fields.h"
#include "schema/terms.h"
#include "schema/utf8.h"
#include "schema/words.h"

namespace communique::searcher {
namespace {

// Enough that what is frequent is among them from the second letter on.
constexpr std::uint32_t kMostNames = 400;
constexpr std::uint32_t kMostWords = 4000;

/// The word being typed, and the field before it.
struct Typed {
  std::string field;  ///< as typed, empty if none
  std::string value;
};

Typed typed_in(std::string_view query) {
  const bool quoted = std::count(query.begin(), query.end(), '"') % 2 == 1;
  std::size_t start = quoted ? query.rfind('"') : query.find_last_of(" \t(\"");
  start = start == std::string_view::npos ? 0 : start + 1;
  Typed typed;
  typed.value = query.substr(start);
  std::size_t field_end = quoted && start >= 2 && query[start - 2] == ':' ? start - 2 : std::string_view::npos;
  std::size_t field_start = start;
  if (field_end != std::string_view::npos) {
    field_start = query.substr(0, field_end).find_last_of(" \t(") + 1;
  } else if (const std::size_t colon = typed.value.find(':'); colon != std::string::npos && !quoted) {
    field_end = start + colon;
    typed.value.erase(0, colon + 1);
  }
  if (field_end != std::string_view::npos) typed.field = query.substr(field_start, field_end - field_start);
  while (typed.field.starts_with('-') || typed.field.starts_with('+')) typed.field.erase(0, 1);
  return typed;
}

bool by_frequency(const Completion& a, const Completion& b) {
  return a.passages != b.passages ? a.passages > b.passages : a.label < b.label;
}

void keep_most_frequent(std::vector<Completion>& found, std::size_t limit, std::vector<Completion>& out) {
  const std::size_t kept = std::min(limit, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(), by_frequency);
  out.insert(out.end(), found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept));
}

/// The first name form not before `folded`.
schema::NameNumber first_form(const schema::NameTable& names, std::string_view folded) {
  schema::NameNumber low = 0;
  schema::NameNumber high = names.size();
  while (low < high) {
    const schema::NameNumber middle = low + (high - low) / 2;
    if (names.folded(middle) < folded) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

std::vector<Completion> leaders(OpenIndex& index, std::string_view folded, const std::string& field) {
  const schema::NameTable& names = index.names();
  std::set<schema::LeaderNumber> seen;
  std::vector<Completion> found;
  schema::NameNumber form = first_form(names, folded);
  for (std::uint32_t read = 0; form < names.size() && read < kMostNames; ++form, ++read) {
    if (!names.folded(form).starts_with(folded)) break;
    for (const schema::NameLink& link : names.leaders_of(form)) {
      if (!seen.insert(link.other).second) continue;
      const std::string id(names.leader_id(link.other));
      const auto passages = index.database().get_termfreq(schema::make_term(schema::prefix::kMention, id));
      if (passages == 0) continue;
      found.push_back({Completion::Kind::Leader, (field.empty() ? "said-by" : field) + ":" + id,
                       std::string(names.leader_name(link.other)), passages});
    }
  }
  return found;
}

std::vector<Completion> countries(OpenIndex& index, std::string_view folded, const std::string& field) {
  std::vector<Completion> found;
  for (const schema::Country& country : schema::countries()) {
    const bool begins =
        std::any_of(country.names.begin(), country.names.end(),
                    [&](const std::string& name) { return schema::fold_value(name).starts_with(folded); }) ||
        schema::fold_value(country.name).starts_with(folded);
    if (!begins) continue;
    const auto documents = index.database().get_termfreq(schema::make_term(schema::prefix::kCountry, country.alpha3));
    if (documents == 0) continue;
    found.push_back({Completion::Kind::Country,
                     (field.empty() ? "country" : field) + ":" + schema::lower_ascii(country.alpha3), country.name,
                     documents});
  }
  return found;
}

/// Words of all shards; `place` in each is found by bisection.
std::vector<Completion> words(OpenIndex& index, std::string_view folded) {
  std::map<std::string_view, std::uint32_t> passages;
  for (std::size_t shard = 0; shard < index.manifest().shards.size(); ++shard) {
    const schema::ForwardIndex& forward = index.forward(shard);
    schema::WordNumber low = 0;
    schema::WordNumber high = forward.words();
    while (low < high) {
      const schema::WordNumber middle = low + (high - low) / 2;
      if (forward.word_at(middle).term < folded) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (std::uint32_t read = 0; low < forward.words() && read < kMostWords; ++low, ++read) {
      const schema::ForwardWord word = forward.word_at(low);
      if (!word.term.starts_with(folded)) break;
      passages[word.term] += index.lists(shard).list(word.number).passages;
    }
  }
  std::vector<Completion> found;
  for (const auto& [word, count] : passages) {
    if (count > 0) found.push_back({Completion::Kind::Word, std::string(word), std::string(word), count});
  }
  return found;
}

}  // namespace

std::string_view to_string(Completion::Kind kind) {
  switch (kind) {
    case Completion::Kind::Leader:
      return "leader";
    case Completion::Kind::Country:
      return "country";
    case Completion::Kind::Word:
      break;
  }
  return "word";
}

std::vector<Completion> complete(OpenIndex& index, std::string_view query, std::size_t limit) {
  const Typed typed = typed_in(query);
  const std::string folded = schema::fold_value(typed.value);
  std::vector<Completion> all;
  if (folded.empty() || typed.value.find_first_of("*()") != std::string::npos) return all;
  const schema::Field* const field = typed.field.empty() ? nullptr : schema::find_field(typed.field);
  const bool any = typed.field.empty();
  const bool leader = field != nullptr && (field->kind == schema::FieldKind::Leader);
  const bool country = field != nullptr && field->kind == schema::FieldKind::Country;
  std::vector<Completion> found;
  if (any || leader) keep_most_frequent(found = leaders(index, folded, typed.field), limit, all);
  if (any || country) keep_most_frequent(found = countries(index, folded, typed.field), limit, all);
  if (any) keep_most_frequent(found = words(index, folded), limit, all);
  return all;
}

}  // namespace communique::searcher
