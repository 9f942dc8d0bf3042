// SPDX-License-Identifier: GPL-3.0-or-later
// Saved searches, and what is new of one: for people, for programs, for feed readers.
#pragma once

#include <string>
#include <vector>

#include "searcher/render/render.h"
#include "searcher/saved/saved_search.h"

namespace communique::searcher {

/// A batch as it is reported.
struct ReportedBatch {
  std::uint64_t number = 0;
  std::string asked;      ///< UTC
  bool repeated = false;  ///< a former run began to report it and did not end
  SearchResult statements;
};

void render_batches_text(const std::vector<ReportedBatch>& batches, const TextStyle& style, std::string& out);
void render_batches_json(const SavedSearch& saved, const std::vector<ReportedBatch>& batches, std::string& out);

/// An Atom feed (RFC 4287) of what was reported last. Entries keep their ids whenever it is written anew, so a feed
/// reader shows each once. `statements`: as reported() gives them.
void render_feed(const SavedSearch& saved, const SearchResult& statements, std::string& out);

void render_saved_text(const std::vector<SavedSearch>& searches, const std::string& folder, const TextStyle& style,
                       std::string& out);
void render_saved_json(const std::vector<SavedSearch>& searches, const std::string& folder, std::string& out);

}  // namespace communique::searcher
