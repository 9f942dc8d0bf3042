// SPDX-License-Identifier: GPL-3.0-or-later
#include <pugixml.hpp>

#include <sstream>

#include "schema/utf8.h"
#include "searcher/render/saved.h"
#include "searcher/saved/uuid.h"

namespace communique::searcher {
namespace {

constexpr const char* kAtom = "http://www.w3.org/2005/Atom";

/// XML 1.0 can not hold most control characters.
void add_text(pugi::xml_node parent, const char* name, const std::string& text) {
  parent.append_child(name).append_child(pugi::node_pcdata).set_value(schema::without_controls(text).c_str());
}

bool is_web_address(const std::string& url) { return url.starts_with("http://") || url.starts_with("https://"); }

std::string author_of(const schema::StatementRecord& statement) {
  for (const std::string* name : {&statement.speaker, &statement.source, &statement.country}) {
    if (!name->empty()) return *name;
  }
  return "unknown";
}

void add_entry(pugi::xml_node feed, const SavedSearch& saved, const Hit& hit) {
  const schema::StatementRecord& statement = hit.statement;
  const auto batch = saved.batch_of.find(statement.id);
  pugi::xml_node entry = feed.append_child("entry");
  add_text(entry, "id", "urn:uuid:" + uuid_of(saved.uuid + "\n" + statement.id));
  add_text(entry, "title", statement.title.empty() ? statement.id : statement.title);
  add_text(entry, "updated", saved.asked(batch == saved.batch_of.end() ? 0 : batch->second));
  if (statement.dated()) add_text(entry, "published", statement.date.first_day().to_string() + "T00:00:00Z");
  add_text(entry.append_child("author"), "name", author_of(statement));
  if (is_web_address(statement.url)) {
    pugi::xml_node link = entry.append_child("link");
    link.append_attribute("rel") = "alternate";
    link.append_attribute("href") = schema::without_controls(statement.url).c_str();
  }
  for (const std::string* category : {&statement.country, &statement.type}) {
    if (!category->empty()) {
      entry.append_child("category").append_attribute("term") = schema::without_controls(*category).c_str();
    }
  }
  const std::string date = date_label(statement);
  add_text(entry, "summary", date + " · " + (hit.passage_id.empty() ? statement.id : hit.passage_id));
  pugi::xml_node content = entry.append_child("content");
  content.append_attribute("type") = "text";
  content.append_child(pugi::node_pcdata).set_value(schema::without_controls(hit.passage.text).c_str());
}

}  // namespace

void render_feed(const SavedSearch& saved, const SearchResult& statements, std::string& out) {
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "utf-8";
  pugi::xml_node feed = document.append_child("feed");
  feed.append_attribute("xmlns") = kAtom;
  add_text(feed, "id", "urn:uuid:" + saved.uuid);
  add_text(feed, "title", saved.name + ": " + statements.parsed);
  add_text(feed, "updated", saved.asked(saved.last_batch()));
  add_text(feed, "generator", "Communiqué");
  for (const Hit& hit : statements.hits) add_entry(feed, saved, hit);
  std::ostringstream text;
  document.save(text, " ", pugi::format_default, pugi::encoding_utf8);
  out += text.str();
}

}  // namespace communique::searcher
