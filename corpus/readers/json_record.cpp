// SPDX-License-Identifier: GPL-3.0-or-later
// Building raw records from SAX events.
#include "corpus/readers/json_record.h"

#include <algorithm>

namespace communique::corpus {
namespace {

/// As JSON, with its quotes.
std::string json_string(const std::string& text) { return nlohmann::json(text).dump(); }

/// "[json.exception.parse_error.101] parse error at line 1, column 5: syntax error while ... - invalid literal; last
/// read: ..." -> "invalid literal; last read: ...".
std::string essence(const std::string& message) {
  const std::size_t detail = message.rfind(" - ");
  std::string text = detail == std::string::npos ? message.substr(std::min(message.find("] ") + 2, message.size()))
                                                 : message.substr(detail + 3);
  constexpr std::size_t kLongest = 160;
  const std::size_t last_read = text.find("; last read");
  if (text.size() > kLongest && last_read != std::string::npos) text.resize(last_read);
  return text;
}

/// The events that tell an outline; stops at nothing.
struct OutlineSax {
  using json = nlohmann::json;
  JsonOutline outline;
  int depth = 0;
  bool list_began = false;  // the next event is the first item of a top-level key's list

  bool item() {
    list_began = false;
    return true;
  }
  bool null() { return item(); }
  bool boolean(bool) { return item(); }
  bool number_integer(json::number_integer_t) { return item(); }
  bool number_unsigned(json::number_unsigned_t) { return item(); }
  bool number_float(json::number_float_t, const std::string&) { return item(); }
  bool string(std::string&) { return item(); }
  bool binary(json::binary_t&) { return item(); }
  bool key(std::string& name) {
    if (depth == 1) outline.keys.push_back(name);
    return true;
  }
  bool start_object(std::size_t) {
    if (list_began && !outline.keys.empty()) outline.list_keys.push_back(outline.keys.back());
    ++depth;
    return item();
  }
  bool start_array(std::size_t) {
    if (depth == 0) outline.is_list = true;
    list_began = depth == 1 && !outline.is_list;
    ++depth;
    return !outline.is_list;  // a list needs no further look
  }
  bool end_object() {
    --depth;
    return true;
  }
  bool end_array() {
    --depth;
    return item();
  }
  bool parse_error(std::size_t, const std::string&, const json::exception&) { return false; }
};

}  // namespace

bool JsonRecordSax::at_place() const {
  return !in_record() && depth_ == place_.level && (place_.level < 2 || under_key_);
}

bool JsonRecordSax::not_an_object(std::string_view what) {
  finding_ = {};
  finding_.fault = "the record is " + std::string(what) + ", not an object with keys";
  return found_(std::move(finding_));
}

bool JsonRecordSax::scalar(std::string_view text, RawField::Kind kind, bool is_null) {
  if (at_place())
    return not_an_object(is_null ? "null" : kind == RawField::Kind::Number ? "a number" : "true or false");
  if (record_depth_ == 1 && !is_null) finding_.record.add(key_, std::string(text), kind);
  if (record_depth_ > 1 && !too_deep_) (nested_ += text) += ',';
  return true;
}

bool JsonRecordSax::string(std::string& value) {
  if (at_place()) return not_an_object("a text");
  if (record_depth_ == 1) finding_.record.add(key_, value);
  if (record_depth_ > 1 && !too_deep_) (nested_ += json_string(value)) += ',';
  return true;
}

bool JsonRecordSax::key(std::string& name) {
  if (record_depth_ == 1) key_ = name;
  if (record_depth_ > 1 && !too_deep_) (nested_ += json_string(name)) += ':';
  if (!in_record() && depth_ == 1) under_key_ = name == place_.key;
  return true;
}

bool JsonRecordSax::open(char bracket) {
  if (!in_record()) {
    if (at_place() && bracket == '{') {
      finding_ = {};
      too_deep_ = false;
      record_depth_ = 1;
      return true;
    }
    if (at_place() && !not_an_object("a list")) return false;
    // What lies inside a list at a record's place, or under another key, is at no place: depth_ is past it.
    ++depth_;
    return true;
  }
  if (record_depth_ == 1) nested_.clear();
  ++record_depth_;
  if (record_depth_ > kMaxJsonDepth) too_deep_ = true;
  if (!too_deep_) nested_ += bracket;
  return true;
}

bool JsonRecordSax::close(char bracket) {
  if (!in_record()) {
    --depth_;
    return true;
  }
  --record_depth_;
  if (record_depth_ == 0) return hand_over();
  if (too_deep_) return true;
  if (nested_.back() == ',') nested_.pop_back();
  nested_ += bracket;
  if (record_depth_ > 1) {
    nested_ += ',';
    return true;
  }
  finding_.record.add(key_, std::move(nested_), RawField::Kind::Nested);
  nested_.clear();
  return true;
}

bool JsonRecordSax::hand_over() {
  if (too_deep_) finding_.fault = "nested deeper than " + std::to_string(kMaxJsonDepth);
  return found_(std::move(finding_));
}

bool JsonRecordSax::parse_error(std::size_t position, const std::string&, const json::exception& error) {
  const std::string message = error.what();
  ended_early_ = message.find("unexpected end of input") != std::string::npos ||
                 message.find("missing closing quote") != std::string::npos;
  error_ = "invalid JSON at byte " + std::to_string(position) + ": " + essence(message);
  return false;
}

JsonOutline outline_of(std::string_view text) {
  OutlineSax sax;
  nlohmann::json::sax_parse(text.begin(), text.end(), &sax);
  return std::move(sax.outline);
}

}  // namespace communique::corpus
