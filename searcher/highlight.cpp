// SPDX-License-Identifier: GPL-3.0-or-later
// Which pieces of a text made it match? The text is split by the index's own normaliser and the query's patterns are
// laid over its words, so that exactly what was found is marked.
#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "schema/terms.h"
#include "schema/utf8.h"
#include "schema/words.h"
#include "searcher/highlighter.h"
#include "searcher/query/function_words.h"

namespace communique::searcher {
namespace {

/// Where one word of a pattern stands in the text. `at` counts words, with a gap after each sentence as in the index.
struct Occurrence {
  std::uint32_t at = 0;
  std::uint32_t sentence = 0;
  Highlight piece;
};

/// One word of one pattern.
struct Slot {
  std::size_t pattern = 0;
  std::size_t position = 0;
};

/// The occurrences of each pattern's words, [pattern][position], ascending.
using Found = std::vector<std::vector<std::vector<Occurrence>>>;

class Finder {
 public:
  explicit Finder(const std::vector<Pattern>& patterns) {
    found_.resize(patterns.size());
    for (std::size_t p = 0; p < patterns.size(); ++p) {
      found_[p].resize(std::max<std::size_t>(patterns[p].positions.size(), patterns[p].prefixes.empty() ? 0 : 1));
      for (std::size_t i = 0; i < patterns[p].positions.size(); ++i) {
        for (const std::string& form : patterns[p].positions[i]) {
          slots_[form].push_back({p, i});
          note_beginning(form);
        }
      }
      for (const std::string& prefix : patterns[p].prefixes) {
        prefixes_.emplace_back(prefix, p);
        note_beginning(prefix);
      }
    }
  }

  void find(std::string_view text, std::span<const std::uint32_t> sentence_starts, schema::WordSink each_word) {
    for (auto& pattern : found_) {
      for (auto& occurrences : pattern) occurrences.clear();
    }
    std::uint32_t sentence = 0;
    splitter_.split(text, [&](const schema::Word& word) {
      each_word(word);
      while (sentence < sentence_starts.size() && sentence_starts[sentence] <= word.start) ++sentence;
      // Most words begin as none that is looked for: they need no look-up.
      if (word.term.empty() || !begins_[static_cast<unsigned char>(word.term.front())]) return;
      const auto start = static_cast<std::uint32_t>(schema::code_point_start(text, word.start));
      note(word.term, {word.position + sentence * schema::kSentenceGap, sentence, {start, word.end}});
    });
  }

  const Found& found() const { return found_; }

 private:
  void note_beginning(std::string_view form) {
    if (!form.empty()) begins_[static_cast<unsigned char>(form.front())] = true;
  }

  void note(std::string_view term, const Occurrence& occurrence) {
    const auto known = slots_.find(term);
    if (known != slots_.end()) {
      for (const Slot& slot : known->second) add(found_[slot.pattern][slot.position], occurrence);
    }
    for (const auto& [prefix, pattern] : prefixes_) {
      if (term.starts_with(prefix)) add(found_[pattern].front(), occurrence);
    }
  }

  static void add(std::vector<Occurrence>& occurrences, const Occurrence& occurrence) {
    // A hyphenated word and its first part may both be forms of one word: the wider piece is the one to mark.
    if (!occurrences.empty() && occurrences.back().at == occurrence.at) {
      occurrences.back().piece.end = std::max(occurrences.back().piece.end, occurrence.piece.end);
      return;
    }
    occurrences.push_back(occurrence);
  }

  schema::WordSplitter splitter_;
  Found found_;
  std::unordered_map<std::string_view, std::vector<Slot>> slots_;  ///< views the patterns
  std::vector<std::pair<std::string_view, std::size_t>> prefixes_;
  std::array<bool, 256> begins_{};  ///< by a word's first byte: something looked for begins so
};

const Occurrence* at_position(const std::vector<Occurrence>& occurrences, std::uint32_t at) {
  const auto found = std::lower_bound(occurrences.begin(), occurrences.end(), at,
                                      [](const Occurrence& one, std::uint32_t wanted) { return one.at < wanted; });
  return found != occurrences.end() && found->at == at ? &*found : nullptr;
}

/// Adjacent words in order: one piece from the first word's start to the last one's end.
void mark_phrases(const std::vector<std::vector<Occurrence>>& words, std::vector<Highlight>& marks) {
  for (const Occurrence& first : words.front()) {
    Highlight piece = first.piece;
    bool whole = true;
    for (std::size_t i = 1; whole && i < words.size(); ++i) {
      const Occurrence* next = at_position(words[i], first.at + static_cast<std::uint32_t>(i));
      whole = next != nullptr;
      if (next) piece.end = std::max(piece.end, next->piece.end);
    }
    if (whole) marks.push_back(piece);
  }
}

/// Words near one another: each of them, wherever all of them lie within the window (or sentence) that `first` opens.
/// Unordered windows may open with any of the words, so each is tried as the first.
bool mark_window(const std::vector<std::vector<Occurrence>>& words, const Pattern& pattern, const Occurrence& first,
                 std::vector<Highlight>& marks) {
  const auto inside = [&](const Occurrence& one) {
    if (pattern.same_sentence) return one.sentence == first.sentence;
    return one.at >= first.at && one.at - first.at <= pattern.window;
  };
  const std::size_t marks_before = marks.size();
  std::uint32_t from = first.at;
  for (const std::vector<Occurrence>& word : words) {
    const std::size_t before = marks.size();
    const bool in_order = pattern.ordered && !pattern.same_sentence;
    auto one = in_order ? std::lower_bound(word.begin(), word.end(), from,
                                           [](const Occurrence& o, std::uint32_t at) { return o.at < at; })
                        : word.begin();
    for (; one != word.end(); ++one) {
      if (!inside(*one)) continue;
      marks.push_back(one->piece);
      if (!in_order) continue;
      from = one->at + 1;
      break;
    }
    if (marks.size() == before) {
      marks.resize(marks_before);
      return false;
    }
  }
  return true;
}

void mark_near(const std::vector<std::vector<Occurrence>>& words, const Pattern& pattern,
               std::vector<Highlight>& marks) {
  const std::size_t openers = pattern.ordered || pattern.same_sentence ? 1 : words.size();
  for (std::size_t i = 0; i < openers; ++i) {
    const Occurrence* done = nullptr;
    for (const Occurrence& first : words[i]) {
      if (pattern.same_sentence && done && done->sentence == first.sentence) continue;
      if (mark_window(words, pattern, first, marks)) done = &first;
    }
  }
}

std::vector<Highlight> merged(std::vector<Highlight> marks) {
  std::sort(marks.begin(), marks.end(), [](const Highlight& a, const Highlight& b) {
    return std::pair(a.start, a.end) < std::pair(b.start, b.end);
  });
  std::vector<Highlight> whole;
  for (const Highlight& mark : marks) {
    if (!whole.empty() && mark.start < whole.back().end) {
      whole.back().end = std::max(whole.back().end, mark.end);
    } else {
      whole.push_back(mark);
    }
  }
  return whole;
}

/// The shortest piece from `first` that holds one of each word, all as near as the pattern wants; empty if there is none.
Highlight window_from(const std::vector<std::vector<Occurrence>>& words, const Pattern& pattern,
                      const Occurrence& first) {
  const bool in_order = pattern.ordered && !pattern.same_sentence;
  Highlight piece = first.piece;
  std::uint32_t from = first.at;
  for (const std::vector<Occurrence>& word : words) {
    const auto next = std::lower_bound(word.begin(), word.end(), from,
                                       [](const Occurrence& one, std::uint32_t at) { return one.at < at; });
    const bool inside = next != word.end() && (pattern.same_sentence ? next->sentence == first.sentence
                                                                     : next->at - first.at <= pattern.window);
    if (!inside) return {};
    piece.end = std::max(piece.end, next->piece.end);
    if (in_order) from = next->at + 1;
  }
  return piece;
}

void extend_near(const std::vector<std::vector<Occurrence>>& words, const Pattern& pattern,
                 std::vector<Highlight>& extents) {
  const bool in_order = pattern.ordered && !pattern.same_sentence;
  std::vector<Highlight> windows;
  for (std::size_t i = 0; i < (in_order ? 1 : words.size()); ++i) {
    for (const Occurrence& first : words[i]) {
      const Highlight window = window_from(words, pattern, first);
      if (window.end > window.start) windows.push_back(window);
    }
  }
  std::sort(windows.begin(), windows.end(), [](const Highlight& a, const Highlight& b) {
    return a.start != b.start ? a.start > b.start : a.end < b.end;
  });
  // From the last to the first: a window that ends no earlier than one that begins later holds it.
  std::uint32_t earliest_end = UINT32_MAX;
  for (const Highlight& window : windows) {
    if (window.end >= earliest_end) continue;
    earliest_end = window.end;
    extents.push_back(window);
  }
}

}  // namespace

std::vector<Pattern> patterns_to_mark(const std::vector<Pattern>& patterns) {
  std::vector<Pattern> telling;
  std::copy_if(patterns.begin(), patterns.end(), std::back_inserter(telling), [](const Pattern& pattern) {
    const bool one_word = pattern.positions.size() == 1 && !pattern.positions.front().empty();
    return !one_word || !pattern.prefixes.empty() || !is_function_word(pattern.positions.front().front());
  });
  return telling.empty() ? patterns : telling;
}

struct Highlighter::Impl {
  explicit Impl(const std::vector<Pattern>& all) : patterns(all), finder(all) {}

  std::vector<Highlight> pieces(bool whole_windows) const {
    std::vector<Highlight> marks;
    for (std::size_t p = 0; p < patterns.size(); ++p) {
      const auto& words = finder.found()[p];
      if (words.empty()) continue;
      if (words.size() == 1) {
        for (const Occurrence& one : words.front()) marks.push_back(one.piece);
      } else if (patterns[p].window == 0 && !patterns[p].same_sentence) {
        mark_phrases(words, marks);
      } else if (whole_windows) {
        extend_near(words, patterns[p], marks);
      } else {
        mark_near(words, patterns[p], marks);
      }
    }
    return merged(std::move(marks));
  }

  const std::vector<Pattern>& patterns;
  Finder finder;
};

Highlighter::Highlighter(const std::vector<Pattern>& patterns) : impl_(std::make_unique<Impl>(patterns)) {}
Highlighter::~Highlighter() = default;
Highlighter::Highlighter(Highlighter&&) noexcept = default;
Highlighter& Highlighter::operator=(Highlighter&&) noexcept = default;

void Highlighter::read(std::string_view text, std::span<const std::uint32_t> sentence_starts,
                       schema::WordSink each_word) {
  impl_->finder.find(text, sentence_starts, each_word);
}

void Highlighter::read(std::string_view text, std::span<const std::uint32_t> sentence_starts) {
  read(text, sentence_starts, [](const schema::Word&) {});
}

std::vector<Highlight> Highlighter::marks() const { return impl_->pieces(false); }
std::vector<Highlight> Highlighter::extents() const { return impl_->pieces(true); }

std::vector<Highlight> highlight(std::string_view text, const std::vector<Pattern>& patterns,
                                 std::span<const std::uint32_t> sentence_starts) {
  Highlighter highlighter(patterns);
  highlighter.read(text, sentence_starts);
  return highlighter.marks();
}

}  // namespace communique::searcher
