// SPDX-License-Identifier: GPL-3.0-or-later
// RSS 2.0, RSS 1.0 and Atom: each item is a record. Items are what the feed gives of a statement, in whole or in part.
#include <nlohmann/json.hpp>
#include <vector>

#include "corpus/readers/clean.h"
#include "corpus/readers/readers.h"
#include "corpus/readers/xml_nodes.h"

namespace communique::corpus {
namespace {

using pugi::xml_node;

struct Feed {
  std::string title;
  std::string lang;
  std::vector<xml_node> items;
};

xml_node child(const xml_node& node, std::string_view local) {
  for (const xml_node& candidate : node.children()) {
    if (candidate.type() == pugi::node_element && local_name(candidate) == local) return candidate;
  }
  return {};
}

/// The line of the first child by one of these names that says something.
std::string first_line(const xml_node& node, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    for (const xml_node& candidate : node.children(name)) {
      if (std::string line = line_of(candidate); !line.empty()) return line;
    }
  }
  return {};
}

Feed feed_of(const xml_node& root) {
  Feed feed;
  // RSS 2.0 has its items in the channel, RSS 1.0 beside it; an Atom feed is its own channel.
  const xml_node inner = child(root, "channel");
  const xml_node channel = inner ? inner : root;
  feed.title = first_line(channel, {"title", "atom:title"});
  feed.lang = first_line(channel, {"language", "dc:language"});
  if (feed.lang.empty()) feed.lang = root.attribute("xml:lang").value();
  for (const xml_node& holder : {channel, root}) {
    for (const xml_node& item : holder.children()) {
      const std::string_view name = local_name(item);
      if (name == "item" || name == "entry") feed.items.push_back(item);
    }
    if (!feed.items.empty()) break;
  }
  return feed;
}

/// What holds most comes first: whole texts before summaries.
std::string item_text(const xml_node& item) {
  std::string best;
  for (const char* name : {"content:encoded", "content", "atom:content", "description", "summary", "atom:summary"}) {
    if (best = running_text(item.child(name)); !is_blank(best)) return best;
  }
  return best;
}

/// RSS has the address as text, Atom in an attribute, with rel="alternate" or without rel.
std::string item_link(const xml_node& item) {
  for (const xml_node& link : item.children()) {
    if (local_name(link) != "link") continue;
    const std::string_view rel = link.attribute("rel").value();
    const std::string_view href = link.attribute("href").value();
    if (!href.empty() && (rel.empty() || rel == "alternate")) return std::string(href);
    if (href.empty()) {
      if (std::string text = line_of(link); !text.empty()) return text;
    }
  }
  const xml_node guid = item.child("guid");
  const std::string_view permanent = guid.attribute("isPermaLink").value();
  return guid && permanent != "false" && line_of(guid).starts_with("http") ? line_of(guid) : std::string();
}

/// RSS writes "address (Name)"; Atom has the name in an element of its own.
std::string item_author(const xml_node& item) {
  const std::string creator = first_line(item, {"dc:creator"});
  if (!creator.empty()) return creator;
  std::string names;
  for (const xml_node& author : item.children("author")) {
    std::string name = child(author, "name") ? line_of(child(author, "name")) : line_of(author);
    const std::size_t open = name.find('(');
    if (name.find('@') < open && name.ends_with(')')) name = name.substr(open + 1, name.size() - open - 2);
    if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

std::string categories(const xml_node& item) {
  nlohmann::json list = nlohmann::json::array();
  for (const xml_node& category : item.children("category")) {
    const std::string term = category.attribute("term").value();
    const std::string name = term.empty() ? line_of(category) : term;
    if (!name.empty()) list.push_back(name);
  }
  return list.empty() ? std::string() : list.dump();
}

std::string item_id(const xml_node& item, const std::string& link) {
  const std::string id = first_line(item, {"guid", "id", "atom:id", "dc:identifier"});
  if (!id.empty()) return id;
  const std::string about = item.attribute("rdf:about").value();
  return about.empty() ? link : about;
}

RawRecord record_of(const xml_node& item, const Feed& feed, const KeyTable& keys) {
  RawRecord record;
  const auto add = [&](Key key, std::string value) { record.add(std::string(keys.name_for(key)), std::move(value)); };
  const std::string link = item_link(item);
  add(Key::Text, item_text(item));
  add(Key::Title, first_line(item, {"title", "atom:title", "dc:title"}));
  add(Key::Date,
      first_line(item, {"pubDate", "published", "dc:date", "atom:published", "issued", "updated", "dcterms:created"}));
  add(Key::Speaker, item_author(item));
  add(Key::Url, link);
  add(Key::Id, item_id(item, link));
  add(Key::Source, feed.title);
  add(Key::Lang, feed.lang);
  record.add("categories", categories(item), RawField::Kind::Nested);
  return record;
}

}  // namespace

bool read_feed(ByteStream& stream, RecordIntake& intake) {
  std::string text;
  if (!read_whole(stream, intake, {kWholeFileBytes, /*may_declare_charset=*/true}, text)) return false;
  const XmlDocument document(text);
  const Feed feed = feed_of(document.tree.document_element());
  const bool whole = document.error.empty();
  // The item in which a broken feed ends is not whole.
  const std::size_t count = feed.items.size() - (whole || feed.items.empty() ? 0 : 1);
  for (std::size_t i = 0; i < count; ++i) {
    RawRecord record = record_of(feed.items[i], feed, intake.keys());
    record.location = intake.location(0, i + 1);
    if (!intake.add(std::move(record))) return false;
  }
  if (!whole && !stream.failed()) {
    intake.reject_file(document.error + "; " + std::to_string(count) + " items before it were read", text);
  }
  return whole;
}

}  // namespace communique::corpus
