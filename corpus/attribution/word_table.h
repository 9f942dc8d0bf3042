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
  static Key key_of(std::string_view word);
  static std::size_t hash(const Key& key);
  static constexpr std::size_t kSlots = 1U << 13;

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::vector<std::string> lemmas_;
  std::vector<CueForm> cues_;
};

}  // namespace communique::corpus::attribution
