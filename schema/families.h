// SPDX-License-Identifier: GPL-3.0-or-later
// Which words of the index are forms of one word? The family table: per language, the index's words grouped by stem,
// an immutable file of a generation, memory-mapped. Inflections are joined at query time (OP_SYNONYM), so each word
// has one posting and phrases stay exact.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace communique::schema {

/// Words of one language with the number of passages that hold them.
using Vocabulary = std::map<std::string, std::uint32_t, std::less<>>;

/// The languages a stemmer exists for: ISO 639-1 codes. Words of others have no family, only themselves.
bool has_stemmer(std::string_view lang);
/// The stem of a normalised word. `lang` must have a stemmer. Not thread-safe across one process-wide cache: it has
/// none.
std::string stem(std::string_view lang, std::string_view word);

/// Writes a table of these vocabularies (by language code). Same input, same bytes. Throws Error(Io, DiskFull).
void write_families(const std::filesystem::path& file, const std::map<std::string, Vocabulary>& vocabularies);

/// One word of the table as a reader sees it; `word` views the mapped file.
struct FamilyWord {
  std::string_view word;
  std::uint32_t passages = 0;
};

/// A family table opened for reading. Views live as long as the table. May be read from several threads.
class FamilyTable {
 public:
  /// Throws Error(IndexMissing, IndexDamaged).
  explicit FamilyTable(const std::filesystem::path& file);
  ~FamilyTable();
  FamilyTable(FamilyTable&&) noexcept;
  FamilyTable& operator=(FamilyTable&&) noexcept;

  /// Language codes in the table, most words first.
  std::vector<std::string> languages() const;

  /// The forms of a normalised word, itself first even if no passage holds it, the rest commonest first. With `lang`
  /// only that language's family; without, the families of the languages in which the word is at home: those that hold
  /// at least a tenth as many of it as the language that holds most. At most `limit` forms.
  std::vector<std::string> family(std::string_view word, std::string_view lang = {}, std::size_t limit = 40) const;

  /// Number of passages that hold exactly this word, over all languages.
  std::uint64_t passages_with(std::string_view word) const;

  /// Words that begin with `prefix`, commonest first, at most `limit`; `total` gets how many there are.
  std::vector<FamilyWord> with_prefix(std::string_view prefix, std::size_t limit, std::size_t* total = nullptr) const;

  /// All words of one language in byte order: for spelling suggestions and for merging tables.
  void for_each_word(std::string_view lang, const std::function<void(const FamilyWord&)>& yield) const;

  /// The table's content, to be merged with what an update adds.
  std::map<std::string, Vocabulary> vocabularies() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace communique::schema
