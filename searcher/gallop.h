// SPDX-License-Identifier: GPL-3.0-or-later
// Searching forwards through sorted docids, where the next place is mostly near.
#pragma once

#include <algorithm>
#include <functional>
#include <iterator>

namespace communique::searcher {

/// The first one not less than `value` in [from, end), ascending. Costs the logarithm of how far it is away (Bentley
/// and Yao 1976), not of how many there are. `less` compares an element with a value.
template <class Iterator, class Value, class Less = std::less<>>
Iterator gallop_to(Iterator from, Iterator end, const Value& value, Less less = {}) {
  using Distance = typename std::iterator_traits<Iterator>::difference_type;
  for (Distance step = 1; end - from > step; step *= 2) {
    if (!less(from[step], value)) return std::lower_bound(from, from + step, value, less);
    from += step;
  }
  return std::lower_bound(from, end, value, less);
}

}  // namespace communique::searcher
