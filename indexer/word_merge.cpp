// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/word_merge.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>

#include "schema/bytes.h"
#include "schema/files.h"
#include "schema/forward_file.h"
#include "schema/numbered_words.h"
#include "schema/word_lists.h"

namespace communique::indexer {

namespace {

using schema::WordNumber;

/// The new number of each word, the most frequent first; by the term where they are as frequent.
std::vector<WordNumber> by_frequency(const schema::NumberedWords& words) {
  std::vector<WordNumber> order(words.size());
  std::iota(order.begin(), order.end(), WordNumber{0});
  std::sort(order.begin(), order.end(), [&](WordNumber a, WordNumber b) {
    const schema::ForwardWord left = words.word(a);
    const schema::ForwardWord right = words.word(b);
    return left.count != right.count ? left.count > right.count : left.term < right.term;
  });
  std::vector<WordNumber> ranks(order.size());
  for (WordNumber rank = 0; rank < order.size(); ++rank) ranks[order[rank]] = rank;
  return ranks;
}

/// The same run with other numbers of words.
void renumber(std::string_view run, const std::vector<WordNumber>& numbers, std::string& renumbered) {
  namespace code = schema::forward_code;
  renumbered.clear();
  const auto* at = reinterpret_cast<const unsigned char*>(run.data());
  const auto* const end = at + run.size();
  while (at != end) {
    const std::uint32_t value = schema::forward_detail::read_number(at, end);
    if (value < code::kFirstWord) {
      schema::append_number(renumbered, value);
      if (value != code::kJump) continue;
      if (at == end) schema::throw_forward_damaged();
      schema::append_number(renumbered, schema::forward_detail::read_number(at, end));
      continue;
    }
    if (value - code::kFirstWord >= numbers.size()) schema::throw_forward_damaged();
    schema::append_number(renumbered, numbers[value - code::kFirstWord] + code::kFirstWord);
  }
}

using Renumbering = std::vector<std::vector<WordNumber>>;  ///< by part and its number of a word

/// Gathers the words of all parts; their new numbers are the most frequent's first.
Renumbering gather(const std::vector<WordFiles>& parts, schema::NumberedWords& words) {
  Renumbering numbers;
  for (const WordFiles& part : parts) {
    const schema::ForwardIndex index(part.forward);
    auto& of_part = numbers.emplace_back(index.words());
    for (WordNumber place = 0; place < index.words(); ++place) {
      const schema::ForwardWord word = index.word_at(place);
      if (word.number >= of_part.size()) schema::throw_forward_damaged();
      const WordNumber number = words.number_of(word.term);
      words.count(number, word.count);
      of_part[word.number] = number;
    }
  }
  return numbers;
}

void write_forward(const std::vector<WordFiles>& parts, const Renumbering& numbers,
                   std::vector<schema::ForwardWord> words, const std::filesystem::path& output) {
  schema::ForwardFile out(output);
  std::string run;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const schema::ForwardIndex index(parts[part].forward);
    for (std::uint32_t docid = 1; docid <= index.documents(); ++docid) {
      renumber(index.document(docid), numbers[part], run);
      out.add(run);
    }
  }
  out.finish(std::move(words));
  schema::sync_path(output);
}

void write_lists(const std::vector<WordFiles>& parts, const Renumbering& numbers, std::size_t words,
                 const std::filesystem::path& output) {
  schema::WordListsBuilder lists;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    lists.append(schema::WordLists(parts[part].lists), numbers[part]);
  }
  lists.write(output, static_cast<WordNumber>(words));
  schema::sync_path(output);
}

}  // namespace

void merge_words(const std::vector<WordFiles>& parts, const WordFiles& output) {
  schema::NumberedWords words;
  Renumbering numbers = gather(parts, words);
  const std::vector<WordNumber> ranks = by_frequency(words);
  for (auto& of_part : numbers) {
    for (WordNumber& number : of_part) number = ranks[number];
  }
  std::vector<schema::ForwardWord> all;
  all.reserve(ranks.size());
  for (WordNumber number = 0; number < ranks.size(); ++number) {
    all.push_back(words.word(number));
    all.back().number = ranks[number];
  }
  write_forward(parts, numbers, std::move(all), output.forward);
  write_lists(parts, numbers, ranks.size(), output.lists);
}

}  // namespace communique::indexer
