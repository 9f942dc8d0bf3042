// SPDX-License-Identifier: GPL-3.0-or-later
// A place in a statement where a quotation, or something like it, stands: read from the index and compared.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schema/record.h"
#include "searcher/open_index.h"
#include "searcher/quote/candidates.h"
#include "searcher/quote/comparison.h"
#include "searcher/quote/who_said.h"

namespace communique::searcher {

/// The text of a window and where in it the quotation stands. Extents are bytes of `text`.
struct QuotePlace {
  DocumentPlace head;
  std::string text;
  std::vector<schema::PassageRecord> passages;  ///< those of the window: their texts joined are `text`
  QuoteComparison comparison;
  schema::Extent before;  ///< some words before what is quoted, and after it
  schema::Extent after;

  std::string slice(const schema::Extent& extent) const { return text.substr(extent.start, extent.end - extent.start); }
  /// Numbers of the passages that hold it, ascending.
  std::vector<std::uint32_t> passage_numbers() const;
  /// Of the passage that holds the most of it.
  WhoSaid who(const schema::StatementRecord& statement) const;
};

class PlaceReader {
 public:
  /// Views all three.
  PlaceReader(OpenIndex& index, const Quote& quote, WordWeights weight);

  /// The best place in a window; nullopt if nothing in it is like the quotation. `whole`: only a place that has all of
  /// the words as quoted.
  std::optional<QuotePlace> read(const PassageWindow& window, bool whole);

 private:
  OpenIndex& index_;
  const Quote& quote_;
  QuotePlacer placer_;
  WordWeights weight_;
};

}  // namespace communique::searcher
