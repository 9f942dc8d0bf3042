// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer entry: no text may crash the query parser, and what it parses prints as text that parses to an equal tree.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "searcher/query/parse.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace communique::searcher;
  if (size == 0) return 0;
  ParseOptions options;
  options.strict = (data[0] & 1) != 0;
  options.plain_text = (data[0] & 2) != 0;
  options.match = static_cast<MatchMode>((data[0] >> 2) % 3);
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto parsed = parse(text, options);
  if (!parsed) {
    if (parsed.error().offset > text.size()) std::abort();
    return 0;
  }
  if (!parsed->root) return 0;
  const auto again = parse(to_text(*parsed->root), {.max_bytes = 1 << 20, .max_terms = 1 << 16});
  if (!again || !again->root || !(*again->root == *parsed->root)) std::abort();
  return 0;
}
