// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/open_index.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "schema/error.h"
#include "schema/files.h"
#include "schema/record_file.h"
#include "schema/terms.h"
#include "schema/xapian_guard.h"
#include "searcher/document_ranges.h"

namespace communique::searcher {
namespace {

struct Shard {
  Xapian::Database database;
  std::vector<DocumentRange> dead;
  std::optional<schema::RunsFile> records;  ///< mapped at the first read
  std::optional<schema::WordLists> lists;   ///< the same
};

bool may_hold(const schema::ShardEntry& shard, const schema::DateRange& dates, bool undated) {
  if (undated && shard.undated) return true;
  if (!shard.from || !shard.to) return false;
  return !(dates.from && shard.to->last_day() < *dates.from) && !(dates.to && *dates.to < shard.from->first_day());
}

std::vector<DocumentRange> dead_ranges(const schema::ShardEntry& entry) {
  std::vector<DocumentRange> dead;
  dead.reserve(entry.tombstones.size());
  for (const schema::Tombstone& tombstone : entry.tombstones) {
    dead.push_back({tombstone.head, tombstone.head + tombstone.passages});
  }
  std::sort(dead.begin(), dead.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return dead;
}

bool is_dead(const Shard& shard, Xapian::docid docid) {
  const auto before = [](Xapian::docid wanted, const DocumentRange& range) { return wanted < range.first; };
  const auto after = std::upper_bound(shard.dead.begin(), shard.dead.end(), docid, before);
  return after != shard.dead.begin() && docid <= std::prev(after)->last;
}

/// Whole statements, head to last passage, that hold one of `documents` (ascending) and are alive.
std::vector<DocumentRange> statement_ranges(const Shard& shard, std::span<const Xapian::docid> heads,
                                            const std::vector<Xapian::docid>& documents) {
  std::vector<DocumentRange> ranges;
  auto head = heads.begin();
  for (const Xapian::docid docid : documents) {
    if (!ranges.empty() && docid <= ranges.back().last) continue;
    head = std::upper_bound(head, heads.end(), docid);
    if (head == heads.begin()) continue;
    const Xapian::docid first = *std::prev(head);
    const Xapian::docid last = head == heads.end() ? shard.database.get_lastdocid() : *head - 1;
    if (is_dead(shard, first)) continue;
    if (!ranges.empty() && ranges.back().last + 1 == first) {
      ranges.back().last = last;
    } else {
      ranges.push_back({first, last});
    }
  }
  return ranges;
}

}  // namespace

struct OpenIndex::Impl {
  schema::IndexPaths paths;
  schema::Manifest manifest;
  std::vector<Shard> shards;
  Xapian::Database all;
  std::optional<schema::FamilyTable> families;
  std::optional<schema::VersionTable> versions;
  std::optional<schema::Gazetteer> gazetteer;
  std::optional<schema::NameTable> names;
  std::optional<schema::TextCodec> codec;  ///< use text_codec()
  std::shared_ptr<const ForwardByShard> forward;
  std::shared_ptr<const RangesByShard> dead;  ///< null where no tombstone is

  const schema::TextCodec& text_codec() {
    if (!codec) codec.emplace(schema::read_file(paths.root / manifest.dictionary.file));
    return *codec;
  }

  /// A document that is not there has an empty record, which does not decode.
  std::string_view data_of(const DocumentPlace& place) {
    std::optional<schema::RunsFile>& records = shards[place.shard].records;
    if (!records) records.emplace(paths.root / manifest.shards[place.shard].records.file, schema::kRecordsMagic);
    return records->run(place.docid);
  }

  std::string reading(std::size_t number) const { return "reading " + manifest.shards[number].file.file; }
  void open_shards();
};

void OpenIndex::Impl::open_shards() {
  auto all_dead = std::make_shared<RangesByShard>();
  all = Xapian::Database();
  shards = std::vector<Shard>(manifest.shards.size());
  for (std::size_t number = 0; number < shards.size(); ++number) {
    const schema::ShardEntry& entry = manifest.shards[number];
    Shard& shard = shards[number];
    schema::guard_xapian("opening " + entry.file.file, [&] {
      shard.database = Xapian::Database((paths.root / entry.file.file).string());
      if (shard.database.get_uuid() != entry.uuid) {
        throw Error(ErrorCode::IndexDamaged, entry.file.file + " is not the shard that the manifest names",
                    "restore the index folder from a copy, or index the corpus again");
      }
      all.add_database(shard.database);
    });
    shard.dead = dead_ranges(entry);
    if (!shard.dead.empty()) (*all_dead)[entry.uuid] = shard.dead;
  }
  if (!all_dead->empty()) dead = std::move(all_dead);
}

OpenIndex::OpenIndex(const std::filesystem::path& index) : impl_(std::make_unique<Impl>()) {
  impl_->paths.root = index;
  // A writer may publish and sweep between our reading of CURRENT and our opening of its files: then the newer
  // generation is opened instead.
  for (int attempt = 1;; ++attempt) {
    impl_->manifest = schema::read_current(impl_->paths);
    try {
      schema::check_files_present(impl_->paths, impl_->manifest);
      impl_->open_shards();
      return;
    } catch (const Error&) {
      if (attempt == 3 || schema::current_generation(impl_->paths) == impl_->manifest.generation) throw;
    }
  }
}

OpenIndex::~OpenIndex() = default;
OpenIndex::OpenIndex(OpenIndex&&) noexcept = default;
OpenIndex& OpenIndex::operator=(OpenIndex&&) noexcept = default;

const schema::Manifest& OpenIndex::manifest() const { return impl_->manifest; }

const schema::FamilyTable& OpenIndex::families() const {
  if (!impl_->families) impl_->families.emplace(impl_->paths.root / impl_->manifest.families.file);
  return *impl_->families;
}

const schema::VersionTable& OpenIndex::versions() {
  if (!impl_->versions && impl_->manifest.clusters == 0) impl_->versions.emplace();
  if (!impl_->versions) {
    const auto file = impl_->paths.root / impl_->manifest.versions.file;
    impl_->versions.emplace(schema::read_file(file), impl_->manifest, file.string());
  }
  return *impl_->versions;
}

const schema::Gazetteer& OpenIndex::gazetteer() {
  if (!impl_->gazetteer) {
    const auto file = impl_->paths.root / impl_->manifest.gazetteer.file;
    impl_->gazetteer = schema::Gazetteer::parse(schema::read_file(file));
  }
  return *impl_->gazetteer;
}

const schema::NameTable& OpenIndex::names() {
  if (!impl_->names) impl_->names.emplace(impl_->paths.root / impl_->manifest.names.file);
  return *impl_->names;
}

const Xapian::Database& OpenIndex::database() { return impl_->all; }

Xapian::Database OpenIndex::database_for(const schema::DateRange& dates, bool undated,
                                         std::vector<std::size_t>* shards) {
  std::vector<std::size_t> wanted;
  for (std::size_t number = 0; number < impl_->shards.size(); ++number) {
    if (may_hold(impl_->manifest.shards[number], dates, undated)) wanted.push_back(number);
  }
  Xapian::Database some = impl_->all;
  if (wanted.size() != impl_->shards.size()) {
    some = Xapian::Database();
    for (const std::size_t number : wanted) some.add_database(impl_->shards[number].database);
  }
  if (shards) *shards = std::move(wanted);
  return some;
}

const Xapian::Database& OpenIndex::shard(std::size_t number) { return impl_->shards[number].database; }

std::shared_ptr<const ForwardByShard> OpenIndex::forward() {
  if (!impl_->forward) {
    auto all = std::make_shared<ForwardByShard>();
    for (const schema::ShardEntry& shard : impl_->manifest.shards) {
      all->emplace(shard.uuid, schema::ForwardIndex(impl_->paths.root / shard.forward.file));
    }
    impl_->forward = std::move(all);
  }
  return impl_->forward;
}

const schema::ForwardIndex& OpenIndex::forward(std::size_t shard) {
  return forward()->at(impl_->manifest.shards[shard].uuid);
}

const schema::WordLists& OpenIndex::lists(std::size_t number) {
  std::optional<schema::WordLists>& lists = impl_->shards[number].lists;
  if (!lists) lists.emplace(impl_->paths.root / impl_->manifest.shards[number].lists.file);
  return *lists;
}

WordCounts OpenIndex::word_counts(std::size_t shard, std::string_view word) {
  const auto number = forward(shard).find(word);
  if (!number) return {};
  const schema::WordList list = lists(shard).list(*number);
  return {list.passages, list.occurrences};
}

std::uint32_t OpenIndex::passages_with(std::string_view word) {
  std::uint32_t passages = 0;
  for (std::size_t shard = 0; shard < impl_->shards.size(); ++shard) passages += word_counts(shard, word).passages;
  return passages;
}

bool OpenIndex::is_alive(const DocumentPlace& place) const { return !is_dead(impl_->shards[place.shard], place.docid); }

std::span<const Xapian::docid> OpenIndex::heads(std::size_t number) { return lists(number).heads(); }

Xapian::Query OpenIndex::whole_statements(const Xapian::Query& query) {
  auto ranges = std::make_shared<RangesByShard>();
  for (std::size_t number = 0; number < impl_->shards.size(); ++number) {
    const Shard& shard = impl_->shards[number];
    const auto documents = schema::guard_xapian(impl_->reading(number),
                                                [&] { return matching_documents(shard.database, query, deadline_); });
    auto statements = statement_ranges(shard, heads(number), documents);
    if (!statements.empty()) (*ranges)[impl_->manifest.shards[number].uuid] = std::move(statements);
  }
  return documents_query(std::move(ranges));
}

Xapian::Query OpenIndex::without_dead(const Xapian::Query& query) {
  if (!impl_->dead) return query;
  return Xapian::Query(Xapian::Query::OP_AND_NOT, query, documents_query(impl_->dead));
}

Xapian::docid OpenIndex::head_of(const DocumentPlace& place) {
  const auto all_heads = heads(place.shard);
  const auto after = std::upper_bound(all_heads.begin(), all_heads.end(), place.docid);
  if (after == all_heads.begin()) {
    throw Error(ErrorCode::IndexDamaged,
                impl_->manifest.shards[place.shard].file.file + " holds a passage without a statement",
                "run `communique-indexer verify` to see which files are damaged");
  }
  return *std::prev(after);
}

std::optional<DocumentPlace> OpenIndex::find_statement(std::string_view id) {
  const std::string term = schema::make_term(schema::prefix::kId, id);
  for (std::size_t number = 0; number < impl_->shards.size(); ++number) {
    const Shard& shard = impl_->shards[number];
    const auto documents = schema::guard_xapian(
        impl_->reading(number), [&] { return matching_documents(shard.database, Xapian::Query(term)); });
    for (const Xapian::docid head : documents) {
      if (is_dead(shard, head)) continue;
      const DocumentPlace place{number, head};
      if (statement(place).id == id) return place;
    }
  }
  return std::nullopt;
}

schema::StatementRecord OpenIndex::statement(const DocumentPlace& head) {
  deadline_.check();
  return schema::decode_statement(impl_->data_of(head));
}

schema::PassageRecord OpenIndex::passage(const DocumentPlace& place) {
  deadline_.check();
  return schema::decode_passage(impl_->data_of(place), &impl_->text_codec());
}

}  // namespace communique::searcher
