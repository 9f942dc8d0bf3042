// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/function_words.h"

#include <algorithm>
#include <array>

namespace communique::searcher {
namespace {

// Sorted: searched by halving.
constexpr std::array<std::string_view, 62> kFunctionWords = {
    "a",   "about", "all", "also", "am",   "an",   "and",   "any",  "are",   "as",   "at",    "be",   "been",
    "but", "by",    "can", "did",  "do",   "does", "for",   "from", "had",   "has",  "have",  "he",   "her",
    "his", "how",   "i",   "if",   "in",   "into", "is",    "it",   "its",   "me",   "my",    "not",  "of",
    "on",  "or",    "our", "she",  "so",   "such", "that",  "the",  "their", "them", "there", "they", "this",
    "to",  "was",   "we",  "were", "what", "when", "which", "who",  "with",  "you"};

static_assert(std::is_sorted(kFunctionWords.begin(), kFunctionWords.end()));

}  // namespace

bool is_function_word(std::string_view word) {
  return std::binary_search(kFunctionWords.begin(), kFunctionWords.end(), word);
}

}  // namespace communique::searcher
