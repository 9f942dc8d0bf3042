// SPDX-License-Identifier: GPL-3.0-or-later
// The order of the steps: words and marks, quotations, candidates, how sure each is, which stay.
#include "corpus/attribution/english.h"

#include "corpus/attribution/candidates.h"
#include "corpus/attribution/select.h"
#include "corpus/attribution/tables.h"

namespace communique::corpus {

std::vector<Attribution> find_english_attributions(std::string_view text, const std::vector<Span>& sentences) {
  thread_local attribution::Candidates candidates;
  const attribution::Tables& tables = attribution::Tables::instance();
  attribution::find_candidates(text, sentences, tables, candidates);
  for (attribution::Frame& frame : candidates.frames) frame.confidence = tables.precision(frame);
  attribution::select_frames(candidates.text, candidates.frames);
  std::vector<Attribution> found = attribution::joined(candidates.text, candidates.frames);
  candidates.shrink();
  return found;
}

}  // namespace communique::corpus
