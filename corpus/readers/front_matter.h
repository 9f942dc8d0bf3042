// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between two lines of dashes at the top of a text: its keys, in YAML.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/readers/raw_record.h"
#include "schema/error.h"

namespace communique::corpus {

struct FrontMatter {
  std::vector<RawField> fields;
  std::size_t body = 0;  ///< where the text begins; 0 if there is no front matter
};

/// A text whose first line is "---", with a later line "---" or "...", and YAML keys between. A text that has no such
/// thing is all body. An error if there is one that is no valid YAML, nests too deep, or is longer than 64 KB.
Result<FrontMatter> read_front_matter(std::string_view text);

}  // namespace communique::corpus
