// SPDX-License-Identifier: GPL-3.0-or-later
// Who bears a name form, and who held office when? Builds the tables of the gazetteer and answers by number and date.
#include "schema/gazetteer.h"

#include <algorithm>
#include <numeric>

#include "schema/gazetteer_impl.h"
#include "schema/words.h"

namespace communique::schema {

namespace {

/// `date` moved by whole years; the 29th of February may come to stand in a year without one, which only compares.
Date moved_by_years(Date date, int years) {
  date.year = static_cast<std::int16_t>(std::clamp(date.year + years, 1, 9999));
  return date;
}

bool is_initial(std::string_view word) { return word.size() == 1 && word.front() >= 'a' && word.front() <= 'z'; }

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

/// Words of `text` that `form` takes if it starts there; 0 if it does not. "antony j blinken" holds "antony blinken".
std::size_t words_taken(const FormEntry& form, const std::string_view* text, std::size_t count) {
  std::size_t at = 0;
  for (std::string_view rest = form.text; !rest.empty(); ++at) {
    const std::string_view word = first_word(rest);
    if (at > 0 && at < count && text[at] != word && is_initial(text[at])) ++at;
    if (at >= count || text[at] != word) return 0;
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
  }
  return at;
}

}  // namespace

bool Tenure::covers(const std::optional<Date>& date) const {
  if (!date) return true;
  if (from && date->last_day() < from->first_day()) return false;
  return !(to && to->last_day() < date->first_day());
}

Gazetteer::Impl::Impl(std::vector<Leader> all) : leaders(std::move(all)) {
  full.reserve(leaders.size() * 3);
  surnames.reserve(leaders.size() * 2);
  for (std::size_t at = 0; at < leaders.size(); ++at) {
    const auto number = static_cast<LeaderNumber>(at);
    const Leader& leader = leaders[at];
    add_form(leader.name, NameForm::Full, number, false);
    for (const auto& alias : leader.aliases) add_form(alias, NameForm::Full, number, false);
    for (const auto& surname : leader.surnames) {
      const auto& weak = leader.weak_surnames;
      add_form(surname, NameForm::Surname, number, std::find(weak.begin(), weak.end(), surname) != weak.end());
    }
    for (const auto& tenure : leader.tenures) {
      auto& of_country = by_country[tenure.country];
      if (of_country.empty() || of_country.back() != number) of_country.push_back(number);
    }
  }
  link_forms();
}

void Gazetteer::Impl::add_form(std::string_view text, NameForm kind, LeaderNumber leader, bool weak) {
  std::string folded = fold_value(text);
  if (folded.empty()) return;
  auto& table = kind == NameForm::Full ? full : surnames;
  const auto [at, is_new] = table.try_emplace(std::move(folded), static_cast<std::uint32_t>(forms.size()));
  if (is_new) {
    FormEntry& form = forms.emplace_back();
    form.text = at->first;  // stays: the table's nodes do not move
    form.words = static_cast<std::size_t>(std::count(form.text.begin(), form.text.end(), ' ')) + 1;
    form.kind = kind;
  }
  FormEntry& form = forms[at->second];
  form.weak = form.weak || weak;
  if (form.leaders.empty() || form.leaders.back() != leader) form.leaders.push_back(leader);
}

void Gazetteer::Impl::link_forms() {
  by_start.resize(forms.size());
  std::iota(by_start.begin(), by_start.end(), 0U);
  std::sort(by_start.begin(), by_start.end(), [this](std::uint32_t a, std::uint32_t b) {
    const FormEntry& left = forms[a];
    const FormEntry& right = forms[b];
    if (const int order = first_word(left.text).compare(first_word(right.text)); order != 0) return order < 0;
    if (left.words != right.words) return left.words > right.words;
    return left.kind != right.kind ? left.kind == NameForm::Full : a < b;
  });
  starts.reserve(forms.size());
  for (std::uint32_t at = 0; at < by_start.size(); ++at) {
    const auto [entry, is_new] = starts.try_emplace(first_word(forms[by_start[at]].text), at, at + 1);
    if (!is_new) entry->second.second = at + 1;
  }
}

bool Gazetteer::Impl::in_office(LeaderNumber leader, const std::optional<Date>& at) const {
  const auto& tenures = leaders[leader].tenures;
  return std::any_of(tenures.begin(), tenures.end(), [&](const Tenure& tenure) { return tenure.covers(at); });
}

bool Gazetteer::Impl::of_country(LeaderNumber leader, std::string_view country) const {
  const Leader& who = leaders[leader];
  return who.country == country || std::any_of(who.tenures.begin(), who.tenures.end(),
                                               [&](const Tenure& tenure) { return tenure.country == country; });
}

Gazetteer::Gazetteer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Gazetteer::~Gazetteer() = default;
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;

Gazetteer Gazetteer::parse(std::string_view json, std::string_view extra, std::string_view extra_name) {
  return Gazetteer(std::make_unique<Impl>(read_leaders(json, extra, extra_name)));
}

const std::vector<Leader>& Gazetteer::leaders() const { return impl_->leaders; }

const Leader* Gazetteer::find(std::string_view id) const {
  const auto& all = impl_->leaders;
  const auto at = std::lower_bound(all.begin(), all.end(), id,
                                   [](const Leader& leader, std::string_view wanted) { return leader.id < wanted; });
  return at != all.end() && at->id == id ? &*at : nullptr;
}

NameMatch Gazetteer::match_at(const std::string_view* words, std::size_t count) const {
  if (count == 0) return {};
  const auto at = impl_->starts.find(words[0]);
  if (at == impl_->starts.end()) return {};
  for (std::uint32_t number = at->second.first; number < at->second.second; ++number) {
    const FormEntry& form = impl_->forms[impl_->by_start[number]];
    const std::size_t taken = words_taken(form, words, count);
    if (taken > 0) return {static_cast<std::uint32_t>(taken), form.kind, form.weak, &form.leaders};
  }
  return {};
}

bool Gazetteer::active(LeaderNumber leader, const std::optional<Date>& date, int years) const {
  if (!date) return true;
  const auto& tenures = impl_->leaders[leader].tenures;
  return std::any_of(tenures.begin(), tenures.end(), [&](const Tenure& tenure) {
    if (tenure.from && moved_by_years(date->last_day(), years) < tenure.from->first_day()) return false;
    return !(tenure.to && tenure.to->last_day() < moved_by_years(date->first_day(), -years));
  });
}

}  // namespace communique::schema
