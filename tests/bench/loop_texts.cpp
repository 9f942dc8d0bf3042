// SPDX-License-Identifier: GPL-3.0-or-later
#include "loop_texts.h"

#include <algorithm>
#include <map>
#include <random>
#include <string_view>

#include "corpus/analysis/sentences.h"
#include "corpus/reader.h"
#include "schema/error.h"

namespace communique::bench {

namespace {

constexpr std::size_t kPassageBytes = 1200;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Lead bytes tell the script well enough here: D0 to D3 Cyrillic, E3 to E9 what is Chinese.
std::size_t count_leads(std::string_view text, unsigned char from, unsigned char to) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= from && byte <= to;
  }));
}

Script script_of(std::string_view sentence) {
  if (is_ascii(sentence)) return Script::Ascii;
  if (count_leads(sentence, 0xD0, 0xD3) * 4 > sentence.size()) return Script::Cyrillic;
  if (count_leads(sentence, 0xE3, 0xE9) * 5 > sentence.size()) return Script::Han;
  return Script::Accented;
}

using SentencesByScript = std::map<Script, std::vector<std::string>>;

SentencesByScript read_sample() {
  SentencesByScript found;
  const corpus::RecordSink sink{[&](corpus::Statement&& statement) {
                                  for (const corpus::Span& span : corpus::split_sentences(statement.text)) {
                                    std::string sentence = statement.text.substr(span.start, span.end - span.start);
                                    found[script_of(sentence)].push_back(std::move(sentence));
                                  }
                                },
                                [](corpus::Rejection&&) {}, [] { return false; }, [](std::uint64_t) {}};
  for (const corpus::InputFile& file : corpus::list_inputs({COMMUNIQUE_SOURCE_DIR "/corpus/sample"}).files) {
    corpus::read_file(file, {}, sink);
  }
  return found;
}

const std::vector<std::string>& sentences_in(Script script) {
  static const SentencesByScript sample = read_sample();
  const auto found = sample.find(script);
  if (found == sample.end())
    throw Error(ErrorCode::Usage, "corpus/sample holds no sentence in a script that is measured");
  return found->second;
}

}  // namespace

std::string text_in(Script script, std::size_t bytes, unsigned seed) {
  const std::vector<std::string>& sentences = sentences_in(script);
  std::mt19937 random(seed);
  std::string text;
  for (std::size_t count = 1; text.size() < bytes; ++count) {
    text += sentences[random() % sentences.size()];
    text += count % 5 == 0 ? "\n\n" : " ";
  }
  return text;
}

std::vector<std::string> passages(std::size_t count) {
  std::vector<std::string> texts;
  for (unsigned seed = 1; texts.size() < count; ++seed) texts.push_back(text_in(Script::Ascii, kPassageBytes, seed));
  return texts;
}

}  // namespace communique::bench
