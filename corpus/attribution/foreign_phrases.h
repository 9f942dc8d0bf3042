// SPDX-License-Identifier: GPL-3.0-or-later
// The phrases that attributions in French, Spanish, German and Russian are made of: cues and sources.
#pragma once

#include <optional>

#include "corpus/attribution/foreign_text.h"

namespace communique::corpus::attribution {

/// A run of tokens, end excluded.
struct Run {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool empty() const { return first >= last; }
  std::uint32_t size() const { return empty() ? 0 : last - first; }
};

/// A verb of saying with its auxiliary.
struct ForeignCue {
  Run run;
  bool many = false;    ///< said by several
  bool clitic = false;  ///< the source is the pronoun in its first word: "a-t-il ajouté"
};

/// The cue that begins at a token: "déclare", "a déclaré", "a-t-il dit", "ha dicho", "sagte", "заявил".
std::optional<ForeignCue> cue_at(const ForeignText& text, std::uint32_t at, Tongue tongue);

/// A name or post that begins at a token, with a post's name after a comma ("der Minister, Kurt Beck,"); empty if none
/// does. `many`: names joined by "and" belong to it.
Run source_from(const ForeignText& text, std::uint32_t at, Tongue tongue, bool many);

/// The subject that ends before a cue, appositions looked through; empty if what stands there is none.
Run source_before(const ForeignText& text, std::uint32_t cue, Tongue tongue);

/// True if a run names a person or body for sure: a pronoun, a post, or a name with its capital. A quotation with a cue
/// has a source in any case ("decía mi abuela"), a clause with "that" may as well follow from a thing.
bool names_somebody(const ForeignText& text, const Run& run, Tongue tongue);

/// Bytes of a run.
Span span_of(const ForeignText& text, const Run& run);

}  // namespace communique::corpus::attribution
