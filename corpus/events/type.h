// SPDX-License-Identifier: GPL-3.0-or-later
// Which kind of statement is it: greeting, congratulation, condolence, call, meeting, joint statement, speech,
// briefing, interview, release?
#pragma once

#include <string_view>

#include "corpus/events/event_words.h"

namespace communique::corpus {

/// The type that title and opening speak for, as a word of static storage: "greeting", "congratulation",
/// "condolence", "call", "meeting", "joint statement", "speech", "briefing", "interview", "release"; empty if nothing
/// speaks for any. `turns`: number of labelled turns in the text; `lang`: ISO 639-1 (en, fr, es, de, ru are known).
std::string_view infer_type(std::string_view title, std::string_view text, std::string_view lang, std::size_t turns);
/// The same from words that are read already.
std::string_view infer_type(Fronts& fronts, std::string_view lang, std::size_t turns);

}  // namespace communique::corpus
