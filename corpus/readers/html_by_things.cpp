// SPDX-License-Identifier: GPL-3.0-or-later
// Which parts of a page are no part of its text? By tag, by attribute, and by the words sites use in class names.
#include <algorithm>
#include <array>

#include "corpus/readers/clean.h"
#include "corpus/readers/html_document.h"
#include "corpus/readers/html_text.h"

namespace communique::corpus {
namespace {

constexpr std::array kLeftOutTags = {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,  GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
                                     GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED,    GUMBO_TAG_SVG,
                                     GUMBO_TAG_CANVAS, GUMBO_TAG_AUDIO,  GUMBO_TAG_VIDEO,    GUMBO_TAG_SELECT,
                                     GUMBO_TAG_BUTTON, GUMBO_TAG_INPUT,  GUMBO_TAG_TEXTAREA, GUMBO_TAG_HEAD,
                                     GUMBO_TAG_NAV,    GUMBO_TAG_FOOTER, GUMBO_TAG_ASIDE};

/// Parts of class and id names ("post-share", "related__list"), between separators.
constexpr std::array<std::string_view, 38> kByWords = {
    "share",   "sharing",  "social",   "breadcrumb", "breadcrumbs", "sidebar",    "related",   "cookie",     "cookies",
    "comment", "comments", "advert",   "ads",        "promo",       "newsletter", "subscribe", "pagination", "pager",
    "menu",    "navbar",   "nav",      "navigation", "footer",      "toolbar",    "tags",      "taglist",    "popup",
    "modal",   "noprint",  "skiplink", "login",      "search",      "banner",     "widget"};

bool is_separator(char c) { return c == '-' || c == '_' || c == ' ' || c == '\t' || c == '\n'; }

bool names_by_thing(std::string_view names) {
  while (!names.empty()) {
    std::size_t end = 0;
    while (end < names.size() && !is_separator(names[end])) ++end;
    const std::string word = lower_ascii(names.substr(0, end));
    if (std::find(kByWords.begin(), kByWords.end(), word) != kByWords.end()) return true;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}

/// "hidden", "hidden-copy", "sr-only"; but not "overflow-hidden", which is about layout, nor what Bootstrap hides on
/// some screens only ("hidden-xs", "hidden-print").
bool names_hidden(std::string_view names) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find_first_of(" \t\n"), names.size());
    const std::string word = lower_ascii(names.substr(0, end));
    const bool by_screen = word.size() == 9 && word.starts_with("hidden-");
    if (word.starts_with("hidden") && !by_screen && word != "hidden-print") return true;
    if (word == "visually-hidden" || word == "sr-only" || word == "screen-reader-text") return true;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}

bool style_hides(std::string_view style) {
  std::string compact = lower_ascii(style);
  std::erase(compact, ' ');
  return compact.find("display:none") != std::string::npos || compact.find("visibility:hidden") != std::string::npos;
}

}  // namespace

bool is_left_out(const GumboNode& node) {
  if (!is_element(node)) return false;
  const GumboTag tag = node.v.element.tag;
  if (std::find(kLeftOutTags.begin(), kLeftOutTags.end(), tag) != kLeftOutTags.end()) return true;
  if (node.v.element.attributes.length == 0) return false;
  const std::string role = lower_ascii(attribute(node, "role"));
  return has_attribute(node, "hidden") || lower_ascii(attribute(node, "aria-hidden")) == "true" ||
         role == "navigation" || role == "contentinfo" || role == "search" || style_hides(attribute(node, "style")) ||
         names_hidden(attribute(node, "class"));
}

bool is_by_the_way(const GumboNode& node) {
  if (!is_element(node)) return false;
  const GumboTag tag = node.v.element.tag;
  if (tag == GUMBO_TAG_FORM || tag == GUMBO_TAG_HEADER || tag == GUMBO_TAG_FIGURE) return true;
  if (node.v.element.attributes.length == 0 || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML) return false;
  // Sites also mark their main text so, when it opens over a list of news.
  if (lower_ascii(attribute(node, "role")) == "complementary") return true;
  return names_by_thing(attribute(node, "class")) || names_by_thing(attribute(node, "id"));
}

}  // namespace communique::corpus
