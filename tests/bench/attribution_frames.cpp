// SPDX-License-Identifier: GPL-3.0-or-later
// attribution-frames [--boundaries TSV] < TEXTS.jsonl: the candidate attributions of each text with what they are told
// apart by, one JSON object per text, for scripts/count_attribution_tables.py. Offsets count code points.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include <nlohmann/json.hpp>

#include "corpus/analysis/sentences.h"
#include "corpus/attribution/candidates.h"
#include "corpus/attribution/content_end.h"
#include "corpus/attribution/data_embed.h"
#include "schema/utf8.h"

namespace {

using namespace communique;
using namespace communique::corpus::attribution;
using nlohmann::json;

std::string read_file(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Dump {
 public:
  explicit Dump(const Tables& tables) : tables_(tables) {}

  json read(const std::string& text) {
    find_candidates(text, corpus::split_sentences(text, "en"), tables_, candidates_);
    schema::CodePointCounter points(text);
    json frames = json::array();
    for (const Frame& frame : candidates_.frames) {
      json one{
          {"cue", span(points, frame.cue)}, {"source", span(points, frame.source)},     {"rule", to_string(frame.rule)},
          {"features", features(frame)},    {"report", tables_.is_report(frame.lemma)}, {"content", json::array()}};
      for (std::size_t part = 0; part < frame.parts; ++part)
        one["content"].push_back(span(points, frame.content[part]));
      one["boundaries"] = boundaries(points, frame);
      frames.push_back(std::move(one));
    }
    return frames;
  }

 private:
  json span(schema::CodePointCounter& points, TokenRange range) const {
    if (range.empty()) return nullptr;
    return json::array({points.at(token(range.first).start), points.at(token(range.last - 1).end)});
  }

  /// Where content that follows the cue could end, on to the sentence's end.
  json boundaries(schema::CodePointCounter& points, const Frame& frame) const {
    json found = json::array();
    const TokenRange part = frame.content[frame.parts - 1U];
    if (part.first < frame.cue.first || token(part.first).sentence != token(frame.cue.first).sentence) return found;
    const std::uint32_t end = sentence_end(candidates_.text, part.first);
    for (std::uint32_t at = part.first + 1; at < end;) {
      const Boundary boundary = next_boundary(candidates_.text, at, end);
      if (boundary.at >= end) break;
      found.push_back({points.at(token(boundary.at).start), name_of(boundary.key.mark), name_of(boundary.key.next),
                       name_of(boundary.key.second)});
      at = boundary.at + 1;
    }
    return found;
  }

  const Token& token(std::uint32_t at) const { return candidates_.text.tokens[at]; }

  const Tables& tables_;
  Candidates candidates_;
};

}  // namespace

int main(int argc, char** argv) {
  const bool own = argc == 3 && std::string(argv[1]) == "--boundaries";
  if (argc != 1 && !own) {
    std::fputs("Usage: attribution-frames [--boundaries TSV] < TEXTS.jsonl\n", stderr);
    return 2;
  }
  const Tables tables(own ? read_file(argv[2]) : std::string(boundaries_tsv()), precision_tsv(), press_weights_tsv());
  Dump dump(tables);
  for (std::string line; std::getline(std::cin, line);) {
    const json text = json::parse(line);
    std::cout << json{{"id", text.at("id")}, {"frames", dump.read(text.at("text").get<std::string>())}}.dump() << '\n';
  }
}
