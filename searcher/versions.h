// SPDX-License-Identifier: GPL-3.0-or-later
// Which version of a republished statement is listed? Of those that match a query the earliest, and the others are left
// out, so that a hit stands for its cluster.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <xapian.h>

#include "searcher/open_index.h"
#include "searcher/ranking.h"

namespace communique::searcher {

/// The choice for one search. A version that was chosen stays so: what is asked first decides.
class VersionChoice {
 public:
  /// `heads_listed`: a statement matches by its head, else by a passage. With `all` nothing is hidden; then, and where
  /// the index has no versions, all calls cost nothing. The index must outlive the object.
  VersionChoice(OpenIndex& index, bool heads_listed, bool all);

  /// Chooses in all clusters, knowing every document that matches.
  void choose(const MatchesByShard& matches);
  /// Chooses in the clusters of these candidates of `query`; looks up only what matches in them.
  void choose_among(const std::vector<Candidate>& candidates, const Xapian::Query& query);

  /// True if another version stands for the candidate's statement. To be asked after a choice in its cluster.
  bool hides(const Candidate& candidate) const;
  /// Takes the documents of hidden versions out.
  void leave_out_hidden(MatchesByShard& matches) const;

 private:
  bool idle() const { return chosen_.empty(); }
  void note(const std::vector<Xapian::docid>& documents, std::span<const schema::Version> versions,
            const std::vector<bool>* wanted);
  bool is_hidden(const schema::Version& version) const;

  OpenIndex& index_;
  bool heads_listed_;
  std::vector<std::uint32_t> chosen_;  ///< rank by cluster, kNobody before any is; empty if there is nothing to choose
  std::vector<bool> settled_;          ///< by cluster
};

/// How many other versions the statement with this head has.
std::uint64_t other_versions(OpenIndex& index, const DocumentPlace& head);
/// Their heads, the earliest first.
std::vector<DocumentPlace> other_version_heads(OpenIndex& index, const DocumentPlace& head);

}  // namespace communique::searcher
