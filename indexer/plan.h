// SPDX-License-Identifier: GPL-3.0-or-later
// What has to be done with each record of this run: added, replaced, or left as it is? The planner compares records
// with the ledger by hash, so that a run over unchanged input does next to nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/reader.h"
#include "corpus/statement.h"
#include "indexer/ledger.h"
#include "indexer/segment_builder.h"

namespace communique::indexer {

/// What became of the records of a run.
struct RunCounts {
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t deleted = 0;
  std::uint64_t rejected = 0;
};

/// Hash of everything given in a statement and of what analyses it (`how_analysed`).
Hash128 content_hash(const corpus::Statement& statement, std::string_view how_analysed);

/// What becomes of one record.
enum class Verdict { Add, Replace, Unchanged, Clash };

class UpdatePlanner {
 public:
  /// `ledger` must outlive the planner. `how_analysed` changes whenever the same statement would be indexed otherwise;
  /// `how_read` whenever the same file would be read otherwise.
  UpdatePlanner(const Ledger& ledger, std::string how_analysed, std::string how_read);

  /// True if this file was read whole before and neither it, nor how it is read, nor any of its statements has changed
  /// since: its statements count as seen and it need not be read. Reads the file to hash it.
  bool is_unchanged(const corpus::InputFile& file);

  /// Starts a file that is read; the statements planned next come from it.
  void begin_file(const corpus::InputFile& file);
  /// Ends it; `whole` if it was read to its end without a rejection, so that it may be skipped next time.
  void end_file(bool whole);

  /// Decides on a record; fills `planned` for Add and Replace. Clash: another record of this run has the same id and
  /// other content.
  Verdict plan(corpus::Statement&& statement, PlannedStatement& planned);

  /// Rows that no record of this run was about: what --prune deletes.
  std::vector<std::uint32_t> unseen_rows() const;
  /// Rows that were replaced.
  const std::vector<std::uint32_t>& replaced_rows() const { return replaced_; }
  /// All sources known after this run.
  std::vector<LedgerSource> sources() const { return sources_; }
  const RunCounts& counts() const { return counts_; }

 private:
  const Ledger& ledger_;
  LedgerIndex by_id_;
  std::vector<std::vector<std::uint32_t>> rows_of_source_;
  std::vector<bool> seen_;
  std::unordered_map<Hash128, Hash128, Hash128Hasher> new_ids_;  ///< id -> content, of this run's added and replaced
  std::vector<std::uint32_t> replaced_;
  std::vector<LedgerSource> sources_;
  std::unordered_map<std::string, std::uint32_t> source_numbers_;
  std::string how_analysed_;
  std::string how_read_;
  std::uint32_t source_ = kNoSource;
  std::uint32_t statements_of_file_ = 0;
  std::string pending_sha256_;
  std::string pending_path_;
  RunCounts counts_;
};

}  // namespace communique::indexer
