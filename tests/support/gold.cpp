// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/gold.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "schema/words.h"

namespace communique::test {

namespace {

using Json = nlohmann::ordered_json;
using corpus::Span;
using Words = std::set<std::size_t>;  ///< offsets at which words begin

std::size_t find_from(const std::string& text, const std::string& piece, std::size_t from) {
  const std::size_t at = text.find(piece, from);
  if (at == std::string::npos) throw std::runtime_error("gold piece not in the text: " + piece);
  return at;
}

Span find_piece(const std::string& text, const Json& piece, std::size_t from) {
  const auto span = [](std::size_t start, std::size_t end) {
    return Span{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
  };
  if (piece.is_string()) {
    const std::size_t at = find_from(text, piece, from);
    return span(at, at + piece.get<std::string>().size());
  }
  if (piece.contains("text")) {
    const std::string words = piece["text"];
    std::size_t at = find_from(text, words, from);
    for (int nth = piece.value("nth", 1); nth > 1; --nth) at = find_from(text, words, at + 1);
    return span(at, at + words.size());
  }
  const std::string last = piece["to"];
  const std::size_t start = find_from(text, piece["from"], from);
  return span(start, find_from(text, last, start + piece["from"].get<std::string>().size()) + last.size());
}

Words words_in(const std::vector<std::size_t>& starts, const std::vector<Span>& spans) {
  Words words;
  for (const std::size_t start : starts) {
    const auto inside = [&](const Span& span) { return span.start <= start && start < span.end; };
    if (std::any_of(spans.begin(), spans.end(), inside)) words.insert(start);
  }
  return words;
}

std::size_t common(const Words& a, const Words& b) {
  return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](std::size_t word) { return b.contains(word); }));
}

std::string last_word(const std::string& name) {
  const auto words = schema::split_words(name);
  return words.empty() ? "" : words.back().term;
}

class Scorer {
 public:
  Scorer(const GoldStatement& gold, const corpus::AnalysedStatement& analysed, const schema::Gazetteer& gazetteer)
      : gold_(gold), analysed_(analysed), gazetteer_(gazetteer) {
    schema::WordSplitter splitter;
    splitter.split(analysed.statement.text, [&](const schema::Word& word) {
      if (word.kind != schema::WordKind::Joined) starts_.push_back(word.start);
    });
    for (const GoldAttribution& label : gold.attributions) labels_.push_back(words_in(starts_, label.content));
  }

  GoldScore run() {
    std::set<std::size_t> hit;
    for (const corpus::Attribution& finding : analysed_.attributions) judge(finding, hit);
    for (std::size_t i = 0; i < gold_.attributions.size(); ++i) {
      if (gold_.attributions[i].optional) continue;
      ++score_.required;
      if (hit.contains(i)) ++score_.found;
      else fault("missed", gold_.attributions[i].content.front(), names(gold_.attributions[i].said_by));
    }
    return std::move(score_);
  }

 private:
  void judge(const corpus::Attribution& finding, std::set<std::size_t>& hit) {
    if (finding.confidence < corpus::kFoundConfidence) return;
    const Words words = words_in(starts_, finding.content);
    bool right = false;
    bool own = false;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      const GoldAttribution& label = gold_.attributions[i];
      const std::size_t both = common(words, labels_[i]);
      if (both == 0) continue;
      const bool speaker = says(finding, label);
      own = own || (speaker && (label.turn || label.whole));
      if (!speaker || 2 * both < words.size() + labels_[i].size() - both) continue;
      right = true;
      hit.insert(i);
    }
    if (!right && own) return;
    ++score_.predicted;
    if (right) ++score_.right;
    else fault("wrong", finding.content.front(), speakers(finding) + " by " + std::string(finding.rule) + " " + std::to_string(finding.confidence));
  }

  bool says(const corpus::Attribution& finding, const GoldAttribution& label) const {
    if (label.said_by.empty()) return true;  // nobody to be named: whoever is
    return std::all_of(label.said_by.begin(), label.said_by.end(), [&](const std::string& wanted) {
      return std::any_of(finding.speakers.begin(), finding.speakers.end(), [&](const corpus::Speaker& speaker) {
        if (speaker.leader && gazetteer_.leaders()[*speaker.leader].id == wanted) return true;
        return !last_word(wanted).empty() && last_word(speaker.name) == last_word(wanted);
      });
    });
  }

  static std::string names(const std::vector<std::string>& list) {
    std::string joined;
    for (const std::string& name : list) joined += (joined.empty() ? "" : ", ") + name;
    return joined;
  }

  static std::string speakers(const corpus::Attribution& finding) {
    std::vector<std::string> list;
    for (const corpus::Speaker& speaker : finding.speakers) list.push_back(speaker.name);
    return names(list);
  }

  void fault(const std::string& what, Span content, const std::string& who) {
    const std::string words(corpus::text_of(analysed_.statement.text, content).substr(0, 90));
    score_.faults.push_back(gold_.id + ": " + what + ": [" + who + "] " + words);
  }

  const GoldStatement& gold_;
  const corpus::AnalysedStatement& analysed_;
  const schema::Gazetteer& gazetteer_;
  std::vector<std::size_t> starts_;
  std::vector<Words> labels_;
  GoldScore score_;
};

}  // namespace

std::string gold_id(const std::string& line) { return Json::parse(line)["id"]; }

GoldStatement read_gold(const std::string& line, const std::string& text) {
  const Json json = Json::parse(line);
  GoldStatement gold;
  gold.id = json["id"];
  gold.lang = json["lang"];
  gold.kinds = json["kinds"].get<std::vector<std::string>>();
  gold.date = json["date"].is_null() ? "" : json["date"].get<std::string>();
  gold.date_origin = json["date_origin"];
  gold.parties = json["parties"].get<std::vector<std::string>>();
  std::size_t place = 0;
  for (const Json& entry : json["attributions"]) {
    GoldAttribution label;
    if (entry.contains("after")) {
      const std::string after = entry["after"];
      place = find_from(text, after, place) + after.size();
    }
    std::size_t first = std::string::npos;
    for (const char* key : {"source", "cue"}) {
      if (!entry[key].is_null()) first = std::min<std::size_t>(first, find_piece(text, entry[key], place).start);
    }
    std::size_t from = place;
    for (const Json& piece : entry["content"]) {
      label.content.push_back(find_piece(text, piece, from));
      from = label.content.back().end;
    }
    place = std::min<std::size_t>(first, label.content.front().start);
    label.said_by = entry["said_by"].get<std::vector<std::string>>();
    label.type = entry["type"];
    label.whole = entry.value("whole", false);
    label.turn = !label.whole && entry["cue"].is_null() && !entry.value("inner", false);
    label.optional = entry.value("optional", false);
    gold.attributions.push_back(std::move(label));
  }
  return gold;
}

void GoldScore::add(const GoldScore& other) {
  required += other.required;
  found += other.found;
  predicted += other.predicted;
  right += other.right;
  faults.insert(faults.end(), other.faults.begin(), other.faults.end());
}

GoldScore score(const GoldStatement& gold, const corpus::AnalysedStatement& analysed,
                const schema::Gazetteer& gazetteer) {
  return Scorer(gold, analysed, gazetteer).run();
}

}  // namespace communique::test
