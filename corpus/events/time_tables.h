// SPDX-License-Identifier: GPL-3.0-or-later
// The words of time by language. For time_words.cpp only.
#pragma once

#include <span>
#include <string_view>

#include "corpus/events/time_words.h"

namespace communique::corpus {

/// Of en, fr, es, de, ru; empty for other languages.
std::span<const TimeWord> time_table(std::string_view lang);

}  // namespace communique::corpus
