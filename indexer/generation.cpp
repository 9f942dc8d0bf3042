// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/generation.h"

#include <algorithm>
#include <functional>
#include <future>
#include <utility>

#include "indexer/shard_builder.h"
#include "indexer/signatures.h"
#include "schema/clock.h"
#include "schema/error.h"
#include "schema/files.h"
#include "schema/gazetteer.h"
#include "schema/name_table.h"
#include "schema/versions.h"

namespace communique::indexer {

namespace {

constexpr std::uint64_t kSpareBytes = 16u << 20;  // families, ledger, manifest, and the file system's own needs
constexpr std::size_t kGone = static_cast<std::size_t>(-1);

schema::FileEntry entry_of(const schema::IndexPaths& paths, const std::filesystem::path& file, std::string sha256) {
  return {std::filesystem::relative(file, paths.root).string(), std::filesystem::file_size(file), std::move(sha256)};
}
schema::FileEntry entry_of(const schema::IndexPaths& paths, const std::filesystem::path& file) {
  return entry_of(paths, file, schema::sha256_file(file));
}

std::string numbered(std::uint64_t generation, const std::string& rest) {
  std::string digits = std::to_string(generation);
  if (digits.size() < 6) digits.insert(0, 6 - digits.size(), '0');
  return digits + rest;
}

/// Where an old shard's documents are now: which new shard, and how far its docids moved up.
struct Move {
  std::size_t shard = kGone;
  std::uint32_t offset = 0;
};

void widen(schema::ShardEntry& shard, const std::optional<schema::Date>& from, const std::optional<schema::Date>& to,
           bool undated) {
  if (from && (!shard.from || *from < *shard.from)) shard.from = from;
  if (to && (!shard.to || *to > *shard.to)) shard.to = to;
  shard.undated = shard.undated || undated;
}

void take_signatures(const std::filesystem::path& file, const std::vector<LedgerRow>& rows,
                     const std::function<void(StatementSignature&&)>& take) {
  read_signatures(schema::MappedFile(file).bytes(), rows, file.string(), take);
}

std::uint32_t documents_of(const schema::ShardEntry& shard) {
  return static_cast<std::uint32_t>(shard.statements + shard.passages);
}

/// A shard to be built.
struct ShardJob {
  std::size_t number = 0;  ///< in the new manifest
  std::vector<ShardPart> parts;
  ShardFiles files;
};

/// Builds one generation; each step adds to `next`.
class Maker {
 public:
  Maker(const schema::IndexPaths& paths, const std::optional<schema::Manifest>& old, const Ledger& old_ledger,
        const Change& change)
      : paths_(paths), old_(old), old_ledger_(old_ledger), change_(change), moves_(old ? old->shards.size() : 0) {
    next_.manifest.generation = old ? old->generation + 1 : 1;
    next_.manifest.created = schema::utc_now();
  }

  Generation make(std::string_view gazetteer_json) {
    keep_shards();
    plan_files();
    // Compacting takes most of the time and needs nothing of what is found out meanwhile.
    std::future<std::vector<BuiltShard>> built = std::async(std::launch::async, [&] { return build_shards(); });
    carry_tombstones();
    make_ledger();
    find_versions();
    make_families();
    name_shards(built.get());
    next_.manifest.gazetteer = named_by_content(paths_.gazetteers(), ".json", gazetteer_json);
    const bool same = old_ && old_->gazetteer.sha256 == next_.manifest.gazetteer.sha256;
    const auto names = [&] { return schema::encode_names(schema::Gazetteer::parse(gazetteer_json)); };
    next_.manifest.names = same ? old_->names : named_by_content(paths_.gazetteers(), ".names", names());
    next_.manifest.dictionary =
        old_ ? old_->dictionary : named_by_content(paths_.dictionaries(), ".zdict", change_.dictionary);
    for (const auto& folder : {paths_.shards(), paths_.families(), paths_.dictionaries(), paths_.gazetteers(),
                               paths_.ledgers(), paths_.duplicates()}) {
      schema::sync_path(folder);
    }
    return std::move(next_);
  }

 private:
  void keep_shards() {
    plans_ = plan_shards(old_, change_);
    std::vector<bool> stays(moves_.size(), true);
    for (const std::size_t i : change_.dropped_shards) stays[i] = false;
    for (const ShardPlan& plan : plans_) {
      for (const std::size_t i : plan.old_shards) stays[i] = false;
    }
    for (std::size_t i = 0; i < moves_.size(); ++i) {
      if (!stays[i]) continue;
      moves_[i] = {next_.manifest.shards.size(), 0};
      next_.manifest.shards.push_back(old_->shards[i]);
      next_.manifest.shards.back().tombstones.clear();
    }
  }

  /// Decides what each new shard is made of, and where its documents will stand.
  void plan_files() {
    check_space();
    for (const ShardPlan& plan : plans_) plan_shard(plan);
  }

  std::vector<BuiltShard> build_shards() const {
    std::vector<BuiltShard> built;
    for (const ShardJob& job : jobs_) {
      built.push_back(build_shard(job.parts, job.files));
    }
    return built;
  }

  void name_shards(const std::vector<BuiltShard>& built) {
    for (std::size_t i = 0; i < jobs_.size(); ++i) {
      schema::ShardEntry& shard = next_.manifest.shards[jobs_[i].number];
      shard.uuid = built[i].uuid;
      const ShardFiles& files = jobs_[i].files;
      const ShardHashes& hashes = built[i].hashes;
      shard.file = entry_of(paths_, files.database, hashes.database);
      shard.forward = entry_of(paths_, files.forward, hashes.forward);
      shard.records = entry_of(paths_, files.records, hashes.records);
      shard.lists = entry_of(paths_, files.lists, hashes.lists);
    }
  }

  /// A compaction needs room for its output beside its inputs: better said before than half-way.
  void check_space() const {
    std::uint64_t needed = kSpareBytes;
    for (const Segment& segment : change_.segments) needed += segment.bytes;
    for (const ShardPlan& plan : plans_) {
      for (const std::size_t i : plan.old_shards) needed += old_->shards[i].bytes();
    }
    std::error_code error;
    const auto space = std::filesystem::space(paths_.root, error);
    if (error || plans_.empty() || space.available >= needed) return;
    throw Error(ErrorCode::DiskFull,
                "the new generation needs up to " + std::to_string(needed >> 20) + " MB, " + paths_.root.string() +
                    " has " + std::to_string(space.available >> 20) + " MB free",
                "nothing published was lost; free some space and run the same command again");
  }

  void plan_shard(const ShardPlan& plan) {
    const std::size_t number = next_.manifest.shards.size();
    schema::ShardEntry shard;
    std::vector<ShardPart> parts;
    std::uint32_t documents = 0;
    for (const std::size_t i : plan.old_shards) {
      const schema::ShardEntry& part = old_->shards[i];
      moves_[i] = {number, documents};
      parts.push_back({{paths_.root / part.file.file, paths_.root / part.forward.file, paths_.root / part.records.file,
                        paths_.root / part.lists.file},
                       documents_of(part)});
      documents += parts.back().documents;
      shard.statements += part.statements;
      shard.passages += part.passages;
      widen(shard, part.from, part.to, part.undated);
    }
    for (const std::size_t i : plan.segments) {
      const Segment& segment = change_.segments[i];
      parts.push_back({files_of_segment(segment.path), segment.documents});
      for (LedgerRow row : segment.rows) {
        row.shard = static_cast<std::uint32_t>(number);
        row.head += documents;
        next_.ledger.rows.push_back(row);
      }
      documents += segment.documents;
      shard.statements += segment.rows.size();
      shard.passages += segment.documents - segment.rows.size();
      widen(shard, segment.from, segment.to, segment.undated);
    }
    const std::string name = numbered(next_.manifest.generation, "-" + std::to_string(number));
    const ShardFiles files{paths_.shards() / (name + ".glass"), paths_.shards() / (name + ".forward"),
                           paths_.shards() / (name + ".records"), paths_.shards() / (name + ".lists")};
    jobs_.push_back({number, std::move(parts), files});
    next_.manifest.shards.push_back(std::move(shard));
  }

  void carry_tombstones() {
    const auto bury = [&](std::size_t old_shard, schema::Tombstone dead) {
      const Move& move = moves_[old_shard];
      if (move.shard == kGone) return;
      dead.head += move.offset;
      next_.manifest.shards[move.shard].tombstones.push_back(std::move(dead));
    };
    for (std::size_t i = 0; i < moves_.size(); ++i) {
      for (const schema::Tombstone& dead : old_->shards[i].tombstones) bury(i, dead);
    }
    for (const std::uint32_t number : change_.dead) {
      const LedgerRow& row = old_ledger_.rows[number];
      bury(row.shard, {row.head, row.passages, version_key(row.id, row.content)});
    }
    for (schema::ShardEntry& shard : next_.manifest.shards) {
      std::sort(shard.tombstones.begin(), shard.tombstones.end(),
                [](const auto& a, const auto& b) { return a.head < b.head; });
    }
  }

  std::vector<bool> dead_rows() const {
    std::vector<bool> dead(old_ledger_.rows.size());
    for (const std::uint32_t number : change_.dead) dead[number] = true;
    return dead;
  }

  void make_ledger() {
    const std::vector<bool> dead = dead_rows();
    for (std::size_t i = 0; i < old_ledger_.rows.size(); ++i) {
      LedgerRow row = old_ledger_.rows[i];
      const Move& move = moves_[row.shard];
      if (dead[i] || move.shard == kGone) continue;
      row.shard = static_cast<std::uint32_t>(move.shard);
      row.head += move.offset;
      next_.ledger.rows.push_back(row);
    }
    std::sort(next_.ledger.rows.begin(), next_.ledger.rows.end(),
              [](const auto& a, const auto& b) { return a.id < b.id; });
    next_.ledger.sources = change_.sources;
    next_.ledger.user_gazetteer = change_.user_gazetteer;
    next_.manifest.statements = next_.ledger.rows.size();
    for (const LedgerRow& row : next_.ledger.rows) {
      next_.manifest.passages += row.passages;
      next_.manifest.text_bytes += row.text_bytes;
    }
    const std::filesystem::path file = paths_.ledgers() / numbered(next_.manifest.generation, ".ledger");
    schema::write_file_synced(file, encode(next_.ledger));
    next_.manifest.ledger = entry_of(paths_, file);
  }

  /// The signatures of all live statements, in the ledger's order.
  std::vector<StatementSignature> signatures() const {
    std::vector<StatementSignature> rows;
    rows.reserve(next_.ledger.rows.size());
    if (old_) {
      const std::vector<bool> dead = dead_rows();
      std::size_t number = 0;
      take_signatures(paths_.root / old_->signatures.file, old_ledger_.rows, [&](StatementSignature&& former) {
        const std::size_t i = number++;
        if (!dead[i] && moves_[old_ledger_.rows[i].shard].shard != kGone) rows.push_back(std::move(former));
      });
    }
    for (const Segment& segment : change_.segments) {
      take_signatures(signatures_of_segment(segment.path), segment.rows,
                      [&](StatementSignature&& one) { rows.push_back(std::move(one)); });
    }
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return rows;
  }

  /// Clusters are found anew in every generation, so that they depend on the statements alone and not on the history.
  void find_versions() {
    const std::vector<StatementSignature> rows = signatures();
    std::vector<std::vector<schema::Version>> clusters;
    for (const Cluster& cluster : find_clusters(rows)) {
      clusters.emplace_back();
      for (const std::uint32_t number : cluster) {
        const LedgerRow& row = next_.ledger.rows[number];
        clusters.back().push_back({row.shard, row.head, row.passages, 0, 0});
      }
    }
    next_.manifest.clusters = clusters.size();
    const std::filesystem::path file = paths_.duplicates() / numbered(next_.manifest.generation, ".signatures");
    write_signatures(file, rows);
    schema::sync_path(file);
    next_.manifest.signatures = entry_of(paths_, file);
    next_.manifest.versions = written(".versions", schema::encode_versions(clusters));
  }

  schema::FileEntry written(const std::string& ending, std::string_view bytes) const {
    const std::filesystem::path file = paths_.duplicates() / numbered(next_.manifest.generation, ending);
    schema::write_file_synced(file, bytes);
    return entry_of(paths_, file);
  }

  /// The old table and the new words together. What was deleted keeps its counts until its shard is rebuilt; a word
  /// that no passage holds any more does no harm beside those that do.
  void make_families() {
    if (old_ && change_.segments.empty()) {
      next_.manifest.families = old_->families;
      next_.manifest.languages = old_->languages;
      return;
    }
    std::map<std::string, schema::Vocabulary> words = change_.words;
    if (old_) {
      for (auto& [lang, vocabulary] : schema::FamilyTable(paths_.root / old_->families.file).vocabularies()) {
        for (auto& [word, passages] : vocabulary) words[lang][word] += passages;
      }
    }
    const std::filesystem::path file = paths_.families() / numbered(next_.manifest.generation, ".families");
    schema::write_families(file, words);
    next_.manifest.families = entry_of(paths_, file);
    next_.manifest.languages = schema::FamilyTable(file).languages();
  }

  /// A file that many generations share while its content stays the same.
  schema::FileEntry named_by_content(const std::filesystem::path& folder, const std::string& ending,
                                     std::string_view bytes) const {
    const std::filesystem::path file = folder / (schema::short_hash(bytes) + ending);
    std::error_code error;
    if (!std::filesystem::exists(file, error) || std::filesystem::file_size(file, error) != bytes.size()) {
      schema::write_file_synced(file, bytes);
    }
    return entry_of(paths_, file);
  }

  const schema::IndexPaths& paths_;
  const std::optional<schema::Manifest>& old_;
  const Ledger& old_ledger_;
  const Change& change_;
  std::vector<Move> moves_;  ///< by old shard
  std::vector<ShardPlan> plans_;
  std::vector<ShardJob> jobs_;  ///< by plan
  Generation next_;
};

}  // namespace

Generation make_generation(const schema::IndexPaths& paths, const std::optional<schema::Manifest>& old,
                           const Ledger& old_ledger, const Change& change, std::string_view gazetteer_json) {
  return Maker(paths, old, old_ledger, change).make(gazetteer_json);
}

}  // namespace communique::indexer
