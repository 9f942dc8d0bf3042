// SPDX-License-Identifier: GPL-3.0-or-later
// Parsing XML, and what a node says as text: shared by the readers of feeds and of XML records.
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace communique::corpus {

/// Parses UTF-8 text, whatever encoding its declaration names. On an error the document holds what came before it.
struct XmlDocument {
  explicit XmlDocument(const std::string& text);

  pugi::xml_document tree;
  std::string error;  ///< "not well-formed at line 12: ..."; empty if it is well-formed
};

/// The name without its namespace prefix: "creator" of "dc:creator".
std::string_view local_name(const pugi::xml_node& node);

bool has_elements(const pugi::xml_node& node);

/// All text below a node as it stands, CDATA included; texts of different elements are parted by a space.
std::string text_below(const pugi::xml_node& node);

/// The running text of a node: HTML in it, as elements, in CDATA or escaped, is converted; white space around is cut.
std::string running_text(const pugi::xml_node& node);

/// A value on one line, references and tags in it resolved.
std::string line_of(const pugi::xml_node& node);

}  // namespace communique::corpus
