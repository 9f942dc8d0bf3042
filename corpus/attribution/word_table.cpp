// SPDX-License-Identifier: GPL-3.0-or-later
// One open hash table with 16-byte keys: a lookup reads one cache line for nearly every word.
#include "corpus/attribution/word_table.h"

#include <algorithm>
#include <cassert>

#include "corpus/attribution/data_embed.h"
#include "corpus/attribution/function_words.h"

namespace communique::corpus::attribution {

const WordTable& WordTable::instance() {
  static const WordTable table;
  return table;
}

WordTable::WordTable() : slots_(kSlots) {
  for (const FunctionWords& group : function_words()) add_classes(group.words, group.classes);
  add_cues(cue_verbs_tsv());
}

WordEntry WordTable::find(std::string_view word) const {
  if (word.size() > kLongestWord) return {};
  const Key key = key_of(word);
  for (std::size_t at = hash(key);; at = (at + 1) % kSlots) {
    const Slot& slot = slots_[at];
    if (slot.key == key) return slot.entry;
    if (slot.key.low == 0) return {};
  }
}

WordEntry& WordTable::slot(std::string_view word) {
  assert(!word.empty() && word.size() <= kLongestWord && used_ < kSlots / 4 * 3);
  const Key key = key_of(word);
  std::size_t at = hash(key);
  while (slots_[at].key.low != 0 && slots_[at].key != key) at = (at + 1) % kSlots;
  if (slots_[at].key.low == 0) ++used_;
  slots_[at].key = key;
  return slots_[at].entry;
}

void WordTable::add_classes(std::string_view words, std::uint32_t classes) {
  while (!words.empty()) {
    const std::size_t space = std::min(words.find(' '), words.size());
    if (space > 0) slot(words.substr(0, space)).classes |= classes;
    words.remove_prefix(std::min(space + 1, words.size()));
  }
}

/// Lines of base, third person, past, participle and -ing form, or of an adjective alone, sorted; one spelling may be
/// several forms, and the first lemma that claims it keeps it.
void WordTable::add_cues(std::string_view tsv) {
  while (!tsv.empty()) {
    const std::size_t end = std::min(tsv.find('\n'), tsv.size());
    std::string_view line = tsv.substr(0, end);
    tsv.remove_prefix(std::min(end + 1, tsv.size()));
    if (line.empty() || line.front() == '#') continue;
    const auto lemma = static_cast<std::uint16_t>(lemmas_.size());
    lemmas_.emplace_back(line.substr(0, line.find('\t')));
    const bool adjective = line.find('\t') == std::string_view::npos;
    for (unsigned form = adjective ? kAdjective : kBase; form <= kAdjective && !line.empty(); form <<= 1U) {
      const std::size_t tab = std::min(line.find('\t'), line.size());
      WordEntry& entry = slot(line.substr(0, tab));
      line.remove_prefix(std::min(tab + 1, line.size()));
      if (entry.cue == 0) {
        cues_.push_back({lemma, 0});
        entry.cue = static_cast<std::uint16_t>(cues_.size());
      }
      CueForm& cue = cues_[entry.cue - 1U];
      if (cue.lemma == lemma) cue.forms = static_cast<std::uint8_t>(cue.forms | form);
    }
  }
}

std::uint16_t WordTable::lemma(std::string_view name) const {
  const auto at = std::lower_bound(lemmas_.begin(), lemmas_.end(), name);
  return static_cast<std::uint16_t>(at != lemmas_.end() && *at == name ? at - lemmas_.begin()
                                                                       : static_cast<std::ptrdiff_t>(lemmas_.size()));
}

}  // namespace communique::corpus::attribution
