// SPDX-License-Identifier: GPL-3.0-or-later
// Finding the main text of a page: by what the page marks as such, else by where most running text stands.
#include <algorithm>
#include <unordered_map>

#include "corpus/readers/clean.h"
#include "corpus/readers/html_page.h"
#include "corpus/readers/html_text.h"

namespace communique::corpus {
namespace {

/// Running text shorter than this (bytes) is a label, a date, a link.
constexpr std::size_t kParagraphBytes = 25;

/// A marked element with less text than this (bytes) does not count: sites leave empty marks.
constexpr std::size_t kLeastMarkedBytes = 40;

/// The element with the most text among those that `is_marked` picks; nullptr if there are none.
template <class IsMarked>
const GumboNode* longest(const GumboNode& root, IsMarked is_marked) {
  const GumboNode* best = nullptr;
  std::size_t best_bytes = kLeastMarkedBytes;
  walk_elements(root, [&](const GumboNode& node) {
    if (is_left_out(node)) return false;
    if (!is_marked(node)) return true;
    const std::size_t bytes = text_bytes(node);
    if (bytes > best_bytes) {
      best = &node;
      best_bytes = bytes;
    }
    return false;  // what is nested in it is part of it
  });
  return best;
}

/// Bytes of the element's own text, links aside.
std::size_t own_text_bytes(const GumboNode& node) {
  std::size_t bytes = 0;
  const GumboVector& below = children(node);
  for (unsigned int i = 0; i < below.length; ++i) {
    const auto& child = *static_cast<const GumboNode*>(below.data[i]);
    if (child.type == GUMBO_NODE_TEXT) bytes += trimmed(child.v.text.text).size();
  }
  return bytes;
}

/// Where most running text stands: paragraphs count for the block around them, and half for the one around that. In the
/// manner of Arc90's Readability.
const GumboNode* densest_block(const GumboNode& root) {
  std::unordered_map<const GumboNode*, std::size_t> scores;
  walk_elements(root, [&](const GumboNode& node) {
    if (is_left_out(node) || is_element(node, GUMBO_TAG_A)) return false;
    const std::size_t bytes = own_text_bytes(node);
    if (bytes < kParagraphBytes) return true;
    // Text parted by <br> stands in the block itself.
    const bool paragraph = is_element(node, GUMBO_TAG_P) || is_element(node, GUMBO_TAG_BLOCKQUOTE) ||
                           is_element(node, GUMBO_TAG_LI) || is_element(node, GUMBO_TAG_SPAN) ||
                           is_element(node, GUMBO_TAG_FONT);
    const GumboNode* block = paragraph ? node.parent : &node;
    if (block == nullptr || !is_element(*block)) return true;
    scores[block] += bytes;
    if (block->parent != nullptr && is_element(*block->parent)) scores[block->parent] += bytes / 2;
    return true;
  });
  const GumboNode* best = nullptr;
  std::size_t best_score = 0;
  // In document order, so that equals are decided the same way in every run.
  walk_elements(root, [&](const GumboNode& node) {
    const auto found = scores.find(&node);
    if (found != scores.end() && found->second > best_score) {
      best = &node;
      best_score = found->second;
    }
    return true;
  });
  return best;
}

/// The schema.org item that a property belongs to: a photo's description is not the article's.
const GumboNode* item_of(const GumboNode& property) {
  const GumboNode* node = property.parent;
  while (node != nullptr && !has_attribute(*node, "itemscope")) node = node->parent;
  return node;
}

/// The lead that stands beside the main text in the same article.
const GumboNode* lead_beside(const GumboNode& main) {
  const GumboNode* article = main.parent;
  while (article != nullptr && !is_element(*article, GUMBO_TAG_ARTICLE)) article = article->parent;
  if (article == nullptr) return nullptr;
  const GumboNode* lead = nullptr;
  walk_elements(*article, [&](const GumboNode& node) {
    if (&node == &main || lead != nullptr || is_left_out(node)) return false;
    const bool described = attribute_has_word(node, "itemprop", "description") && !is_element(node, GUMBO_TAG_META);
    if (described && item_of(node) == item_of(main)) lead = &node;
    return true;
  });
  return lead;
}

}  // namespace

const GumboNode& main_element(const HtmlDocument& page) {
  const GumboNode& root = *page.root();
  const auto is_body_mark = [](const GumboNode& n) { return attribute_has_word(n, "itemprop", "articleBody"); };
  const auto is_article = [](const GumboNode& n) { return is_element(n, GUMBO_TAG_ARTICLE); };
  const auto is_main = [](const GumboNode& n) {
    return is_element(n, GUMBO_TAG_MAIN) || lower_ascii(attribute(n, "role")) == "main";
  };
  if (const GumboNode* marked = longest(root, is_body_mark)) return *marked;
  const GumboNode* article = longest(root, is_article);
  const GumboNode* main = longest(root, is_main);
  // Where <main> holds much more than its longest <article>, the articles are teasers or parts of one text.
  if (article != nullptr && (main == nullptr || text_bytes(*article) * 2 > text_bytes(*main))) return *article;
  if (main != nullptr) return *main;
  const GumboNode* densest = densest_block(root);
  return densest != nullptr ? *densest : root;
}

std::string main_text(const HtmlDocument& page, std::string_view title) {
  const GumboNode& main = main_element(page);
  std::string text = text_of(main);
  if (is_blank(text)) text = text_of(*page.root());
  const std::string_view first_line = std::string_view(text).substr(0, text.find('\n'));
  if (!title.empty() && first_line.size() < text.size() && one_line(first_line) == title) {
    text.erase(0, std::min(text.find_first_not_of('\n', first_line.size()), text.size()));
  }
  if (const GumboNode* lead = lead_beside(main)) {
    const std::string lead_text = text_of(*lead);
    if (!is_blank(lead_text) && text.find(lead_text) == std::string::npos) text.insert(0, lead_text + "\n\n");
  }
  return text;
}

}  // namespace communique::corpus
