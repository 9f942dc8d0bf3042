// SPDX-License-Identifier: GPL-3.0-or-later
// A parsed HTML page or fragment, bounded in memory and depth, and how to walk it.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

#include "schema/error.h"

namespace communique::corpus {

/// Owns gumbo's tree. Nodes and the views of their attributes live as long as it.
class HtmlDocument {
 public:
  /// `html`: valid UTF-8 without NUL, outlived by nothing (the tree may point into it, so it must outlive the
  /// document). An error if the page nests too deep or unfolds to too much.
  static Result<std::unique_ptr<HtmlDocument>> parse(std::string_view html);

  /// The <html> element.
  const GumboNode* root() const { return root_; }

 private:
  struct Arena;
  explicit HtmlDocument(std::unique_ptr<Arena> arena);

 public:
  ~HtmlDocument();

 private:
  std::unique_ptr<Arena> arena_;
  const GumboNode* root_ = nullptr;
};

/// An attribute's value; empty if there is none.
std::string_view attribute(const GumboNode& node, const char* name);
bool has_attribute(const GumboNode& node, const char* name);
/// True if one of the white-space separated words of the attribute is `word` (ASCII case ignored).
bool attribute_has_word(const GumboNode& node, const char* name, std::string_view word);
bool is_element(const GumboNode& node);
bool is_element(const GumboNode& node, GumboTag tag);
/// Children of an element; an empty span's worth for all other nodes.
const GumboVector& children(const GumboNode& node);

/// Visits elements in document order; `visit(const GumboNode&)` returns whether to go inside.
template <class Visit>
void walk_elements(const GumboNode& root, Visit visit) {
  std::vector<const GumboNode*> waiting = {&root};
  while (!waiting.empty()) {
    const GumboNode& node = *waiting.back();
    waiting.pop_back();
    if (!is_element(node) || !visit(node)) continue;
    const GumboVector& below = children(node);
    for (unsigned int i = below.length; i-- > 0;) waiting.push_back(static_cast<const GumboNode*>(below.data[i]));
  }
}

}  // namespace communique::corpus
