// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/add.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <thread>

#include "indexer/batcher.h"
#include "indexer/build_pool.h"
#include "indexer/gazetteer_choice.h"
#include "indexer/index_writer.h"
#include "indexer/statement_record.h"
#include "indexer/stored_statements.h"
#include "schema/bytes.h"
#include "schema/files.h"
#include "schema/terms.h"
#include "schema/words.h"

namespace communique::indexer {

namespace {

// Text of one segment. Measured on 215 MB of press releases, two threads: see docs/performance.md.
constexpr std::size_t kBatchBytes = 4'000'000;
constexpr std::size_t kMegabyte = 1'000'000;
// The dictionary is trained on the first statements, cut to about a passage's length.
constexpr std::size_t kTrainingBytes = kMegabyte;
constexpr std::size_t kSampleBytes = 1000;

std::string how_read(const corpus::ReadOptions& read, const std::string& how_analysed) {
  schema::ByteWriter writer;
  writer.string(how_analysed);
  writer.string(corpus::to_string(read.format));
  for (const auto* table : {&read.map, &read.defaults}) {
    writer.number(table->size());
    for (const auto& [key, value] : *table) {
      writer.string(key);
      writer.string(value);
    }
  }
  writer.string(read.path_pattern);
  writer.number(read.limits.record_bytes);
  return schema::short_hash(writer.take());
}

std::string how_analysed(const std::string& gazetteer_json) {
  return std::to_string(corpus::kAnalysisVersion) + "." + std::to_string(schema::kNormaliserVersion) + "." +
         std::to_string(schema::kSchemaVersion) + "." + schema::short_hash(gazetteer_json);
}

/// One run; each step is a member so that they can share what they know.
class AddRun {
 public:
  AddRun(const AddOptions& options, const AddEvents& events)
      : options_(options),
        events_(events),
        inputs_(corpus::list_inputs(options.inputs)),
        gazetteer_(choose_gazetteer(options.gazetteer, open_writer().user_gazetteer)),
        how_analysed_(how_analysed(gazetteer_.json)),
        planner_(ledger(), how_analysed_, how_read(options.read, how_analysed_)) {}

  AddSummary run() {
    try {
      return run_steps();
    } catch (...) {
      // What was built is of no use any more, and on a full disk it is in the way.
      pool_.reset();
      if (writer_) writer_->drop_building();
      throw;
    }
  }

 private:
  /// A dry run does not even make the folder of an index that is not there.
  const Ledger& open_writer() {
    if (!options_.dry_run || std::filesystem::exists(options_.index))
      writer_.emplace(options_.index, !options_.dry_run, options_.keep);
    return ledger();
  }
  const Ledger& ledger() const { return writer_ ? writer_->ledger() : no_ledger_; }

  AddSummary run_steps() {
    report_unreadable();
    for (const corpus::InputFile& file : inputs_.files) {
      if (stopped()) break;
      read(file);
    }
    finish();
    return std::move(summary_);
  }

  bool stopped() {
    if (!summary_.interrupted && events_.interrupted && events_.interrupted()) summary_.interrupted = true;
    return summary_.interrupted;
  }

  void report_unreadable() {
    for (const corpus::Rejection& rejection : inputs_.unreadable) reject(rejection);
    all_whole_ = inputs_.unreadable.empty();
    for (const corpus::InputFile& file : inputs_.files) {
      std::error_code error;
      const auto bytes = std::filesystem::file_size(file.path, error);
      if (!error) progress_.bytes_total += bytes;
    }
    summary_.files = inputs_.files.size();
    summary_.skipped_hidden = inputs_.skipped_hidden;
    summary_.skipped_other = inputs_.skipped_other;
  }

  void reject(const corpus::Rejection& rejection) {
    ++summary_.counts.rejected;
    if (events_.rejected) events_.rejected(rejection);
  }

  void show_progress() {
    progress_.statements = planner_.counts().added + planner_.counts().replaced + planner_.counts().unchanged;
    if (events_.progress) events_.progress(progress_);
  }

  void read(const corpus::InputFile& file) {
    std::error_code error;
    if (is_unchanged(file)) {
      const auto bytes = std::filesystem::file_size(file.path, error);
      progress_.bytes_read += error ? 0 : bytes;
      show_progress();
      return;
    }
    planner_.begin_file(file);
    const std::uint64_t rejected_before = summary_.counts.rejected;
    const corpus::RecordSink sink{[&](corpus::Statement&& statement) { take(std::move(statement)); },
                                  [&](corpus::Rejection&& rejection) { reject(rejection); }, [&] { return stopped(); },
                                  [&](std::uint64_t bytes) {
                                    progress_.bytes_read += bytes;
                                    show_progress();
                                  }};
    const bool whole = corpus::read_file(file, options_.read, sink);
    all_whole_ = all_whole_ && whole;
    planner_.end_file(whole && !summary_.interrupted && summary_.counts.rejected == rejected_before);
  }

  /// A file that can not be hashed can not be read either: the reader says so, and the run goes on.
  bool is_unchanged(const corpus::InputFile& file) {
    try {
      return planner_.is_unchanged(file);
    } catch (const Error&) {
      return false;
    }
  }

  void take(corpus::Statement&& statement) {
    const corpus::Location location = statement.location;
    const std::string id = statement.id;
    if (!statement.notes.empty() && events_.noted) events_.noted(statement);
    PlannedStatement planned;
    switch (planner_.plan(std::move(statement), planned)) {
      case Verdict::Clash:
        reject({location, "another record of this run has the id \"" + id + "\" and other content", ""});
        return;
      case Verdict::Unchanged:
        return;
      case Verdict::Add:
      case Verdict::Replace:
        summary_.text_bytes += planned.statement.text.size();
        if (!options_.dry_run) build(std::move(planned));
    }
  }

  /// Statements wait until there is enough text to train the dictionary on, in an index's first run; then they go on.
  void build(PlannedStatement&& planned) {
    if (pool_) {
      batcher_->add(std::move(planned));
      return;
    }
    training_bytes_ += planned.statement.text.size();
    training_.push_back(std::move(planned));
    if (writer_->manifest() || training_bytes_ >= kTrainingBytes) start_pool();
  }

  std::string dictionary() const {
    if (const auto known = writer_->dictionary()) return *known;
    std::vector<std::string> samples;
    for (const PlannedStatement& planned : training_) {
      const std::string& text = planned.statement.text;
      for (std::size_t at = 0; at < text.size(); at += kSampleBytes) samples.push_back(text.substr(at, kSampleBytes));
    }
    return schema::TextCodec::train(samples);
  }

  void start_pool() {
    const unsigned threads =
        options_.threads != 0 ? options_.threads : std::max(1u, std::thread::hardware_concurrency());
    const std::size_t memory = std::max<std::size_t>(options_.memory_mb, 128) * kMegabyte;
    const std::filesystem::path folder = writer_->building_folder();
    dictionary_ = dictionary();
    pool_.emplace(gazetteer_.gazetteer, dictionary_, folder, threads, memory / 16);
    batcher_.emplace(kBatchBytes, memory / 8, [this](Batch&& batch) { pool_->push(std::move(batch)); });
    for (PlannedStatement& planned : training_) batcher_->add(std::move(planned));
    training_ = {};
  }

  void finish() {
    const std::uint64_t rejected = summary_.counts.rejected;
    summary_.counts = planner_.counts();
    summary_.counts.rejected = rejected;
    Change change;
    change.dead = planner_.replaced_rows();
    if (options_.prune) prune(change);
    std::sort(change.dead.begin(), change.dead.end());
    summary_.generation = writer_ && writer_->manifest() ? writer_->manifest()->generation : 0;
    if (options_.dry_run || (summary_.counts.added == 0 && change.dead.empty())) return;
    rebuild_shards(change);
    if (!pool_ && !training_.empty()) start_pool();
    if (pool_) {
      progress_.stage = "building";
      show_progress();
      batcher_->flush();
      BuiltSegments built = pool_->finish();
      change.segments = std::move(built.segments);
      change.words = std::move(built.words);
    }
    change.dictionary = dictionary_;
    change.user_gazetteer = gazetteer_.user;
    change.sources = planner_.sources();
    progress_.stage = "publishing";
    show_progress();
    count_passages(change);
    writer_->publish(change, gazetteer_.json);
    summary_.generation = writer_->manifest()->generation;
  }

  void prune(Change& change) {
    if (!all_whole_ || summary_.interrupted) {
      summary_.prune_left_out = true;
      return;
    }
    const std::vector<std::uint32_t> unseen = planner_.unseen_rows();
    summary_.counts.deleted = unseen.size();
    change.dead.insert(change.dead.end(), unseen.begin(), unseen.end());
  }

  /// Live statements of shards with too many dead go through the pool again, from their stored records.
  void rebuild_shards(Change& change) {
    change.dropped_shards = writer_->shards_to_rebuild(change.dead);
    std::vector<bool> dead(ledger().rows.size());
    for (const std::uint32_t row : change.dead) dead[row] = true;
    for (const std::size_t shard : change.dropped_shards) {
      for_each_statement(writer_->paths(), *writer_->manifest(), ledger(), shard, [&](StoredStatement&& stored) {
        const auto number = static_cast<std::size_t>(stored.row - ledger().rows.data());
        if (dead[number]) return;
        build({statement_from(stored.record, std::move(stored.text)), stored.row->id, stored.row->content,
               stored.row->source});
      });
    }
  }

  void count_passages(const Change& change) {
    for (const Segment& segment : change.segments) summary_.passages += segment.documents - segment.rows.size();
  }

  const AddOptions& options_;
  const AddEvents& events_;
  corpus::InputList inputs_;
  std::optional<IndexWriter> writer_;  ///< none in a dry run over an index that is not there
  const Ledger no_ledger_;
  GazetteerChoice gazetteer_;
  std::string how_analysed_;
  UpdatePlanner planner_;
  std::optional<BuildPool> pool_;
  std::optional<Batcher> batcher_;
  std::vector<PlannedStatement> training_;  ///< waiting for the dictionary
  std::size_t training_bytes_ = 0;
  std::string dictionary_;
  AddProgress progress_;
  AddSummary summary_;
  bool all_whole_ = true;
};

}  // namespace

AddSummary add(const AddOptions& options, const AddEvents& events) {
  corpus::check(options.read);
  // Xapian flushes by itself after so many documents; a segment is flushed once, by its commit.
  ::setenv("XAPIAN_FLUSH_THRESHOLD", "1000000000", 1);
  return AddRun(options, events).run();
}

}  // namespace communique::indexer
