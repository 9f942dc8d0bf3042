// SPDX-License-Identifier: GPL-3.0-or-later
// Is the first line of a plain text its title?
#pragma once

#include <string>
#include <string_view>

namespace communique::corpus {

/// The first line, if it is plainly a title: followed by a blank line and more text, at most 150 characters in at least
/// three words (or any Chinese, Japanese or Korean ones), and not ended by a mark as sentences and salutations are
/// ("Dear friends,", "Good evening.", "What does it take?"). Also the text of a Markdown heading. Empty otherwise: no
/// title is better than a wrong one.
std::string title_line(std::string_view text);

}  // namespace communique::corpus
