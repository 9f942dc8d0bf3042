// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/index_writer.h"

#include <algorithm>
#include <set>

#include "indexer/generation.h"
#include "schema/error.h"
#include "schema/files.h"

namespace communique::indexer {

namespace {

constexpr double kDeadShareToRebuild = 0.25;
constexpr std::uint64_t kDeadToRebuild = 200;  // statements; below that a rebuild saves nothing a user would notice

void make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    throw Error(ErrorCode::Io, "making the folder " + folder.string() + ": " + error.message(),
                "check the permissions of the folder above it");
  }
}

/// A folder with files of its own is not turned into an index by a mistyped --index.
void check_is_free(const schema::IndexPaths& paths) {
  std::error_code error;
  if (std::filesystem::exists(paths.root, error) && !std::filesystem::is_directory(paths.root, error)) {
    throw Error(ErrorCode::IndexMissing, paths.root.string() + " is a file, not an index folder",
                "give another --index");
  }
  const std::set<std::string> ours{"lock",       "manifests", "shards",     "families", "dictionaries",
                                   "gazetteers", "ledgers",   "duplicates", "building", "CURRENT.tmp"};
  for (const auto& entry : std::filesystem::directory_iterator(paths.root, error)) {
    if (!ours.contains(entry.path().filename().string())) {
      throw Error(ErrorCode::IndexMissing,
                  paths.root.string() + " holds other files (" + entry.path().filename().string() + ") and is no index",
                  "give an --index folder that is empty or does not exist yet");
    }
  }
}

std::set<std::string> names_of(const schema::Manifest& manifest) {
  std::set<std::string> files;
  for (const schema::FileEntry* entry : schema::files_of(manifest)) files.insert(entry->file);
  return files;
}

}  // namespace

IndexWriter::IndexWriter(const std::filesystem::path& index, bool create, unsigned keep) : paths_{index}, keep_(keep) {
  const std::optional<std::uint64_t> generation = schema::current_generation(paths_);
  if (!generation && !create) schema::read_current(paths_);  // throws, saying what is missing
  if (!generation) {
    check_is_free(paths_);
    make_folder(paths_.root);
  }
  lock_.emplace(paths_.lock());
  for (const auto& folder : folders()) {
    make_folder(folder);
  }
  // Read again under the lock: another writer may have published in between.
  if (schema::current_generation(paths_)) {
    manifest_ = schema::read_current(paths_);
    schema::check_files_present(paths_, *manifest_);
    const std::filesystem::path file = paths_.root / manifest_->ledger.file;
    ledger_ = decode_ledger(schema::read_file(file), file.string());
  }
  sweep();
}

std::vector<std::filesystem::path> IndexWriter::folders() const {
  return {paths_.manifests(),  paths_.shards(),  paths_.families(),  paths_.dictionaries(),
          paths_.gazetteers(), paths_.ledgers(), paths_.duplicates()};
}

std::optional<std::string> IndexWriter::dictionary() const {
  if (!manifest_) return std::nullopt;
  return schema::read_file(paths_.root / manifest_->dictionary.file);
}

std::string IndexWriter::gazetteer_json() const {
  return manifest_ ? schema::read_file(paths_.root / manifest_->gazetteer.file) : std::string();
}

std::filesystem::path IndexWriter::building_folder() {
  make_folder(paths_.building());
  return paths_.building();
}

std::vector<std::size_t> IndexWriter::shards_to_rebuild(const std::vector<std::uint32_t>& dead) const {
  std::vector<std::size_t> rebuild;
  if (!manifest_) return rebuild;
  std::vector<std::uint64_t> dead_in(manifest_->shards.size());
  for (const std::uint32_t row : dead) ++dead_in[ledger_.rows[row].shard];
  for (std::size_t i = 0; i < manifest_->shards.size(); ++i) {
    const schema::ShardEntry& shard = manifest_->shards[i];
    const std::uint64_t gone = shard.tombstones.size() + dead_in[i];
    const bool many = static_cast<double>(gone) > kDeadShareToRebuild * static_cast<double>(shard.statements);
    if (gone == shard.statements || (many && gone >= kDeadToRebuild)) rebuild.push_back(i);
  }
  return rebuild;
}

void IndexWriter::publish(const Change& change, std::string_view gazetteer_json) {
  Generation next = make_generation(paths_, manifest_, ledger_, change, gazetteer_json);
  const std::string json = schema::to_json(next.manifest);
  schema::write_file_synced(paths_.manifest(next.manifest.generation), json);
  schema::sync_path(paths_.manifests());
  schema::replace_file_synced(paths_.current(), schema::current_line(next.manifest.generation, json));
  manifest_ = std::move(next.manifest);
  ledger_ = std::move(next.ledger);
  sweep();
}

void IndexWriter::sweep() const {
  std::set<std::string> wanted;
  if (manifest_) {
    wanted = names_of(*manifest_);
    wanted.insert(std::filesystem::relative(paths_.manifest(manifest_->generation), paths_.root).string());
    for (std::uint64_t back = 1; back < keep_ && back < manifest_->generation; ++back) {
      const std::filesystem::path older = paths_.manifest(manifest_->generation - back);
      std::error_code error;
      if (!std::filesystem::exists(older, error)) continue;
      try {
        wanted.merge(names_of(schema::parse_manifest(schema::read_file(older), older.string())));
        wanted.insert(std::filesystem::relative(older, paths_.root).string());
      } catch (const Error&) {
        // An unreadable older manifest protects nothing: nobody can open it.
      }
    }
  }
  std::error_code ignored;  // what can not be removed now is removed by a later run
  for (const auto& folder : folders()) {
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
      const std::string name = std::filesystem::relative(entry.path(), paths_.root, ignored).string();
      if (!wanted.contains(name)) std::filesystem::remove_all(entry.path(), ignored);
    }
  }
  drop_building();
}

void IndexWriter::drop_building() const {
  std::error_code ignored;
  std::filesystem::remove_all(paths_.building(), ignored);
}

}  // namespace communique::indexer
