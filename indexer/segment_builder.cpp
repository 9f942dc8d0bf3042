// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/segment_builder.h"

#include <algorithm>
#include <limits>

#include <xapian.h>

#include "indexer/signatures.h"
#include "schema/error.h"
#include "schema/record_file.h"
#include "schema/xapian_guard.h"

namespace communique::indexer {

namespace {

// A batch's segment takes a few times its text: with less than this left, a failed write is a full disk.
constexpr std::uintmax_t kNoSpaceBytes = 8u << 20;

// No sync and no old blocks kept: nothing refers to a segment until its shard is made and synced. No termlist: it is
// needed only to change documents in place, which shards never do, and is a fifth of the size and a quarter of the
// time.
constexpr int kSegmentFlags = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC |
                              Xapian::DB_DANGEROUS | Xapian::DB_NO_TERMLIST;

void widen(Segment& segment, const corpus::AnalysedStatement& analysed) {
  if (analysed.date_origin == schema::DateOrigin::None) {
    segment.undated = true;
    return;
  }
  const schema::Date first = analysed.date.first_day();
  const schema::Date last = analysed.date.last_day();
  if (!segment.from || first < *segment.from) segment.from = first;
  if (!segment.to || last > *segment.to) segment.to = last;
}

StatementSignature signature(const corpus::AnalysedStatement& analysed, const Hash128& id) {
  const corpus::Statement& statement = analysed.statement;
  return {id, corpus::signature_of(statement.text),
          analysed.date_origin == schema::DateOrigin::None ? 0 : analysed.date.key(),
          publisher_hash(statement.source, statement.speaker)};
}

void write_records(const std::vector<std::string>& records, const std::filesystem::path& file) {
  schema::RunsWriter out(file, schema::kRecordsMagic);
  for (const std::string& record : records) out.add(record);
  out.finish();
}

std::uint64_t size_on_disk(const std::filesystem::path& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) bytes += entry.file_size();
  return bytes;
}

}  // namespace

int bucket_of(const corpus::Statement& statement) {
  if (statement.date_origin == schema::DateOrigin::None) return std::numeric_limits<int>::max();
  return -statement.date.year;
}

std::string version_key(const Hash128& id, const Hash128& content) {
  return hash128(id.hex() + content.hex()).hex().substr(0, 16);
}

ShardFiles files_of_segment(const std::filesystem::path& segment) {
  return {segment, segment / "forward", segment / "records", segment / "lists"};
}

std::filesystem::path signatures_of_segment(const std::filesystem::path& segment) { return segment / "signatures"; }

Segment SegmentBuilder::build(Batch batch) {
  try {
    return write(std::move(batch));
  } catch (const Xapian::Error& error) {
    // Without old blocks Xapian can not roll back, and says that instead of what went wrong.
    std::error_code unknown;
    const auto space = std::filesystem::space(folder_, unknown);
    if (!unknown && space.available < kNoSpaceBytes) {
      throw Error(ErrorCode::DiskFull, "no space left on the disk of " + folder_.string(),
                  "nothing published was lost; free some space and run the same command again");
    }
    schema::throw_from_xapian(error, "building a segment in " + folder_.string());
  }
}

Segment SegmentBuilder::write(Batch batch) {
  Segment segment;
  segment.path = folder_ / ("segment-" + std::to_string(batch.sequence));
  segment.bucket = batch.bucket;
  segment.sequence = batch.sequence;
  std::vector<StatementSignature> signatures;
  Xapian::WritableDatabase database(segment.path.string(), kSegmentFlags);
  for (PlannedStatement& planned : batch.statements) {
    const corpus::AnalysedStatement analysed = analyser_.analyse(std::move(planned.statement));
    LedgerRow row{planned.id,
                  planned.content,
                  0,
                  segment.documents + 1,
                  static_cast<std::uint32_t>(analysed.passages.size()),
                  static_cast<std::uint32_t>(analysed.statement.text.size()),
                  planned.source};
    documents_.build(analysed, version_key(planned.id, planned.content), [&](const Xapian::Document& document) {
      database.add_document(document);
      ++segment.documents;
    });
    segment.rows.push_back(row);
    signatures.push_back(signature(analysed, planned.id));
    widen(segment, analysed);
  }
  database.commit();
  database.close();
  SegmentContents contents = documents_.take_contents();
  const ShardFiles files = files_of_segment(segment.path);
  contents.forward.write(files.forward);
  write_records(contents.records, files.records);
  contents.lists.write(files.lists, contents.forward.words());
  write_signatures(signatures_of_segment(segment.path), signatures);
  segment.bytes = size_on_disk(segment.path);
  count_words(contents);
  return segment;
}

void SegmentBuilder::count_words(const SegmentContents& contents) {
  for (const auto& [lang, passages] : contents.seen) {
    auto& of_lang = seen_[lang];
    const std::size_t words = std::min<std::size_t>(passages.size(), contents.forward.words());
    for (schema::WordNumber number = 0; number < words; ++number) {
      if (passages[number] > 0) of_lang[contents.forward.term(number)] += passages[number];
    }
  }
}

}  // namespace communique::indexer
