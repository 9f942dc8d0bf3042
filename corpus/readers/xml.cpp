// SPDX-License-Identifier: GPL-3.0-or-later
// XML records: elements whose children and attributes are keys. Which elements those are is told by the text they hold.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "corpus/readers/clean.h"
#include "corpus/readers/readers.h"
#include "corpus/readers/xml_nodes.h"

namespace communique::corpus {
namespace {

using pugi::xml_node;

/// Records lie near the root: <response><results><item>.
constexpr int kDeepestRecord = 5;

struct Records {
  std::vector<xml_node> nodes;
  bool whole_elements = false;  // the elements are texts themselves, their attributes the keys
};

/// An element with two or more of our keys below it is a record, whatever its name: <transcript><title/><content/>.
bool has_keys(const xml_node& node, const KeyTable& keys) {
  std::set<Key> found;
  for (const xml_node& child : node.children()) {
    const auto key = child.type() == pugi::node_element ? keys.key_of(child.name()) : std::nullopt;
    if (key) found.insert(*key);
  }
  return found.size() >= 2;
}

/// <speech date="..." speaker="...">, one of several: the element is a record whose text it holds.
bool is_marked_up_text(const xml_node& node, const KeyTable& keys) {
  const bool several = node.next_sibling(node.name()) || node.previous_sibling(node.name());
  return several &&
         std::any_of(node.attributes_begin(), node.attributes_end(), [&](const pugi::xml_attribute& attribute) {
           const auto key = keys.key_of(attribute.name());
           return key == Key::Id || key == Key::Date || key == Key::Speaker || key == Key::Title;
         });
}

bool is_text_element(const xml_node& node, const KeyTable& keys) {
  return node.type() == pugi::node_element && keys.key_of(node.name()) == Key::Text && !has_keys(node, keys) &&
         !is_marked_up_text(node, keys);
}

bool holds_text(const xml_node& node, const KeyTable& keys) {
  return std::any_of(node.begin(), node.end(), [&](const xml_node& child) { return is_text_element(child, keys); });
}

/// Elements named as `node` is, below the same parent: its fellow records, with or without a text.
std::vector<xml_node> fellows(const xml_node& node) {
  std::vector<xml_node> same;
  for (const xml_node& sibling : node.parent().children(node.name())) same.push_back(sibling);
  return same;
}

/// The records below `node`: the fellows of each first element that holds a text. Breadth first, so that the outermost
/// count.
std::vector<xml_node> records_below(const xml_node& node, const KeyTable& keys) {
  std::vector<xml_node> level = {node};
  for (int depth = 1; depth <= kDeepestRecord && !level.empty(); ++depth) {
    std::vector<xml_node> records;
    std::vector<xml_node> next;
    for (const xml_node& parent : level) {
      std::vector<std::string_view> seen;
      for (const xml_node& child : parent.children()) {
        if (child.type() != pugi::node_element) continue;
        next.push_back(child);
        if (std::find(seen.begin(), seen.end(), child.name()) != seen.end() || !holds_text(child, keys)) continue;
        seen.emplace_back(child.name());
        for (const xml_node& record : fellows(child)) records.push_back(record);
      }
    }
    if (!records.empty()) return records;
    level = std::move(next);
  }
  return {};
}

Records records_of(const xml_node& root, const KeyTable& keys) {
  if (holds_text(root, keys)) return {{root}, false};
  Records records{records_below(root, keys), false};
  if (!records.nodes.empty()) return records;
  // <speeches><speech date="..." speaker="...">the text</speech>...
  for (const xml_node& child : root.children()) {
    if (child.type() == pugi::node_element && child.first_attribute()) records.nodes.push_back(child);
  }
  const bool alike = std::all_of(records.nodes.begin(), records.nodes.end(), [&](const xml_node& node) {
    return std::string_view(node.name()) == records.nodes.front().name();
  });
  records.whole_elements = alike && !records.nodes.empty();
  return records.whole_elements ? records : Records{{root}, false};
}

/// Children of one name that occurs again become a list.
void add_child(RawRecord& record, const xml_node& child, const KeyTable& keys) {
  const std::string name = child.name();
  std::string value = keys.key_of(name) == Key::Text ? running_text(child) : line_of(child);
  if (value.empty()) return;
  const auto same =
      std::find_if(record.fields.begin(), record.fields.end(), [&](const RawField& f) { return f.key == name; });
  if (same == record.fields.end()) {
    record.add(name, std::move(value));
  } else if (keys.key_of(name) == Key::Text) {
    same->value += "\n\n" + value;
  } else {
    nlohmann::json list = same->kind == RawField::Kind::Nested ? nlohmann::json::parse(same->value)
                                                               : nlohmann::json::array({same->value});
    list.push_back(std::move(value));
    *same = {name, list.dump(), RawField::Kind::Nested};
  }
}

RawRecord record_of(const xml_node& node, bool whole_element, const KeyTable& keys) {
  RawRecord record;
  if (whole_element) record.add(std::string(keys.name_for(Key::Text)), running_text(node));
  if (!whole_element) {
    for (const xml_node& child : node.children()) {
      if (child.type() == pugi::node_element) add_child(record, child, keys);
    }
  }
  for (const pugi::xml_attribute& attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    const bool taken =
        std::any_of(record.fields.begin(), record.fields.end(), [&](const RawField& f) { return f.key == name; });
    if (!taken && !name.starts_with("xmlns")) record.add(std::string(name), one_line(attribute.value()));
  }
  return record;
}

}  // namespace

bool read_xml(ByteStream& stream, RecordIntake& intake) {
  std::string text;
  if (!read_whole(stream, intake, {kWholeFileBytes, /*may_declare_charset=*/true}, text)) return false;
  const XmlDocument document(text);
  const bool whole = document.error.empty();
  const xml_node root = document.tree.document_element();
  Records records;
  if (root) records = records_of(root, intake.keys());
  const bool single = records.nodes.size() == 1 && records.nodes.front() == root;
  // The record in which a broken file ends is not whole.
  const std::size_t count = records.nodes.size() - (whole || records.nodes.empty() ? 0 : 1);
  for (std::size_t i = 0; i < count; ++i) {
    RawRecord record = record_of(records.nodes[i], records.whole_elements, intake.keys());
    record.location = intake.location(0, single ? 0 : i + 1);
    record.single = single;
    if (!intake.add(std::move(record))) return false;
  }
  if (!whole && !stream.failed()) {
    intake.reject_file(document.error + "; " + std::to_string(count) + " records before it were read", text);
  }
  return whole;
}

}  // namespace communique::corpus
