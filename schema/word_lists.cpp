// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/word_lists.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

#include "schema/bytes.h"
#include "schema/error.h"
#include "schema/forward_file.h"

namespace communique::schema {

namespace {

constexpr std::uint32_t kLongest = std::numeric_limits<std::uint16_t>::max();

template <class Number>
void append_bytes(std::string& tail, const std::vector<Number>& numbers) {
  tail.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number));
}

/// True if they ascend and are of a shard of so many documents.
bool are_docids(std::span<const std::uint32_t> docids, std::uint32_t documents) {
  std::uint32_t before = 0;
  for (const std::uint32_t docid : docids) {
    if (docid <= before || docid > documents) return false;
    before = docid;
  }
  return true;
}

}  // namespace

WordLists::WordLists(const std::filesystem::path& file) : words_(file, kListsMagic) {
  const std::string_view tail = words_.tail();
  std::array<std::uint32_t, 2> counts{};  // documents, heads
  const bool counted = tail.size() >= sizeof counts;
  if (counted) std::memcpy(counts.data(), tail.data() + tail.size() - sizeof counts, sizeof counts);
  const std::uint64_t column_bytes = std::uint64_t{12} * words();
  const std::uint64_t head_bytes = std::uint64_t{4} * counts[1];
  const bool whole = counted && tail.size() == column_bytes + head_bytes + std::uint64_t{2} * counts[0] + sizeof counts;
  if (whole) {
    documents_ = counts[0];
    columns_ = reinterpret_cast<const std::uint32_t*>(tail.data());
    heads_ = {reinterpret_cast<const std::uint32_t*>(tail.data() + column_bytes), counts[1]};
    lengths_ = reinterpret_cast<const std::uint16_t*>(tail.data() + column_bytes + head_bytes);
  }
  if (!whole || !are_docids(heads_, documents_)) {
    throw Error(ErrorCode::IndexDamaged, file.string() + " is cut or altered",
                "run `communique-indexer verify`; restore the folder from a copy or index the corpus again");
  }
}

WordList WordLists::list(WordNumber number) const {
  if (number >= words()) return {};
  const std::uint32_t* const row = columns_ + std::size_t{3} * number;
  return {words_.run(number + 1), row[0], row[1], row[2]};
}

void WordListsBuilder::add_document(std::uint32_t length) {
  lengths_.push_back(static_cast<std::uint16_t>(std::min(length, kLongest)));
}

void WordListsBuilder::add_head() {
  add_document(0);
  heads_.push_back(documents());
}

WordListsBuilder::List& WordListsBuilder::list_of(WordNumber number) {
  if (number >= lists_.size()) lists_.resize(std::max<std::size_t>(number + 1, lists_.size() * 2));
  return lists_[number];
}

WordList WordListsBuilder::list(WordNumber number) const {
  if (number >= lists_.size()) return {};
  const List& of_word = lists_[number];
  return {of_word.run, of_word.passages, of_word.occurrences, of_word.last};
}

void WordListsBuilder::add(WordNumber number, std::uint32_t count) {
  List& of_word = list_of(number);
  append_number(of_word.run, (documents() - of_word.last - 1) << 1 | (count > 1 ? 1U : 0U));
  if (count > 1) append_number(of_word.run, count - 2);
  of_word.last = documents();
  ++of_word.passages;
  of_word.occurrences += count;
}

void WordListsBuilder::append(const WordLists& lists, const std::vector<WordNumber>& numbers) {
  for (WordNumber number = 0; number < lists.words(); ++number) {
    const WordList more = lists.list(number);
    if (more.passages == 0) continue;
    if (number >= numbers.size()) throw_forward_damaged();  // another segment's
    List& of_word = list_of(numbers[number]);
    // Only the first passage is counted from before the file's first document.
    const auto* at = reinterpret_cast<const unsigned char*>(more.run.data());
    const auto* const end = at + more.run.size();
    if (at == end) throw_forward_damaged();
    const std::uint32_t first = forward_detail::read_number(at, end);
    const std::uint32_t distance = documents() + (first >> 1) - of_word.last;
    append_number(of_word.run, distance << 1 | (first & 1));
    of_word.run.append(reinterpret_cast<const char*>(at), static_cast<std::size_t>(end - at));
    of_word.last = documents() + more.last;
    of_word.passages += more.passages;
    of_word.occurrences += more.occurrences;
  }
  for (const std::uint32_t head : lists.heads()) heads_.push_back(documents() + head);
  for (std::uint32_t docid = 1; docid <= lists.documents(); ++docid) add_document(lists.length(docid));
}

void WordListsBuilder::write(const std::filesystem::path& file, WordNumber words) {
  lists_.resize(words);
  RunsWriter out(file, kListsMagic);
  std::vector<std::uint32_t> columns;
  columns.reserve(std::size_t{3} * words);
  for (const List& of_word : lists_) {
    out.add(of_word.run);
    columns.insert(columns.end(), {of_word.passages, of_word.occurrences, of_word.last});
  }
  std::string tail;
  append_bytes(tail, columns);
  append_bytes(tail, heads_);
  append_bytes(tail, lengths_);
  append_bytes(tail, std::vector<std::uint32_t>{documents(), static_cast<std::uint32_t>(heads_.size())});
  out.finish(tail);
}

}  // namespace communique::schema
