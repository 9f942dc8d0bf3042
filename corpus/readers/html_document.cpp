// SPDX-License-Identifier: GPL-3.0-or-later
// Parsing HTML with gumbo such that no page can exhaust memory, time or the stack.
#include "corpus/readers/html_document.h"

#include <array>
#include <csetjmp>
#include <cstring>

#include "corpus/readers/clean.h"

namespace communique::corpus {
namespace {

/// Memory of one page's tree. Real pages of 1 MB take about 60 MB, buffers that gumbo outgrew included.
constexpr std::size_t kTreeBytes = 512u << 20;

/// Gumbo takes time in proportion to the depth for each tag. Browsers cut at 512.
constexpr int kMaxDepth = 2000;

/// Tags that need no end tag, so that counting them would see depth where there is none.
constexpr std::array<std::string_view, 27> kUncounted = {
    "p", "li",  "br",   "img",  "td",     "tr",  "th",    "dt",    "dd",    "option", "hr",    "meta",  "link", "input",
    "a", "col", "area", "base", "source", "wbr", "embed", "param", "track", "tbody",  "thead", "tfoot", "rt"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// An estimate from the tags alone: it must only not be far too low.
bool nests_too_deep(std::string_view html) {
  int depth = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    if (at + 2 >= html.size()) break;
    const bool closes = html[at + 1] == '/';
    const std::size_t start = at + (closes ? 2 : 1);
    if (!is_letter(html[start])) continue;
    std::size_t end = start;
    while (end < html.size() && end - start < 12 && (is_letter(html[end]) || (html[end] >= '0' && html[end] <= '9')))
      ++end;
    const std::string name = lower_ascii(html.substr(start, end - start));
    bool counted = true;
    for (const std::string_view tag : kUncounted) counted = counted && tag != name;
    if (!counted) continue;
    depth += closes ? (depth > 0 ? -1 : 0) : 1;
    if (depth > kMaxDepth) return true;
  }
  return false;
}

}  // namespace

/// What gumbo allocates from: freed as a whole, since gumbo's own clean-up goes down the tree by recursion.
struct HtmlDocument::Arena {
  std::pmr::monotonic_buffer_resource memory{64u << 10};
  std::size_t used = 0;
  std::jmp_buf over_budget;

  static void* allocate(void* self, std::size_t bytes) {
    auto& arena = *static_cast<Arena*>(self);
    arena.used += bytes;
    // Gumbo does not look whether it got memory. Jumping out leaves only its own frames, which hold nothing but what
    // this arena frees.
    if (arena.used > kTreeBytes) std::longjmp(arena.over_budget, 1);
    return arena.memory.allocate(bytes == 0 ? 1 : bytes);
  }
  static void release(void*, void*) {}

  /// Holds no object that a jump would leave undestroyed.
  const GumboOutput* parse(const char* html, std::size_t bytes) {
    if (setjmp(over_budget) != 0) return nullptr;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = release;
    options.userdata = this;
    options.max_errors = 0;
    return gumbo_parse_with_options(&options, html, bytes);
  }
};

HtmlDocument::HtmlDocument(std::unique_ptr<Arena> arena) : arena_(std::move(arena)) {}
HtmlDocument::~HtmlDocument() = default;

Result<std::unique_ptr<HtmlDocument>> HtmlDocument::parse(std::string_view html) {
  if (nests_too_deep(html)) return ValueError{"the HTML nests more than 2000 elements deep", {}, 0};
  std::unique_ptr<HtmlDocument> document(new HtmlDocument(std::make_unique<Arena>()));
  const GumboOutput* output = document->arena_->parse(html.data(), html.size());
  if (output == nullptr) return ValueError{"the HTML unfolds to more than 512 MB", {}, 0};
  document->root_ = output->root;
  return document;
}

std::string_view attribute(const GumboNode& node, const char* name) {
  if (!is_element(node)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool has_attribute(const GumboNode& node, const char* name) {
  return is_element(node) && gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
}

bool attribute_has_word(const GumboNode& node, const char* name, std::string_view word) {
  std::string_view value = attribute(node, name);
  while (!value.empty()) {
    const std::size_t end = std::min(value.find_first_of(" \t\n"), value.size());
    if (lower_ascii(value.substr(0, end)) == lower_ascii(word)) return true;
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return false;
}

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE; }

bool is_element(const GumboNode& node, GumboTag tag) { return is_element(node) && node.v.element.tag == tag; }

const GumboVector& children(const GumboNode& node) {
  static const GumboVector kNone = kGumboEmptyVector;
  return is_element(node) ? node.v.element.children : kNone;
}

}  // namespace communique::corpus
