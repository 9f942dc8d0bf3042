// SPDX-License-Identifier: GPL-3.0-or-later
// Writing out the text of a tree, with breaks where a browser would show them.
#include "corpus/readers/html_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "corpus/readers/clean.h"
#include "corpus/readers/html_document.h"

namespace communique::corpus {
namespace {

enum class Break { None, Space, Line, Paragraph };

/// Collects text; breaks that meet become the widest of them.
class TextWriter {
 public:
  void need(Break wanted) { pending_ = std::max(pending_, wanted); }

  /// <br>: the second of two makes a paragraph.
  void line_break() {
    pending_ = lines_ > 0 ? Break::Paragraph : std::max(pending_, Break::Line);
    ++lines_;
  }

  void write(std::string_view text, bool keep_lines) {
    while (!text.empty()) {
      const std::size_t white = white_prefix(text, keep_lines);
      text.remove_prefix(white);
      std::size_t length = 0;
      while (length < text.size() && !is_white_at(text, length)) ++length;
      if (length > 0) put(text.substr(0, length));
      text.remove_prefix(length);
    }
  }

  std::string take() { return std::move(text_); }

 private:
  static bool is_white_at(std::string_view text, std::size_t at) {
    const char c = text[at];
    return c == ' ' || (c >= '\t' && c <= '\r') || is_no_break_space(text, at);
  }
  static bool is_no_break_space(std::string_view text, std::size_t at) {
    return text[at] == '\xC2' && at + 1 < text.size() && text[at + 1] == '\xA0';
  }

  std::size_t white_prefix(std::string_view text, bool keep_lines) {
    std::size_t at = 0;
    while (at < text.size() && is_white_at(text, at)) {
      if (keep_lines && text[at] == '\n')
        line_break();
      else
        need(Break::Space);
      at += is_no_break_space(text, at) ? 2 : 1;
    }
    return at;
  }

  void put(std::string_view word) {
    if (!text_.empty()) {
      if (pending_ == Break::Space) text_ += ' ';
      if (pending_ == Break::Line) text_ += '\n';
      if (pending_ == Break::Paragraph) text_ += "\n\n";
    }
    pending_ = Break::None;
    lines_ = 0;
    text_ += word;
  }

  std::string text_;
  Break pending_ = Break::None;
  int lines_ = 0;
};

Break break_around(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_BODY:
      return Break::Paragraph;
    case GUMBO_TAG_LI:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_CAPTION:
      return Break::Line;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
      return Break::Space;
    default:
      return Break::None;
  }
}

/// A node on the way down, and which of its children comes next.
struct Step {
  const GumboNode* node;
  unsigned int next = 0;
  bool in_item = false;  // inside a list item or table cell, where paragraphs are lines
  bool in_pre = false;
};

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
}

/// Left out below `around`, whose text is `around_bytes`.
bool is_skipped(const GumboNode& node, std::size_t around_bytes) {
  return is_left_out(node) || (is_by_the_way(node) && text_bytes(node) * 2 < around_bytes);
}

Break break_in(const Step& step, GumboTag tag) {
  const Break wanted = break_around(tag);
  return step.in_item && wanted == Break::Paragraph ? Break::Line : wanted;
}

}  // namespace

std::size_t text_bytes(const GumboNode& node) {
  std::size_t bytes = 0;
  walk_elements(node, [&](const GumboNode& element) {
    if (is_left_out(element)) return false;
    const GumboVector& below = children(element);
    for (unsigned int i = 0; i < below.length; ++i) {
      const auto& child = *static_cast<const GumboNode*>(below.data[i]);
      if (child.type != GUMBO_NODE_TEXT) continue;
      const std::string_view text = child.v.text.text;
      bytes += static_cast<std::size_t>(
          std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; }));
    }
    return true;
  });
  return bytes;
}

std::string text_of(const GumboNode& node) {
  TextWriter writer;
  const std::size_t all_bytes = text_bytes(node);
  std::vector<Step> steps = {{&node}};
  while (!steps.empty()) {
    Step& step = steps.back();
    const GumboTag tag = step.node->v.element.tag;
    if (step.next == 0) writer.need(break_in(step, tag));
    const GumboVector& below = children(*step.node);
    if (step.next >= below.length) {
      writer.need(break_in(step, tag));
      steps.pop_back();
      continue;
    }
    const auto& child = *static_cast<const GumboNode*>(below.data[step.next++]);
    if (is_text(child)) writer.write(child.v.text.text, step.in_pre);
    if (!is_element(child) || is_skipped(child, all_bytes)) continue;
    const GumboTag child_tag = child.v.element.tag;
    if (child_tag == GUMBO_TAG_BR) {
      writer.line_break();
      continue;
    }
    const bool item = child_tag == GUMBO_TAG_LI || child_tag == GUMBO_TAG_TD || child_tag == GUMBO_TAG_TH;
    steps.push_back({&child, 0, step.in_item || item, step.in_pre || child_tag == GUMBO_TAG_PRE});
  }
  return writer.take();
}

Result<std::string> html_to_text(std::string_view html) {
  const auto document = HtmlDocument::parse(html);
  if (!document) return document.error();
  return text_of(*(*document)->root());
}

bool looks_like_html(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::size_t start = at + (text.substr(at + 1, 1) == "/" ? 2 : 1);
    std::size_t end = start;
    while (end < text.size() && std::isalnum(static_cast<unsigned char>(text[end])) != 0) ++end;
    if (end == start || end == text.size() || std::string_view(" \t\n/>").find(text[end]) == std::string_view::npos)
      continue;
    const GumboTag tag = gumbo_tagn_enum(text.data() + start, static_cast<unsigned int>(end - start));
    if (tag != GUMBO_TAG_UNKNOWN) return true;
  }
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    const std::size_t end = text.find(';', at);
    if (end == std::string_view::npos || end - at > 10 || end == at + 1) continue;
    const std::string_view name = text.substr(at + 1, end - at - 1);
    if (std::all_of(name.begin(), name.end(),
                    [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '#'; })) {
      return true;
    }
  }
  return false;
}

std::string html_to_line(std::string_view text) {
  if (!looks_like_html(text)) return one_line(text);
  const Result<std::string> plain = html_to_text(text);
  return one_line(plain ? std::string_view(*plain) : text);
}

Result<std::string> rendered_text(std::string_view json_text) {
  const auto value = nlohmann::json::parse(json_text, nullptr, /*allow_exceptions=*/false);
  if (!value.is_object() || !value.contains("rendered") || !value["rendered"].is_string()) {
    return ValueError{"not an object with \"rendered\"", {}, 0};
  }
  return html_to_text(value["rendered"].get_ref<const std::string&>());
}

}  // namespace communique::corpus
