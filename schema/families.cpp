// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a family table: binary searches in the mapped file, nothing copied. families_write.cpp makes the file,
// families_format.h says what lies where.
#include "schema/families.h"

#include <algorithm>
#include <cstring>
#include <set>

#include <xapian.h>

#include "schema/error.h"
#include "schema/families_format.h"
#include "schema/files.h"

namespace communique::schema {

bool has_stemmer(std::string_view lang) {
  static const std::set<std::string, std::less<>> known = [] {
    std::set<std::string, std::less<>> codes;
    for (const std::string_view code : {"ar", "ca", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "hu", "hy",
                                        "id", "it", "lt", "ne", "nl", "no", "pt", "ro", "ru", "sv", "ta", "tr"}) {
      try {
        Xapian::Stem(std::string(code));
        codes.emplace(code);
      } catch (const Xapian::InvalidArgumentError&) {
        // This Xapian was built without that stemmer: its words keep to themselves.
      }
    }
    return codes;
  }();
  return known.contains(lang);
}

std::string stem(std::string_view lang, std::string_view word) {
  thread_local std::map<std::string, Xapian::Stem, std::less<>> stemmers;
  auto found = stemmers.find(lang);
  if (found == stemmers.end()) found = stemmers.emplace(lang, Xapian::Stem(std::string(lang))).first;
  return found->second(std::string(word));
}

namespace {

/// One language's part of the mapped file.
class LanguageTable {
 public:
  LanguageTable(std::string_view file, const families_format::LanguageHeader& header) : header_(header), file_(file) {}

  std::string_view code() const { return {header_.code, ::strnlen(header_.code, sizeof header_.code)}; }
  std::uint32_t words() const { return header_.words; }
  std::string_view word(std::uint32_t i) const { return text(header_.word_ends, i); }
  std::uint32_t passages(std::uint32_t i) const { return at(header_.word_passages, i); }

  /// Number of the first word not below `word` in byte order.
  std::uint32_t lower_bound(std::string_view word_text) const {
    return search(header_.word_ends, header_.words, word_text);
  }

  /// Number of a word, or words() if the language has none such.
  std::uint32_t find(std::string_view word_text) const {
    const std::uint32_t i = lower_bound(word_text);
    return i < words() && word(i) == word_text ? i : words();
  }

  /// Calls `yield(word number)` for the words of a stem, commonest first; false if there is no such stem.
  template <class Yield>
  bool for_each_of_stem(std::string_view stem_text, Yield&& yield) const {
    const std::uint32_t stem_number = search(header_.stem_ends, header_.stems, stem_text);
    if (stem_number >= header_.stems || text(header_.stem_ends, stem_number) != stem_text) return false;
    for_each_of(stem_number, yield);
    return true;
  }
  template <class Yield>
  void for_each_form(std::uint32_t word_number, Yield&& yield) const {
    if (header_.stems == 0) {
      yield(word_number);
    } else {
      for_each_of(at(header_.word_stem, word_number), yield);
    }
  }

 private:
  template <class Yield>
  void for_each_of(std::uint32_t stem_number, Yield&& yield) const {
    const std::uint32_t first = stem_number == 0 ? 0 : at(header_.stem_members_end, stem_number - 1);
    const std::uint32_t last = std::min(at(header_.stem_members_end, stem_number), header_.words);
    for (std::uint32_t i = first; i < last; ++i) yield(std::min(at(header_.members, i), header_.words - 1));
  }
  std::uint32_t at(std::uint64_t array, std::uint32_t i) const {
    std::uint32_t value = 0;
    std::memcpy(&value, file_.data() + array + std::uint64_t{i} * sizeof value, sizeof value);
    return value;
  }
  std::string_view text(std::uint64_t ends, std::uint32_t i) const {
    const std::uint32_t first = i == 0 ? 0 : at(ends, i - 1);
    const std::uint32_t last = at(ends, i);
    if (last < first || header_.blob + last > file_.size()) return {};
    return file_.substr(header_.blob + first, last - first);
  }
  std::uint32_t search(std::uint64_t ends, std::uint32_t count, std::string_view wanted) const {
    std::uint32_t low = 0;
    for (std::uint32_t high = count; low < high;) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (text(ends, middle) < wanted)
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  }

  families_format::LanguageHeader header_;
  std::string_view file_;
};

/// Forms with their passages added up over languages, then in order: commonest first, ties in byte order.
std::vector<std::string> ordered(std::map<std::string, std::uint64_t>&& forms, std::string_view first,
                                 std::size_t limit) {
  forms.erase(std::string(first));
  std::vector<std::pair<std::uint64_t, std::string>> rest;
  for (auto& [form, passages] : forms) rest.emplace_back(passages, form);
  std::stable_sort(rest.begin(), rest.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> result{std::string(first)};
  for (auto& [passages, form] : rest) {
    if (result.size() >= limit) break;
    result.push_back(std::move(form));
  }
  return result;
}

}  // namespace

struct FamilyTable::Impl {
  explicit Impl(const std::filesystem::path& file) : mapped(file) {
    const auto headers = families_format::read_headers(mapped.bytes(), file.string());
    for (const auto& header : headers) tables.emplace_back(mapped.bytes(), header);
    std::stable_sort(tables.begin(), tables.end(), [](const auto& a, const auto& b) { return a.words() > b.words(); });
  }
  MappedFile mapped;
  std::vector<LanguageTable> tables;  ///< most words first
};

FamilyTable::FamilyTable(const std::filesystem::path& file) : impl_(std::make_unique<Impl>(file)) {}
FamilyTable::~FamilyTable() = default;
FamilyTable::FamilyTable(FamilyTable&&) noexcept = default;
FamilyTable& FamilyTable::operator=(FamilyTable&&) noexcept = default;

std::vector<std::string> FamilyTable::languages() const {
  std::vector<std::string> codes;
  for (const auto& table : impl_->tables) codes.emplace_back(table.code());
  return codes;
}

std::vector<std::string> FamilyTable::family(std::string_view word, std::string_view lang, std::size_t limit) const {
  std::map<std::string, std::uint64_t> forms;
  std::vector<std::pair<const LanguageTable*, std::uint32_t>> homes;
  std::uint32_t most = 0;
  for (const LanguageTable& table : impl_->tables) {
    if (!lang.empty() && table.code() != lang) continue;
    const std::uint32_t i = table.find(word);
    if (i == table.words()) continue;
    homes.emplace_back(&table, i);
    most = std::max(most, table.passages(i));
  }
  for (const auto& [table, i] : homes) {
    if (std::uint64_t{table->passages(i)} * 10 < most) continue;
    const LanguageTable& home = *table;
    home.for_each_form(i, [&](std::uint32_t form) { forms[std::string(home.word(form))] += home.passages(form); });
  }
  if (homes.empty()) {
    for (const LanguageTable& table : impl_->tables) {
      if ((!lang.empty() && table.code() != lang) || !has_stemmer(table.code())) continue;
      const bool known = table.for_each_of_stem(stem(table.code(), word), [&](std::uint32_t form) {
        forms[std::string(table.word(form))] += table.passages(form);
      });
      if (known) break;
    }
  }
  return ordered(std::move(forms), word, limit);
}

std::uint64_t FamilyTable::passages_with(std::string_view word) const {
  std::uint64_t passages = 0;
  for (const LanguageTable& table : impl_->tables) {
    const std::uint32_t i = table.find(word);
    if (i != table.words()) passages += table.passages(i);
  }
  return passages;
}

std::vector<FamilyWord> FamilyTable::with_prefix(std::string_view prefix, std::size_t limit, std::size_t* total) const {
  std::map<std::string_view, std::uint32_t> found;
  for (const LanguageTable& table : impl_->tables) {
    for (std::uint32_t i = table.lower_bound(prefix); i < table.words() && table.word(i).starts_with(prefix); ++i) {
      found[table.word(i)] += table.passages(i);
    }
  }
  if (total != nullptr) *total = found.size();
  std::vector<FamilyWord> words;
  for (const auto& [word, passages] : found) words.push_back({word, passages});
  std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.passages > b.passages; });
  if (words.size() > limit) words.resize(limit);
  return words;
}

void FamilyTable::for_each_word(std::string_view lang, const std::function<void(const FamilyWord&)>& yield) const {
  for (const LanguageTable& table : impl_->tables) {
    if (table.code() != lang) continue;
    for (std::uint32_t i = 0; i < table.words(); ++i) yield({table.word(i), table.passages(i)});
  }
}

std::map<std::string, Vocabulary> FamilyTable::vocabularies() const {
  std::map<std::string, Vocabulary> result;
  for (const LanguageTable& table : impl_->tables) {
    Vocabulary& vocabulary = result[std::string(table.code())];
    for (std::uint32_t i = 0; i < table.words(); ++i) {
      vocabulary.emplace_hint(vocabulary.end(), std::string(table.word(i)), table.passages(i));
    }
  }
  return result;
}

}  // namespace communique::schema
