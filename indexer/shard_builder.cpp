// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/shard_builder.h"

#include <algorithm>
#include <future>

#include <sys/resource.h>
#include <xapian.h>

#include "indexer/word_merge.h"
#include "schema/files.h"
#include "schema/record_file.h"
#include "schema/xapian_guard.h"

namespace communique::indexer {

namespace {

constexpr std::size_t kFilesPerDatabase = 6;
constexpr std::size_t kFilesElsewhere = 64;  // inputs, libraries, the output

void compact_once(const std::vector<ShardPart>& parts, const std::filesystem::path& output) {
  schema::guard_xapian("compacting into " + output.string(), [&] {
    Xapian::Database sources;
    for (const ShardPart& part : parts) sources.add_database(Xapian::Database(part.files.database.string()));
    // Not in several passes: without positions and records there is little to merge (0.85 of the time, 300 segments).
    sources.compact(output.string(), Xapian::DBCOMPACT_SINGLE_FILE);
  });
}

}  // namespace

std::size_t raise_open_file_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    ::getrlimit(RLIMIT_NOFILE, &limit);
  }
  const std::size_t files = std::max<std::size_t>(static_cast<std::size_t>(limit.rlim_cur), 256);
  return std::clamp<std::size_t>((files - kFilesElsewhere) / kFilesPerDatabase, 8, 2000);
}

namespace {

void compact_parts(const std::vector<ShardPart>& parts, const std::filesystem::path& output) {
  const std::size_t most = raise_open_file_limit();
  std::vector<ShardPart> rest = parts;
  for (int round = 0; rest.size() > most; ++round) {
    std::vector<ShardPart> merged;
    for (std::size_t first = 0; first < rest.size(); first += most) {
      const auto begin = rest.begin() + static_cast<std::ptrdiff_t>(first);
      const auto end = rest.begin() + static_cast<std::ptrdiff_t>(std::min(first + most, rest.size()));
      ShardPart part{{output.string() + "." + std::to_string(round) + "-" + std::to_string(merged.size()), {}, {}, {}},
                     0};
      for (auto it = begin; it != end; ++it) part.documents += it->documents;
      compact_once({begin, end}, part.files.database);
      merged.push_back(std::move(part));
    }
    rest = std::move(merged);
  }
  compact_once(rest, output);
  schema::sync_path(output);
}

void merge_records(const std::vector<ShardPart>& parts, const std::filesystem::path& output) {
  schema::RunsWriter out(output, schema::kRecordsMagic);
  for (const ShardPart& part : parts) {
    const schema::RunsFile records(part.files.records, schema::kRecordsMagic);
    for (std::uint32_t docid = 1; docid <= records.documents(); ++docid) out.add(records.run(docid));
  }
  out.finish();
  schema::sync_path(output);
}

std::string uuid_of(const std::filesystem::path& file) {
  return schema::guard_xapian("opening " + file.string(), [&] { return Xapian::Database(file.string()).get_uuid(); });
}

}  // namespace

BuiltShard build_shard(const std::vector<ShardPart>& parts, const ShardFiles& output) {
  BuiltShard built;
  std::vector<WordFiles> words;
  for (const ShardPart& part : parts) words.push_back({part.files.forward, part.files.lists});
  std::future<void> merged = std::async(std::launch::async, [&] {
    merge_words(words, {output.forward, output.lists});
    merge_records(parts, output.records);
    built.hashes.forward = schema::sha256_file(output.forward);
    built.hashes.lists = schema::sha256_file(output.lists);
    built.hashes.records = schema::sha256_file(output.records);
  });
  compact_parts(parts, output.database);
  built.hashes.database = schema::sha256_file(output.database);
  built.uuid = uuid_of(output.database);
  merged.get();
  return built;
}

}  // namespace communique::indexer
