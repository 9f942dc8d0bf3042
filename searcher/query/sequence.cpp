// SPDX-License-Identifier: GPL-3.0-or-later
// "G20峰会" is g20, 峰会; "non-proliferation" is non, proliferation, joined nonproliferation.
#include "searcher/query/sequence.h"

#include <algorithm>
#include <cstdint>

#include "schema/words.h"

namespace communique::searcher {
namespace {

/// A position of the text with all words that begin there.
struct Place {
  std::string base;
  std::string pair;
  bool han = false;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

struct Joint {
  std::string term;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

}  // namespace

Sequence read_sequence(std::string_view text) {
  std::vector<Place> places;
  std::vector<Joint> joints;
  for (schema::OwnedWord& word : schema::split_words(text)) {
    switch (word.kind) {
      case schema::WordKind::Plain:
        places.push_back({std::move(word.term), {}, false, word.start, word.end});
        break;
      case schema::WordKind::Han:
        places.push_back({std::move(word.term), {}, true, word.start, word.end});
        break;
      case schema::WordKind::Pair:
        if (!places.empty()) places.back().pair = std::move(word.term);
        break;
      case schema::WordKind::Joined:
        joints.push_back({std::move(word.term), word.start, word.end});
        break;
    }
  }
  Sequence sequence;
  for (std::size_t i = 0; i < places.size(); ++i) {
    Place& place = places[i];
    sequence.plain = sequence.plain && !place.han;
    const bool covered = place.han && i > 0 && i + 1 == places.size() && !places[i - 1].pair.empty();
    if (!covered) sequence.terms.push_back(place.pair.empty() ? place.base : place.pair);
  }
  for (Joint& joint : joints) {
    const auto inside = [&](const Place& place) { return place.start >= joint.start && place.end <= joint.end; };
    const auto first = std::find_if(places.begin(), places.end(), inside);
    const auto after = std::find_if_not(first, places.end(), inside);
    if (first == after) continue;
    const auto at = [&](auto place) { return static_cast<std::size_t>(place - places.begin()); };
    sequence.joined.push_back({at(first), std::min(at(after), sequence.terms.size()) - 1, std::move(joint.term)});
  }
  return sequence;
}

std::vector<std::vector<std::string>> spellings(const Sequence& sequence, std::size_t limit) {
  // Bit i of a choice: the i-th hyphenated word is written as one. Beyond two such words only none or all are tried.
  const std::size_t count = sequence.joined.size();
  const std::size_t all = count >= 16 ? 0xFFFF : (std::size_t{1} << count) - 1;
  std::vector<std::size_t> choices{0};
  if (all != 0) choices.push_back(all);
  for (std::size_t choice = 1; choice < all && choices.size() < limit; ++choice) choices.push_back(choice);
  std::vector<std::vector<std::string>> written;
  for (const std::size_t choice : choices) {
    std::vector<std::string> terms;
    std::size_t next = 0;
    for (std::size_t i = 0; i < count && i < 16; ++i) {
      const JoinedWord& joined = sequence.joined[i];
      if ((choice >> i & 1) == 0 || joined.first < next) continue;
      for (; next < joined.first; ++next) terms.push_back(sequence.terms[next]);
      terms.push_back(joined.term);
      next = joined.last + 1;
    }
    for (; next < sequence.terms.size(); ++next) terms.push_back(sequence.terms[next]);
    written.push_back(std::move(terms));
  }
  return written;
}

}  // namespace communique::searcher
