// SPDX-License-Identifier: GPL-3.0-or-later
// inner-loops: Google Benchmark over the loops in which indexing and searching spend their time. Here those over texts;
// index_loops.cpp has those over an index. `inner-loops --benchmark_filter=words` runs some of them.
#include <array>
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>

#include "corpus/analysis/mentions.h"
#include "corpus/analysis/sentences.h"
#include "loop_texts.h"
#include "schema/text_codec.h"
#include "schema/words.h"
#include "searcher/query/parse.h"

namespace {

using namespace communique;

constexpr std::size_t kTextBytes = 64 << 10;

void count_bytes(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes));
}

void split_words(benchmark::State& state, bench::Script script) {
  const std::string text = bench::text_in(script, kTextBytes);
  schema::WordSplitter splitter;
  std::size_t words = 0;
  for (auto _ : state) {
    splitter.split(text, [&](const schema::Word& word) { words += word.term.size() > 0 ? 1 : 0; });
  }
  benchmark::DoNotOptimize(words);
  count_bytes(state, text.size());
  state.SetItemsProcessed(static_cast<std::int64_t>(words));
}
BENCHMARK_CAPTURE(split_words, ascii, bench::Script::Ascii);
BENCHMARK_CAPTURE(split_words, accented, bench::Script::Accented);
BENCHMARK_CAPTURE(split_words, cyrillic, bench::Script::Cyrillic);
BENCHMARK_CAPTURE(split_words, chinese, bench::Script::Han);

void split_sentences(benchmark::State& state, bench::Script script, const char* language) {
  const std::string text = bench::text_in(script, kTextBytes);
  for (auto _ : state) benchmark::DoNotOptimize(corpus::split_sentences(text, language));
  count_bytes(state, text.size());
}
BENCHMARK_CAPTURE(split_sentences, english, bench::Script::Ascii, "en");
BENCHMARK_CAPTURE(split_sentences, chinese, bench::Script::Han, "zh");

void find_mentions(benchmark::State& state, bench::Script script, const char* language) {
  static const auto gazetteer = schema::Gazetteer::parse(schema::built_in_leaders());
  const std::string text = bench::text_in(script, kTextBytes);
  corpus::MentionContext context;
  context.date = schema::Date{2021, 12, 31};
  context.lang = language;
  schema::WordSplitter splitter;
  for (auto _ : state) benchmark::DoNotOptimize(corpus::find_mentions(text, gazetteer, context, splitter));
  count_bytes(state, text.size());
}
BENCHMARK_CAPTURE(find_mentions, english, bench::Script::Ascii, "en");
BENCHMARK_CAPTURE(find_mentions, russian, bench::Script::Cyrillic, "ru");

constexpr std::array<std::string_view, 6> kQueries{
    "cooperation",
    "new year greetings",
    "\"win-win cooperation\" OR \"good neighbours\"",
    "(trade energy \"New Year\") year:2019..2024 country:CHN -type:speech",
    "said-by:putin \"winter olympics\" NEAR/5 (beijing OR peking) date:2021-03-01..2022-05-31",
    "What did the two presidents say about the treaty they signed in 2001, and who else was there?",
};

void parse_query(benchmark::State& state) {
  for (auto _ : state) {
    for (const std::string_view query : kQueries) benchmark::DoNotOptimize(searcher::parse(query));
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * kQueries.size()));
}
BENCHMARK(parse_query);

void decode_text(benchmark::State& state) {
  const std::vector<std::string> texts = bench::passages(2000);
  const schema::TextCodec codec(schema::TextCodec::train(texts));
  std::vector<std::string> compressed;
  std::size_t bytes = 0;
  for (const std::string& text : texts) {
    compressed.push_back(codec.compress(text));
    bytes += text.size();
  }
  for (auto _ : state) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      benchmark::DoNotOptimize(codec.decompress(compressed[i], texts[i].size()));
    }
  }
  count_bytes(state, bytes);
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * texts.size()));
}
BENCHMARK(decode_text);

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  try {
    benchmark::RunSpecifiedBenchmarks();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "inner-loops: %s\n", error.what());
    return 1;
  }
  benchmark::Shutdown();
  return 0;
}
