// SPDX-License-Identifier: GPL-3.0-or-later
// Month and week-day names in the languages that dates come in: English, French, Spanish, German, Italian, Portuguese,
// Russian.
#pragma once

#include <string>
#include <string_view>

namespace communique::corpus {

/// The word in lower case, in any script, without a full stop at its end.
std::string folded_word(std::string_view word);

/// 1 to 12 for a month's name or abbreviation; 0 if it is none. Takes folded words.
int month_of(std::string_view folded);

/// Words that stand in dates and say nothing: week-days, "of", "de", "the". Takes folded words.
bool is_date_filler(std::string_view folded);

}  // namespace communique::corpus
