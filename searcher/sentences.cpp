// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/sentences.h"

#include <string_view>

namespace communique::searcher {

std::vector<schema::Extent> sentences_of(const schema::PassageRecord& passage) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::string_view text = passage.text;
  std::vector<schema::Extent> sentences;
  for (std::size_t i = 0; i < passage.sentence_starts.size(); ++i) {
    const std::size_t from = i == 0 ? 0 : passage.sentence_starts[i];
    const std::size_t to = i + 1 < passage.sentence_starts.size() ? passage.sentence_starts[i + 1] : text.size();
    const std::size_t first = text.find_first_not_of(kBlank, from);
    if (first == std::string_view::npos || first >= to) continue;
    const std::size_t last = text.find_last_not_of(kBlank, to - 1) + 1;
    sentences.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
  }
  return sentences;
}

std::vector<std::string> sentence_texts(const std::vector<schema::PassageRecord>& passages) {
  std::vector<std::string> texts;
  for (const schema::PassageRecord& passage : passages) {
    for (const schema::Extent& sentence : sentences_of(passage)) {
      texts.push_back(passage.text.substr(sentence.start, sentence.end - sentence.start));
    }
  }
  return texts;
}

}  // namespace communique::searcher
