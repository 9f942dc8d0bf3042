// SPDX-License-Identifier: GPL-3.0-or-later
// Where does the word that begins here end, and how does it read folded? For words.cpp only.
//
// A *part* is a run of letters and digits; a *word* is parts held together by an apostrophe, a decimal point, thousands
// commas or the dots of an acronym: "O’Brien’s" -> parts O, Brien, s -> word o'brien; "U.S." -> parts U, S -> word us.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "schema/char_class.h"
#include "schema/words_fold.h"

namespace communique::schema {

/// A word that has no position yet. Reading goes on at `next`: past a possessive, which `end` leaves out.
struct Piece {
  std::string_view term;  ///< empty if nothing was left after folding; lives until the next read()
  std::size_t start = 0;
  std::size_t end = 0;
  std::size_t next = 0;
  bool digits = false;  ///< a number
  bool elided = false;  ///< "l" of "l'accord": another word begins at `next`
  bool cut = false;     ///< was longer than kMaxWordBytes
};

class WordReader {
 public:
  /// `text` must live as long as it is read from.
  void reset(std::string_view text) { text_ = text; }

  /// Reads the word at `pos`, where a Letter, Digit or Raised stands and no Letter, Digit or Mark ends.
  Piece read(std::size_t pos);

  WordFolder& folder() { return folder_; }

 private:
  /// `term` views the text, a buffer or the folder's cache until the next part is read.
  struct Part {
    std::string_view term;
    std::size_t end = 0;
    bool digits = false;  ///< nothing but ASCII digits once folded
    bool single = false;  ///< one letter, however it folds
  };

  char byte(std::size_t pos) const { return pos < text_.size() ? text_[pos] : ' '; }
  bool digit_at(std::size_t pos) const { return byte(pos) >= '0' && byte(pos) <= '9'; }

  Part read_part(std::size_t pos);
  Part read_mixed_part(std::size_t pos);
  std::size_t inner_sign(std::size_t pos, std::int32_t before) const;
  Piece read_compound(std::size_t pos, const Part& first);
  void extend_number(Piece& piece);
  void extend_acronym(Piece& piece);
  void extend_apostrophes(Piece& piece);

  std::string_view text_;
  WordFolder folder_;
  std::string lowered_;  ///< the last part, if it was ASCII with capitals
  std::string word_;     ///< the word being put together
};

}  // namespace communique::schema
