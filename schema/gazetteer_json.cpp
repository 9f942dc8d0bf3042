// SPDX-License-Identifier: GPL-3.0-or-later
// What does leaders.json say, and what does a user's file add to it or correct? The form is told in docs/gazetteer.md.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "schema/gazetteer_impl.h"
#include "schema/gazetteer_reader.h"

namespace communique::schema {

namespace {

constexpr std::array<std::string_view, 6> kKinds = {"President", "PrimeMinister", "ForeignMinister",
                                                    "Monarch",   "Chancellor",    "Other"};

bool by_id(const Leader& a, const Leader& b) { return a.id < b.id; }

bool by_start(const Tenure& a, const Tenure& b) { return a.from < b.from; }

void complete(Leader& leader) {
  std::stable_sort(leader.tenures.begin(), leader.tenures.end(), by_start);
  if (leader.country.empty() && !leader.tenures.empty()) leader.country = leader.tenures.front().country;
}

void add_new(std::vector<std::string>&& from, std::vector<std::string>& to) {
  for (auto& text : from) {
    if (std::find(to.begin(), to.end(), text) == to.end()) to.push_back(std::move(text));
  }
}

/// Corrects `leader` by what the entry of the same id has.
void correct(Leader& leader, LeaderEntry&& entry) {
  Leader& given = entry.leader;
  if (!given.name.empty()) leader.name = std::move(given.name);
  if (!given.country.empty()) leader.country = std::move(given.country);
  if (entry.has_gender) leader.gender = given.gender;
  add_new(std::move(given.aliases), leader.aliases);
  add_new(std::move(given.surnames), leader.surnames);
  add_new(std::move(given.weak_surnames), leader.weak_surnames);
  for (auto& tenure : given.tenures) {
    // The same post from the same day: a correction of how it was called or when it ended, not a second tenure.
    const auto same = std::find_if(leader.tenures.begin(), leader.tenures.end(), [&](const Tenure& known) {
      return known.kind == tenure.kind && known.country == tenure.country && known.from == tenure.from;
    });
    if (same == leader.tenures.end())
      leader.tenures.push_back(std::move(tenure));
    else
      *same = std::move(tenure);
  }
}

std::vector<Leader> read_base(std::string_view text) {
  std::vector<Leader> leaders;
  read_entries(text, "leaders.json", [&](LeaderEntry&& entry, const EntryProblem& problem) {
    check_complete(entry.leader, problem);
    complete(entry.leader);
    leaders.push_back(std::move(entry.leader));
  });
  if (!std::is_sorted(leaders.begin(), leaders.end(), by_id)) std::sort(leaders.begin(), leaders.end(), by_id);
  return leaders;
}

void merge(std::string_view text, std::string_view name, std::vector<Leader>& leaders) {
  read_entries(text, name.empty() ? "the gazetteer file" : name, [&](LeaderEntry&& entry, const EntryProblem& problem) {
    if (entry.leader.id.empty()) problem("id", "is missing");
    const auto at = std::lower_bound(leaders.begin(), leaders.end(), entry.leader, by_id);
    const bool known = at != leaders.end() && at->id == entry.leader.id;
    Leader merged = known && !entry.replace ? *at : Leader();
    if (known && !entry.replace)
      correct(merged, std::move(entry));
    else
      merged = std::move(entry.leader);
    check_complete(merged, problem);
    complete(merged);
    if (known)
      *at = std::move(merged);
    else
      leaders.insert(at, std::move(merged));
  });
}

nlohmann::ordered_json to_json_value(const Leader& leader) {
  nlohmann::ordered_json entry;
  entry["id"] = leader.id;
  entry["name"] = leader.name;
  if (!leader.aliases.empty()) entry["aliases"] = leader.aliases;
  if (!leader.surnames.empty()) entry["surnames"] = leader.surnames;
  if (!leader.weak_surnames.empty()) entry["weak_surnames"] = leader.weak_surnames;
  entry["country"] = leader.country;
  if (leader.gender != Gender::Unknown) entry["gender"] = leader.gender == Gender::Female ? "female" : "male";
  for (const auto& tenure : leader.tenures) {
    nlohmann::ordered_json item;
    item["kind"] = to_string(tenure.kind);
    item["office"] = tenure.office;
    item["country"] = tenure.country;
    if (tenure.from) item["from"] = tenure.from->to_string();
    if (tenure.to) item["to"] = tenure.to->to_string();
    entry["tenures"].push_back(std::move(item));
  }
  return entry;
}

}  // namespace

std::string_view to_string(OfficeKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::optional<OfficeKind> office_kind_from(std::string_view name) {
  const auto at = std::find(kKinds.begin(), kKinds.end(), name);
  return at == kKinds.end() ? std::nullopt : std::optional(static_cast<OfficeKind>(at - kKinds.begin()));
}

std::vector<Leader> read_leaders(std::string_view json, std::string_view extra, std::string_view extra_name) {
  std::vector<Leader> leaders = read_base(json);
  if (!extra.empty()) merge(extra, extra_name, leaders);
  return leaders;
}

std::string Gazetteer::to_json() const {
  std::string out = "[\n";
  for (const auto& leader : impl_->leaders) {
    if (out.size() > 2) out += ",\n";
    out += to_json_value(leader).dump();
  }
  return out + "\n]\n";
}

}  // namespace communique::schema
