// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/listing/byte_sink.h"

#include "schema/error.h"
#include "searcher/render/numbers.h"

namespace communique::searcher {

namespace {
constexpr std::size_t kBlockBytes = 1 << 16;
}

bool BlockWriter::row_done() {
  ++rows_;
  return block_.size() < kBlockBytes || hand_on();
}

bool BlockWriter::finish() { return block_.empty() || hand_on(); }

bool BlockWriter::hand_on() {
  written_ = true;  // even a write that fails may have written a part
  const bool taken = sink_(block_);
  block_.clear();
  if (taken) rows_handed_on_ = rows_;
  return taken;
}

void BlockWriter::rethrow_incomplete() const {
  try {
    throw;
  } catch (const Error& error) {
    if (!written_) throw;
    throw Error(error.code(),
                std::string(error.what()) + "; the output is incomplete: it ends after about " +
                    counted(rows_handed_on_, "row"),
                error.hint());
  }
}

}  // namespace communique::searcher
