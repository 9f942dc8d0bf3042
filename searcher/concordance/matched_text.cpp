// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/concordance/matched_text.h"

#include <algorithm>

namespace communique::searcher {

void MatchedText::note(const schema::Word& word, std::uint32_t offset) {
  const bool own_position = word.kind == schema::WordKind::Plain || word.kind == schema::WordKind::Han;
  if (keep_ == Keep::OneAPosition && !own_position) return;
  words_.push_back({word.start + offset, word.end + offset, word.position, 0, static_cast<std::uint32_t>(terms_.size()),
                    static_cast<std::uint32_t>(word.term.size()), word.kind});
  terms_ += word.term;
}

void MatchedText::read(const schema::PassageRecord& passage) {
  text_ = passage.text;
  terms_.clear();
  words_.clear();
  passage_start_ = 0;
  highlighter_.read(text_, passage.sentence_starts, [&](const schema::Word& word) { note(word, 0); });
  std::uint32_t sentence = 0;
  for (TextWord& word : words_) {
    while (sentence < passage.sentence_starts.size() && passage.sentence_starts[sentence] <= word.start) ++sentence;
    word.sentence = sentence;
  }
  find_pieces();
}

void MatchedText::find_pieces() {
  pieces_.clear();
  auto word = words_.begin();
  for (const Highlight& piece : highlighter_.extents()) {
    word = std::find_if(word, words_.end(), [&](const TextWord& one) { return one.end > piece.start; });
    const auto after = std::find_if(word, words_.end(), [&](const TextWord& one) { return one.start >= piece.end; });
    pieces_.push_back(
        {piece, static_cast<std::size_t>(word - words_.begin()), static_cast<std::size_t>(after - words_.begin())});
    word = after;
  }
}

void MatchedText::add_before(std::string_view text) {
  const auto shift = static_cast<std::uint32_t>(text.size());
  const std::size_t own_words = words_.size();
  for (TextWord& word : words_) {
    word.start += shift;
    word.end += shift;
  }
  splitter_.split(text, [&](const schema::Word& word) { note(word, 0); });
  const std::size_t new_words = words_.size() - own_words;
  std::rotate(words_.begin(), words_.begin() + static_cast<std::ptrdiff_t>(own_words), words_.end());
  for (MatchedPiece& piece : pieces_) {
    piece.first_word += new_words;
    piece.after_word += new_words;
  }
  text_.insert(0, text);
  passage_start_ += text.size();
}

void MatchedText::add_after(std::string_view text) {
  const auto shift = static_cast<std::uint32_t>(text_.size());
  splitter_.split(text, [&](const schema::Word& word) { note(word, shift); });
  text_ += text;
}

}  // namespace communique::searcher
