// SPDX-License-Identifier: GPL-3.0-or-later
// What a web page says: its metadata, and which of its elements holds the statement.
#pragma once

#include <string>

#include "corpus/readers/html_document.h"

namespace communique::corpus {

/// What the page's head, its schema.org marks and its JSON-LD say; empty where they say nothing.
struct PageMetadata {
  std::string title;
  std::string date;
  std::string url;  ///< only http or https
  std::string lang;
  std::string source;
  std::string speaker;  ///< only if it looks like a person's name
  std::string keywords;
};
PageMetadata page_metadata(const HtmlDocument& page);

/// The element that holds the main text: articleBody, article, main, else the densest block, else the body.
const GumboNode& main_element(const HtmlDocument& page);

/// The page's statement: the text of the main element, after the lead paragraph (schema.org description) if that stands
/// outside of it, without a first line that only repeats `title`.
std::string main_text(const HtmlDocument& page, std::string_view title);

/// Two to five capitalised words without digits, none of them an office's ("Press", "Ministry").
bool looks_like_person(std::string_view name);

}  // namespace communique::corpus
