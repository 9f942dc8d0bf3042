// SPDX-License-Identifier: GPL-3.0-or-later
// Title, date, address, language, site and author of a page, each from the first place that gives it.
#include <algorithm>
#include <array>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "corpus/readers/clean.h"
#include "corpus/readers/html_page.h"
#include "corpus/readers/html_text.h"

namespace communique::corpus {
namespace {

/// The page's <meta> by name, property, itemprop or http-equiv in lower case; the first of each counts.
using Metas = std::unordered_map<std::string, std::string>;

struct Found {
  Metas metas;
  std::string html_lang, canonical, title_tag, first_h1, published_time, first_time, json_ld_date;
};

std::string first_of(const Metas& metas, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const auto found = metas.find(name);
    if (found != metas.end()) return found->second;
  }
  return {};
}

void keep_first(std::string& place, std::string value) {
  if (place.empty()) place = std::move(value);
}

void take_meta(const GumboNode& node, Metas& metas) {
  const std::string content = one_line(attribute(node, "content"));
  if (content.empty()) return;
  for (const char* kind : {"property", "name", "itemprop"}) {
    const std::string_view name = attribute(node, kind);
    if (!name.empty()) metas.try_emplace(lower_ascii(name), content);
  }
}

/// datePublished of the first JSON-LD object that has one; an object may hold others under "@graph".
std::string json_ld_date(const nlohmann::json& value) {
  if (value.is_array()) {
    for (const nlohmann::json& item : value) {
      if (std::string date = json_ld_date(item); !date.empty()) return date;
    }
  }
  if (!value.is_object()) return {};
  const auto date = value.find("datePublished");
  if (date != value.end() && date->is_string()) return date->get<std::string>();
  const auto graph = value.find("@graph");
  if (graph == value.end() || !graph->is_array()) return {};
  for (const nlohmann::json& item : *graph) {
    if (item.is_object() && item.contains("datePublished") && item["datePublished"].is_string()) {
      return item["datePublished"].get<std::string>();
    }
  }
  return {};
}

std::string script_date(const GumboNode& script) {
  if (lower_ascii(attribute(script, "type")) != "application/ld+json") return {};
  const GumboVector& below = children(script);
  if (below.length == 0) return {};
  const auto& child = *static_cast<const GumboNode*>(below.data[0]);
  if (child.type != GUMBO_NODE_TEXT && child.type != GUMBO_NODE_CDATA) return {};
  // Only one level of arrays is looked into, so the depth of hostile JSON is no matter.
  const auto value = nlohmann::json::parse(child.v.text.text, nullptr, /*allow_exceptions=*/false);
  if (value.is_array() && std::any_of(value.begin(), value.end(), [](const auto& item) { return item.is_array(); }))
    return {};
  return json_ld_date(value);
}

void take_time(const GumboNode& node, Found& found) {
  std::string value = one_line(attribute(node, "datetime"));
  if (value.empty()) value = one_line(attribute(node, "content"));
  if (value.empty()) value = one_line(text_of(node));
  if (attribute_has_word(node, "itemprop", "datePublished")) keep_first(found.published_time, value);
  if (is_element(node, GUMBO_TAG_TIME)) keep_first(found.first_time, std::move(value));
}

Found look_around(const HtmlDocument& page) {
  Found found;
  found.html_lang = attribute(*page.root(), "lang");
  if (found.html_lang.empty()) found.html_lang = attribute(*page.root(), "xml:lang");
  walk_elements(*page.root(), [&](const GumboNode& node) {
    if (is_element(node, GUMBO_TAG_META)) take_meta(node, found.metas);
    if (is_element(node, GUMBO_TAG_TITLE)) keep_first(found.title_tag, one_line(text_of(node)));
    if (is_element(node, GUMBO_TAG_H1)) keep_first(found.first_h1, one_line(text_of(node)));
    if (is_element(node, GUMBO_TAG_SCRIPT)) keep_first(found.json_ld_date, script_date(node));
    if (is_element(node, GUMBO_TAG_LINK) && attribute_has_word(node, "rel", "canonical")) {
      keep_first(found.canonical, one_line(attribute(node, "href")));
    }
    if (is_element(node, GUMBO_TAG_TIME) || attribute_has_word(node, "itemprop", "datePublished"))
      take_time(node, found);
    return true;
  });
  return found;
}

bool is_web_address(std::string_view url) {
  const std::string start = lower_ascii(url.substr(0, 8));
  return start.starts_with("http://") || start == "https://";
}

/// "Condolences • President of Russia" -> "Condolences", if the site is called "President of Russia".
std::string without_site(std::string title, const std::string& site) {
  if (site.empty() || !title.ends_with(site) || title.size() <= site.size()) return title;
  std::string_view rest = trimmed(std::string_view(title).substr(0, title.size() - site.size()));
  for (const std::string_view mark : {"|", "-", "–", "—", "•", "·", "»", "::", ":"}) {
    if (rest.ends_with(mark)) return std::string(trimmed(rest.substr(0, rest.size() - mark.size())));
  }
  return title;
}

}  // namespace

bool looks_like_person(std::string_view name) {
  constexpr std::array<std::string_view, 20> kOfficeWords = {
      "office",  "press",        "service", "ministry",    "department", "government", "embassy",
      "team",    "staff",        "editor",  "admin",       "agency",     "news",       "mission",
      "council", "spokesperson", "house",   "secretariat", "kremlin",    "media"};
  std::string line = one_line(name);
  int words = 0;
  for (std::string_view rest = line; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    const char first = word.front();
    const std::string lower = lower_ascii(word);
    const bool particle = lower == "de" || lower == "van" || lower == "von" || lower == "der" || lower == "al" ||
                          lower == "bin" || lower == "da" || lower == "di" || lower == "la";
    if (!particle && first >= 'a' && first <= 'z') return false;
    if (word.find_first_of("0123456789@/:_<>|&") != std::string_view::npos) return false;
    if (std::find(kOfficeWords.begin(), kOfficeWords.end(), lower) != kOfficeWords.end()) return false;
    ++words;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return words >= 2 && words <= 5;
}

PageMetadata page_metadata(const HtmlDocument& page) {
  Found found = look_around(page);
  PageMetadata data;
  data.source = first_of(found.metas, {"og:site_name", "application-name", "dc.publisher", "citation_publisher"});
  data.title = first_of(found.metas, {"og:title", "dc.title", "citation_title"});
  if (data.title.empty()) data.title = found.first_h1;
  if (data.title.empty()) data.title = found.title_tag;
  data.title = without_site(std::move(data.title), data.source);
  data.date = first_of(found.metas, {"article:published_time", "datepublished", "og:article:published_time"});
  for (std::string* next : {&found.published_time, &found.json_ld_date}) keep_first(data.date, *next);
  keep_first(data.date,
             first_of(found.metas, {"dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dc.date.created",
                                    "dcterms.created", "citation_publication_date", "citation_date", "parsely-pub-date",
                                    "sailthru.date", "publish-date", "pubdate", "date"}));
  keep_first(data.date, found.first_time);
  const std::string og_url = first_of(found.metas, {"og:url"});
  data.url = is_web_address(found.canonical) ? found.canonical : is_web_address(og_url) ? og_url : std::string();
  data.lang = !found.html_lang.empty()
                  ? found.html_lang
                  : first_of(found.metas, {"inlanguage", "og:locale", "dc.language", "content-language"});
  const std::string author = first_of(found.metas, {"author", "article:author", "dc.creator", "citation_author"});
  if (looks_like_person(author)) data.speaker = author;
  data.keywords = first_of(found.metas, {"keywords", "news_keywords"});
  return data;
}

}  // namespace communique::corpus
