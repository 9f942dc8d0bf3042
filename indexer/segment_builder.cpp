// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/segment_builder.h"

#include <algorithm>
#include <limits>

#include "indexer/signatures.h"
#include "schema/record_file.h"
#include "schema/terms.h"

namespace communique::indexer {

namespace {

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

/// Nothing is synced: nothing refers to a segment until its shard is made.
void write_postings(const std::filesystem::path& folder, SegmentContents& contents) {
  glass::DatabaseContents database;
  for (schema::WordNumber number = 0; number < contents.forward.words(); ++number) {
    const schema::WordList list = contents.lists.list(number);
    if (list.passages > 0) database.postings.push_back({contents.forward.term(number), list, true});
  }
  for (schema::WordNumber number = 0; number < contents.filters.size(); ++number) {
    database.postings.push_back({contents.filters.term(number), contents.filters.list(number), false});
  }
  database.lengths = std::move(contents.lengths);
  database.slot = schema::slot::kDate;
  database.values = std::move(contents.dates);
  glass::write_database(folder, std::move(database));
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
  Segment segment;
  segment.path = folder_ / ("segment-" + std::to_string(batch.sequence));
  segment.bucket = batch.bucket;
  segment.sequence = batch.sequence;
  std::vector<StatementSignature> signatures;
  for (PlannedStatement& planned : batch.statements) {
    const corpus::AnalysedStatement analysed = analyser_.analyse(std::move(planned.statement));
    LedgerRow row{planned.id,
                  planned.content,
                  0,
                  segment.documents + 1,
                  static_cast<std::uint32_t>(analysed.passages.size()),
                  static_cast<std::uint32_t>(analysed.statement.text.size()),
                  planned.source};
    documents_.build(analysed, version_key(planned.id, planned.content));
    segment.documents += 1 + row.passages;
    segment.rows.push_back(row);
    signatures.push_back(signature(analysed, planned.id));
    widen(segment, analysed);
  }
  SegmentContents contents = documents_.take_contents();
  write_postings(segment.path, contents);
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
