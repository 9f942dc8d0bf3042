// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of an English word: its closed classes, and its place in the cue lexicon.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace communique::corpus::attribution {

/// Forms of a verb that one spelling may stand for. Bits of CueForm::forms.
enum VerbForm : std::uint8_t { kBase = 1, kThirdPerson = 2, kPast = 4, kParticiple = 8, kIng = 16, kAdjective = 32 };

struct CueForm {
  std::uint16_t lemma = 0;  ///< into WordTable::lemmas()
  std::uint8_t forms = 0;
};

struct WordEntry {
  std::uint32_t classes = 0;
  std::uint16_t cue = 0;  ///< from 1; 0 if it is no cue
};

/// Immutable after construction; lookups are thread-safe and do not allocate.
class WordTable {
 public:
  /// The table of the program: closed classes of function_words.cpp and data/cue_verbs.tsv.
  static const WordTable& instance();

  static constexpr std::size_t kLongestWord = 16;  ///< bytes; longer words are in no class

  /// What is known of `word`, which may have capitals. It must not be empty.
  WordEntry find(std::string_view word) const;

  const std::vector<std::string>& lemmas() const { return lemmas_; }
  const CueForm& cue(std::uint16_t number) const { return cues_[number - 1U]; }
  /// Number of a lemma, or lemmas().size() if it is none.
  std::uint16_t lemma(std::string_view name) const;

 private:
  WordTable();
  void add_classes(std::string_view words, std::uint32_t classes);
  void add_cues(std::string_view tsv);
  WordEntry& slot(std::string_view word);

  /// A word of at most 16 bytes and its length. Bit 5 of each byte is set, which makes small letters of capitals and
  /// leaves letters, digits, hyphens and apostrophes apart.
  struct Key {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    bool operator==(const Key&) const = default;
  };
  struct Slot {
    Key key;
    WordEntry entry;
  };
  /// The first and the last bytes, which overlap in most words: two loads, no loop.
  static Key key_of(std::string_view word) {
    const std::size_t size = word.size();
    Key key;
    if (size >= 8) {
      std::memcpy(&key.low, word.data(), 8);
      std::memcpy(&key.high, word.data() + size - 8, 8);
    } else if (size >= 4) {
      std::uint32_t tail = 0;
      std::memcpy(&key.low, word.data(), 4);
      std::memcpy(&tail, word.data() + size - 4, 4);
      key.low |= static_cast<std::uint64_t>(tail) << 32U;
    } else {
      const auto byte = [&](std::size_t at) { return static_cast<std::uint64_t>(static_cast<unsigned char>(word[at])); };
      key.low = byte(0) | byte(size / 2) << 8U | byte(size - 1) << 16U;
    }
    key.low |= 0x2020202020202020ULL;
    key.high = (key.high | 0x2020202020202020ULL) + size;
    return key;
  }
  static std::size_t hash(const Key& key) {
    const std::uint64_t mixed = (key.low ^ (key.high * 0xC2B2AE3D27D4EB4FULL)) * 0x9E3779B97F4A7C15ULL;
    return static_cast<std::size_t>(mixed >> 51U);
  }
  static constexpr std::size_t kSlots = 1U << 13;

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::vector<std::string> lemmas_;
  std::vector<CueForm> cues_;
};

}  // namespace communique::corpus::attribution
