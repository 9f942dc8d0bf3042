// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/http/pages/marked.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "schema/speech.h"
#include "schema/utf8.h"

namespace communique::searcher::http::pages {
namespace {

/// A stretch of the text in code points.
struct Stretch {
  std::size_t start = 0;
  std::size_t end = 0;
  std::string note;
};

/// Byte offsets of all code points, and the end.
std::vector<std::size_t> bytes_of_points(const std::string& text) {
  std::vector<std::size_t> bytes;
  for (std::size_t at = 0; at < text.size();) {
    bytes.push_back(at);
    schema::next_code_point(text, at);
  }
  bytes.push_back(text.size());
  return bytes;
}

/// Sure enough to be shown, as on the command line.
bool is_shown(const Json& said) { return said.at("confidence").get<double>() * 100 >= schema::kShownPercent; }

/// A direct or mixed quotation is in the speaker's words; what is indirect is told by the text's author.
bool is_direct(const Json& said) { return said.at("type") != "indirect"; }

std::string note_of(const Json& said) {
  std::string note = (is_direct(said) ? "said by " : "reported of ") + said.at("name").get<std::string>();
  if (said.at("cue").is_string()) note += ": “" + said.at("cue").get<std::string>() + "”";
  if (said.value("joint", false)) note += ", jointly";
  const double confidence = said.value("confidence", 1.0);
  if (confidence < 1) note += ", " + std::to_string(static_cast<int>(std::lround(confidence * 100))) + " % sure";
  return note;
}

void add_stretches(const Json& said, std::vector<Stretch>& stretches) {
  const std::string note = note_of(said);
  if (!said.contains("fragments")) return stretches.push_back({said.at("start"), said.at("end"), note});
  for (const Json& piece : said.at("fragments")) stretches.push_back({piece[0], piece[1], note});
}

struct Layers {
  std::vector<Stretch> marks;
  std::vector<Stretch> said;
  std::vector<Stretch> reported;
  std::vector<Stretch> named;
};

Layers layers_of(const Json& passage) {
  Layers layers;
  for (const Json& mark : passage.value("highlights", Json::array())) layers.marks.push_back({mark[0], mark[1], {}});
  for (const Json& said : passage.value("said_by", Json::array())) {
    if (is_shown(said)) add_stretches(said, is_direct(said) ? layers.said : layers.reported);
  }
  for (const Json& named : passage.value("mentions", Json::array())) {
    layers.named.push_back({named.at("start"), named.at("end"), "names " + named.at("name").get<std::string>()});
  }
  return layers;
}

/// Runs of line ends become one.
std::string closed_up(const std::string& text) {
  std::string closed;
  for (const char c : text) {
    if (c != '\n' || closed.empty() || closed.back() != '\n') closed += c;
  }
  return closed;
}

/// The shortest that holds the point: what somebody says within another's speech is his.
const Stretch* holding(const std::vector<Stretch>& stretches, std::size_t point) {
  const Stretch* shortest = nullptr;
  for (const Stretch& one : stretches) {
    if (one.start > point || point >= one.end) continue;
    if (shortest == nullptr || one.end - one.start < shortest->end - shortest->start) shortest = &one;
  }
  return shortest;
}

}  // namespace

Json pieces_of(const Json& passage, Paragraphs paragraphs) {
  const std::string& text = passage.at("text").get_ref<const std::string&>();
  const std::vector<std::size_t> bytes = bytes_of_points(text);
  const std::size_t points = bytes.size() - 1;
  const Layers layers = layers_of(passage);
  std::set<std::size_t> borders = {0, points};
  for (const auto* stretches : {&layers.marks, &layers.said, &layers.reported, &layers.named}) {
    for (const Stretch& one : *stretches) {
      borders.insert(std::min(one.start, points));
      borders.insert(std::min(one.end, points));
    }
  }
  Json pieces = Json::array();
  for (auto border = borders.begin(); std::next(border) != borders.end(); ++border) {
    const std::size_t start = bytes[*border];
    const std::string part = text.substr(start, bytes[*std::next(border)] - start);
    Json piece = {{"text", paragraphs == Paragraphs::Close ? closed_up(part) : part}};
    const bool mark = holding(layers.marks, *border) != nullptr;
    const Stretch* const named = holding(layers.named, *border);
    const Stretch* const said = holding(layers.said, *border);
    const Stretch* const reported = said == nullptr ? holding(layers.reported, *border) : nullptr;
    std::string kind = said != nullptr ? "said" : reported != nullptr ? "reported" : "";
    if (named != nullptr) kind += kind.empty() ? "named" : " named";
    std::string note = said != nullptr ? said->note : reported != nullptr ? reported->note : "";
    if (named != nullptr) note += (note.empty() ? "" : "; ") + named->note;
    piece["plain"] = !mark && kind.empty();
    piece["mark"] = mark && kind.empty();
    if (!kind.empty()) piece["told"] = {{"kind", kind}, {"note", note}, {"mark_in", mark}, {"plain_in", !mark}};
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

Json speakers_of(const Json& passage) {
  Json speakers = Json::array();
  std::set<std::string> seen;
  const auto add = [&](const std::string& name, const char* kind, const char* label, const std::string& note) {
    if (seen.insert(name + "\n" + kind).second) {
      speakers.push_back({{"name", name}, {"kind", kind}, {"label", label}, {"note", note}});
    }
  };
  for (const Json& said : passage.value("said_by", Json::array())) {
    if (!is_shown(said)) continue;
    const bool direct = is_direct(said);
    add(said.at("name"), direct ? "said" : "reported", direct ? "said by" : "reported of", note_of(said));
  }
  for (const Json& named : passage.value("mentions", Json::array())) {
    const std::string name = named.at("name");
    if (seen.contains(name + "\nsaid") || seen.contains(name + "\nreported")) continue;
    add(name, "named", "names", "names " + name);
  }
  return speakers;
}

}  // namespace communique::searcher::http::pages
