// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/word_merge.h"

#include <algorithm>
#include <deque>
#include <numeric>
#include <string>
#include <string_view>

#include <tsl/robin_map.h>

#include "schema/files.h"
#include "schema/forward_file.h"
#include "schema/word_lists.h"

namespace communique::indexer {

namespace {

using schema::WordNumber;

/// All words of all parts.
struct Words {
  tsl::robin_map<std::string_view, WordNumber> numbers;  ///< of the terms, as first met
  std::deque<std::string> terms;                         ///< by that number; they stay where they are
  std::vector<std::uint32_t> counts;

  WordNumber add(const schema::ForwardWord& word) {
    WordNumber number = static_cast<WordNumber>(terms.size());
    if (const auto known = numbers.find(word.term); known != numbers.end()) {
      number = known->second;
    } else {
      terms.emplace_back(word.term);
      numbers.emplace(terms.back(), number);
      counts.push_back(0);
    }
    counts[number] += word.count;
    return number;
  }
};

/// The new number of each word, the most frequent first; by the term where they are as frequent.
std::vector<WordNumber> by_frequency(const Words& words) {
  std::vector<WordNumber> order(words.terms.size());
  std::iota(order.begin(), order.end(), WordNumber{0});
  std::sort(order.begin(), order.end(), [&](WordNumber a, WordNumber b) {
    return words.counts[a] != words.counts[b] ? words.counts[a] > words.counts[b] : words.terms[a] < words.terms[b];
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
Renumbering gather(const std::vector<WordFiles>& parts, Words& words) {
  Renumbering numbers;
  for (const WordFiles& part : parts) {
    const schema::ForwardIndex index(part.forward);
    auto& of_part = numbers.emplace_back(index.words());
    for (WordNumber place = 0; place < index.words(); ++place) {
      const schema::ForwardWord word = index.word_at(place);
      if (word.number >= of_part.size()) schema::throw_forward_damaged();
      of_part[word.number] = words.add(word);
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
  Words words;
  Renumbering numbers = gather(parts, words);
  const std::vector<WordNumber> ranks = by_frequency(words);
  for (auto& of_part : numbers) {
    for (WordNumber& number : of_part) number = ranks[number];
  }
  std::vector<schema::ForwardWord> all;
  all.reserve(ranks.size());
  for (WordNumber number = 0; number < ranks.size(); ++number) {
    all.push_back({words.terms[number], ranks[number], words.counts[number]});
  }
  write_forward(parts, numbers, std::move(all), output.forward);
  write_lists(parts, numbers, ranks.size(), output.lists);
}

}  // namespace communique::indexer
