// SPDX-License-Identifier: GPL-3.0-or-later
// Writing a family table, and checking the head of one.
#include <algorithm>
#include <cstring>
#include <numeric>

#include "schema/error.h"
#include "schema/families.h"
#include "schema/families_format.h"
#include "schema/files.h"

namespace communique::schema {

namespace families_format {

namespace {

[[noreturn]] void damaged(const std::string& name) {
  throw Error(ErrorCode::IndexDamaged, name + " is cut or altered",
              "run `communique-indexer verify`; index the corpus again if it stays damaged");
}

bool fits(std::string_view file, std::uint64_t offset, std::uint64_t count) {
  return offset <= file.size() && count <= (file.size() - offset) / sizeof(std::uint32_t);
}

}  // namespace

std::vector<LanguageHeader> read_headers(std::string_view file, const std::string& name) {
  std::uint32_t count = 0;
  if (file.size() < kMagic.size() + sizeof count || !file.starts_with(kMagic)) damaged(name);
  std::memcpy(&count, file.data() + kMagic.size(), sizeof count);
  const std::size_t start = kMagic.size() + sizeof count;
  if (count > (file.size() - start) / sizeof(LanguageHeader)) damaged(name);
  std::vector<LanguageHeader> headers(count);
  if (count != 0) std::memcpy(headers.data(), file.data() + start, count * sizeof(LanguageHeader));
  for (const LanguageHeader& header : headers) {
    const bool whole = fits(file, header.word_ends, header.words) && fits(file, header.word_passages, header.words) &&
                       fits(file, header.word_stem, header.stems == 0 ? 0 : header.words) &&
                       fits(file, header.stem_ends, header.stems) &&
                       fits(file, header.stem_members_end, header.stems) &&
                       fits(file, header.members, header.stems == 0 ? 0 : header.words) && header.blob <= file.size();
    if (!whole) damaged(name);
  }
  return headers;
}

}  // namespace families_format

namespace {

using Numbers = std::vector<std::uint32_t>;

/// One language's arrays before they have a place in the file.
struct LanguageArrays {
  Numbers word_ends, word_passages, word_stem, stem_ends, stem_members_end, members;
  std::string blob;
};

LanguageArrays arrays_of(const std::string& lang, const Vocabulary& vocabulary) {
  LanguageArrays arrays;
  std::map<std::string, Numbers> stems;
  const bool stemming = has_stemmer(lang);
  for (const auto& [word, passages] : vocabulary) {
    const auto number = static_cast<std::uint32_t>(arrays.word_ends.size());
    arrays.blob += word;
    arrays.word_ends.push_back(static_cast<std::uint32_t>(arrays.blob.size()));
    arrays.word_passages.push_back(passages);
    if (stemming) stems[stem(lang, word)].push_back(number);
  }
  arrays.word_stem.resize(stemming ? arrays.word_ends.size() : 0);
  for (auto& [text, members] : stems) {
    const auto number = static_cast<std::uint32_t>(arrays.stem_ends.size());
    arrays.blob += text;
    arrays.stem_ends.push_back(static_cast<std::uint32_t>(arrays.blob.size()));
    std::stable_sort(members.begin(), members.end(), [&](std::uint32_t a, std::uint32_t b) {
      return arrays.word_passages[a] > arrays.word_passages[b];
    });
    for (const std::uint32_t member : members) arrays.word_stem[member] = number;
    arrays.members.insert(arrays.members.end(), members.begin(), members.end());
    arrays.stem_members_end.push_back(static_cast<std::uint32_t>(arrays.members.size()));
  }
  return arrays;
}

/// Appends an array and returns where it begins.
std::uint64_t append(std::string& file, const Numbers& numbers) {
  const std::uint64_t offset = file.size();
  file.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(std::uint32_t));
  return offset;
}

}  // namespace

void write_families(const std::filesystem::path& file, const std::map<std::string, Vocabulary>& vocabularies) {
  std::vector<families_format::LanguageHeader> headers;
  const std::size_t head = families_format::kMagic.size() + sizeof(std::uint32_t) +
                           vocabularies.size() * sizeof(families_format::LanguageHeader);
  std::string bytes(head, '\0');
  for (const auto& [lang, vocabulary] : vocabularies) {
    const LanguageArrays arrays = arrays_of(lang, vocabulary);
    families_format::LanguageHeader header;
    std::memcpy(header.code, lang.data(), std::min(lang.size(), sizeof header.code));
    header.words = static_cast<std::uint32_t>(arrays.word_ends.size());
    header.stems = static_cast<std::uint32_t>(arrays.stem_ends.size());
    header.word_ends = append(bytes, arrays.word_ends);
    header.word_passages = append(bytes, arrays.word_passages);
    header.word_stem = append(bytes, arrays.word_stem);
    header.stem_ends = append(bytes, arrays.stem_ends);
    header.stem_members_end = append(bytes, arrays.stem_members_end);
    header.members = append(bytes, arrays.members);
    header.blob = bytes.size();
    bytes += arrays.blob;
    headers.push_back(header);
  }
  const auto count = static_cast<std::uint32_t>(headers.size());
  char* out = std::copy(families_format::kMagic.begin(), families_format::kMagic.end(), bytes.data());
  std::memcpy(out, &count, sizeof count);
  if (count != 0) std::memcpy(out + sizeof count, headers.data(), count * sizeof headers[0]);
  write_file_synced(file, bytes);
}

}  // namespace communique::schema
