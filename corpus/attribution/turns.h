// SPDX-License-Identifier: GPL-3.0-or-later
// Where does a transcript or briefing say who speaks: "PRESIDENT PUTIN:", "Q.", "MR. PRICE:", "NAME, POST:"?
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/attribution/attribution.h"

namespace communique::corpus {

/// What one person says until the next label.
struct Turn {
  Span label;             ///< the name as printed, titles included, without the colon: "PRESIDENT PUTIN", "Q"
  Span body;              ///< what is said; may be empty
  bool question = false;  ///< the label stands for no name: "Q", "QUESTION", "Reporter", "Frage", "Вопрос"
  bool answer = false;    ///< nor does this one: "A", "Respuesta"; the one interviewed speaks
};

/// The labelled turns in order; text before the first label belongs to none. None where the text has no such labels:
/// a colon in prose ("He said: ...", "Note:", "Washington: ...") is no label. Linear; thread-safe.
std::vector<Turn> find_turns(std::string_view text, std::string_view lang);

/// Where passages should be cut so that each is of one speaker: starts of labels, and where a turn ends and nobody's
/// text follows. A turn of nothing but a stage direction ("AUDIENCE: (Laughter.)") stays with what is before it.
std::vector<std::uint32_t> turn_breaks(std::string_view text, const std::vector<Turn>& turns);

}  // namespace communique::corpus
