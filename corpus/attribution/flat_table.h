// SPDX-License-Identifier: GPL-3.0-or-later
// A table from 64-bit keys to small values that is filled once and then only read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace communique::corpus::attribution {

/// Open addressing, at most half full. Key 0 is not allowed.
template <class Value>
class FlatTable {
 public:
  /// The value of `key`, made if there is none. Invalidates what find() gave.
  Value& operator[](std::uint64_t key) {
    if (2 * (used_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[place(key)];
    if (slot.key == 0) ++used_;
    slot.key = key;
    return slot.value;
  }

  /// Null if there is none.
  const Value* find(std::uint64_t key) const {
    if (slots_.empty()) return nullptr;
    const Slot& slot = slots_[place(key)];
    return slot.key == 0 ? nullptr : &slot.value;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    Value value{};
  };

  /// Where `key` is or would be.
  std::size_t place(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 32U) & mask;
    while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.key != 0) slots_[place(slot.key)] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace communique::corpus::attribution
