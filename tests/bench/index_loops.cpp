// SPDX-License-Identifier: GPL-3.0-or-later
// Inner loops over an index: reading documents' words and words' documents, and finding words in a window.
#include <cstdint>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include "indexer/add.h"
#include "loop_texts.h"
#include "schema/forward_index.h"
#include "schema/word_lists.h"
#include "searcher/open_index.h"
#include "searcher/word_window.h"
#include "tests/support/temp_dir.h"

namespace {

using namespace communique;

constexpr std::size_t kStatements = 2000;

/// One shard of passages of the sample's sentences, indexed when it is first asked for.
class LoopIndex {
 public:
  LoopIndex() : index_((build(), folder_ / "index")) {}

  searcher::OpenIndex& open() { return index_; }
  const schema::ForwardIndex& forward() { return index_.forward(0); }
  const schema::WordLists& lists() { return index_.lists(0); }

 private:
  void build() const {
    std::string records;
    for (const std::string& text : bench::passages(kStatements)) {
      records += nlohmann::json{{"text", text}, {"date", "2021-12-31"}, {"lang", "en"}}.dump() + "\n";
    }
    indexer::AddOptions options;
    options.index = folder_ / "index";
    options.inputs = {folder_.write("statements.jsonl", records).string()};
    indexer::add(options, {});
  }

  tests::TempDir folder_;
  searcher::OpenIndex index_;
};

LoopIndex& loop_index() {
  static LoopIndex index;
  return index;
}

void read_document_words(benchmark::State& state) {
  const schema::ForwardIndex& forward = loop_index().forward();
  std::size_t words = 0;
  std::uint64_t sum = 0;
  for (auto _ : state) {
    for (std::uint32_t docid = 1; docid <= forward.documents(); ++docid) {
      schema::for_each_word(forward.document(docid), schema::Titles::Read,
                            [&](schema::WordNumber number, std::uint32_t at) {
                              sum += number ^ at;
                              ++words;
                            });
    }
  }
  benchmark::DoNotOptimize(sum);
  state.SetItemsProcessed(static_cast<std::int64_t>(words));
}
BENCHMARK(read_document_words);

/// Every passage of every word.
void read_word_lists(benchmark::State& state) {
  const schema::WordLists& lists = loop_index().lists();
  std::size_t passages = 0;
  std::uint64_t sum = 0;
  for (auto _ : state) {
    for (schema::WordNumber number = 0; number < lists.words(); ++number) {
      for (schema::WordListReader reader(lists.list(number).run); reader.docid() != 0; reader.next()) {
        sum += reader.docid() ^ reader.count();
        ++passages;
      }
    }
  }
  benchmark::DoNotOptimize(sum);
  state.SetItemsProcessed(static_cast<std::int64_t>(passages));
}
BENCHMARK(read_word_lists);

/// Items are documents looked at: those that hold all the words.
void find_window(benchmark::State& state, const searcher::WordWindow& window) {
  searcher::OpenIndex& index = loop_index().open();
  const Xapian::Database& database = index.database();
  const Xapian::Query query = searcher::window_query(index.forward(), window);
  std::size_t found = 0;
  for (auto _ : state) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    found = enquire.get_mset(0, 10, database.get_doccount()).get_matches_estimated();
  }
  std::vector<Xapian::Query> words;
  for (const auto& forms : window.words) words.emplace_back(Xapian::Query::OP_OR, forms.begin(), forms.end());
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_AND, words.begin(), words.end()));
  const std::size_t looked_at = enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * looked_at));
  state.counters["found"] = static_cast<double>(found);
}
BENCHMARK_CAPTURE(find_window, phrase, {{{"new"}, {"year"}}, 2, true});
BENCHMARK_CAPTURE(find_window, phrase_of_4, {{{"of"}, {"the"}, {"two"}, {"countries"}}, 4, true});
BENCHMARK_CAPTURE(find_window, phrase_of_forms, {{{"new"}, {"year", "years"}}, 2, true});
BENCHMARK_CAPTURE(find_window, near, {{{"two"}, {"countries"}}, 10, false});

}  // namespace
