// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/plan.h"

#include "schema/bytes.h"
#include "schema/files.h"

namespace communique::indexer {

namespace {

std::string absolute_path(const corpus::InputFile& file) {
  std::error_code error;
  const auto path = std::filesystem::weakly_canonical(file.path, error);
  return error ? file.path.string() : path.string();
}

bool is_stdin(const corpus::InputFile& file) { return file.path == "-"; }

}  // namespace

Hash128 content_hash(const corpus::Statement& statement, std::string_view how_analysed) {
  schema::ByteWriter writer;
  writer.string(how_analysed);
  for (const std::string* field :
       {&statement.text, &statement.title, &statement.country, &statement.country_given, &statement.date_given,
        &statement.speaker, &statement.source, &statement.url, &statement.lang, &statement.type, &statement.extra}) {
    writer.string(*field);
  }
  writer.number(static_cast<std::uint64_t>(statement.date_origin));
  writer.number(statement.date.key());
  return hash128(writer.take());
}

UpdatePlanner::UpdatePlanner(const Ledger& ledger, std::string how_analysed, std::string how_read)
    : ledger_(ledger),
      by_id_(index_by_id(ledger)),
      rows_of_source_(ledger.sources.size()),
      seen_(ledger.rows.size()),
      sources_(ledger.sources),
      how_analysed_(std::move(how_analysed)),
      how_read_(std::move(how_read)) {
  for (std::uint32_t i = 0; i < ledger.rows.size(); ++i) {
    if (ledger.rows[i].source != kNoSource) rows_of_source_[ledger.rows[i].source].push_back(i);
  }
  for (std::uint32_t i = 0; i < sources_.size(); ++i) source_numbers_.emplace(sources_[i].path, i);
}

bool UpdatePlanner::is_unchanged(const corpus::InputFile& file) {
  pending_path_ = is_stdin(file) ? "-" : absolute_path(file);
  pending_sha256_.clear();
  if (is_stdin(file)) return false;
  pending_sha256_ = schema::sha256_file(file.path);
  const auto found = source_numbers_.find(pending_path_);
  if (found == source_numbers_.end() || found->second >= rows_of_source_.size()) return false;
  const LedgerSource& source = ledger_.sources[found->second];
  const std::vector<std::uint32_t>& rows = rows_of_source_[found->second];
  // Fewer rows than statements: some were deleted, or another file's record took their place.
  if (source.sha256 != pending_sha256_ || source.how != how_read_ || rows.size() != source.statements) return false;
  for (const std::uint32_t row : rows) seen_[row] = true;
  counts_.unchanged += rows.size();
  return true;
}

void UpdatePlanner::begin_file(const corpus::InputFile&) {
  const auto [found, fresh] = source_numbers_.emplace(pending_path_, static_cast<std::uint32_t>(sources_.size()));
  if (fresh) sources_.push_back({pending_path_, "", "", 0});
  source_ = found->second;
  statements_of_file_ = 0;
}

void UpdatePlanner::end_file(bool whole) {
  LedgerSource& source = sources_[source_];
  source.sha256 = whole ? pending_sha256_ : std::string();
  source.how = how_read_;
  source.statements = statements_of_file_;
  source_ = kNoSource;
}

Verdict UpdatePlanner::plan(corpus::Statement&& statement, PlannedStatement& planned) {
  const Hash128 id = hash128(statement.id);
  const Hash128 content = content_hash(statement, how_analysed_);
  if (const auto earlier = new_ids_.find(id); earlier != new_ids_.end()) {
    if (earlier->second != content) return Verdict::Clash;
    ++counts_.unchanged;
    return Verdict::Unchanged;
  }
  Verdict verdict = Verdict::Add;
  if (const auto row = by_id_.find(id); row != by_id_.end()) {
    const LedgerRow& known = ledger_.rows[row->second];
    if (known.content == content) {
      if (!seen_[row->second] && known.source == source_) ++statements_of_file_;
      seen_[row->second] = true;
      ++counts_.unchanged;
      return Verdict::Unchanged;
    }
    if (seen_[row->second]) return Verdict::Clash;
    seen_[row->second] = true;
    replaced_.push_back(row->second);
    verdict = Verdict::Replace;
  }
  new_ids_.emplace(id, content);
  ++statements_of_file_;
  ++(verdict == Verdict::Add ? counts_.added : counts_.replaced);
  planned = {std::move(statement), id, content, source_};
  return verdict;
}

std::vector<std::uint32_t> UpdatePlanner::unseen_rows() const {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t i = 0; i < seen_.size(); ++i) {
    if (!seen_[i]) rows.push_back(i);
  }
  return rows;
}

}  // namespace communique::indexer
