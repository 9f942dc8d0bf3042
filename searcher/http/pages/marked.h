// SPDX-License-Identifier: GPL-3.0-or-later
// A passage's text cut into pieces, each of which is marked alike: what matched, who says it, whom it names.
#pragma once

#include "searcher/http/pages/model.h"

namespace communique::searcher::http::pages {

/// Of a passage as the API gives it (`text`, `highlights`, `said_by`, `mentions`): an array of {text} with `mark` (it
/// matched) and one of `said`, `reported`, `named`, each {note}: said directly, told by somebody else, only named.
enum class Paragraphs { AsGiven, Close };  ///< Close: a line's end instead of empty lines
Json pieces_of(const Json& passage, Paragraphs paragraphs = Paragraphs::AsGiven);

/// Who says something in the passage, each once: {name, kind: "said" | "reported", note}; then who is only named.
Json speakers_of(const Json& passage);

}  // namespace communique::searcher::http::pages
