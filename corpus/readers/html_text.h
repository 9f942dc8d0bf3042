// SPDX-License-Identifier: GPL-3.0-or-later
// From HTML to the text a reader sees: paragraphs parted by blank lines, list items and table rows as lines; without
// navigation, scripts, forms, share buttons and what is hidden.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>

#include "schema/error.h"

namespace communique::corpus {

/// The text below a node. White space is collapsed but in <pre>; no-break spaces become spaces.
std::string text_of(const GumboNode& node);

/// A fragment's text, as in feeds and in XML. An error as from HtmlDocument::parse.
Result<std::string> html_to_text(std::string_view html);

/// True if the text holds a tag that HTML has, or a character reference: then it was written as HTML.
bool looks_like_html(std::string_view text);

/// A title or name on one line, its tags and references resolved if it has any.
std::string html_to_line(std::string_view text);

/// The text of a JSON object {"rendered": HTML}. An error if it is something else.
Result<std::string> rendered_text(std::string_view json_text);

/// True for elements that are not part of a page's text, by tag, attribute or class.
bool is_left_out(const GumboNode& node);
/// True for elements that are left out unless they hold most of the text around them: forms, page headers, pictures
/// with their captions, and those whose class or id names a by-thing ("share", "related").
bool is_by_the_way(const GumboNode& node);

/// Bytes of text below a node, white space aside, without what is left out.
std::size_t text_bytes(const GumboNode& node);

}  // namespace communique::corpus
