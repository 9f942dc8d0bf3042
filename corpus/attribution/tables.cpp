// SPDX-License-Identifier: GPL-3.0-or-later
// Reads data/boundaries.tsv and data/precision.tsv. A feature is a set of fields with their values, packed into 64
// bits with the set's mask on top, so that a weight is one look-up.
#include "corpus/attribution/tables.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "corpus/attribution/data_embed.h"
#include "corpus/attribution/word_table.h"

namespace communique::corpus::attribution {

namespace {

/// Bits of a field in the packed key; their order is that of kFieldNames.
enum Field : std::uint8_t { kRule, kShape, kAfter, kForm, kLead, kQuoted, kLength, kLemma, kEnd, kInner, kFields };
constexpr std::array<unsigned, kFields> kShift = {0, 5, 9, 14, 18, 21, 23, 27, 37, 39};
constexpr std::array<std::string_view, kFields> kFieldNames = {"rule",   "shape",  "after", "form", "lead",
                                                               "quoted", "length", "lemma", "end",  "inner"};
constexpr unsigned kMaskShift = 48;
constexpr std::uint32_t kMostValues = 31;  ///< of an enumeration

constexpr std::uint32_t bit(Field field) { return 1U << field; }

constexpr std::array kTemplates = {
    0U,
    bit(kRule) | bit(kShape),
    bit(kRule) | bit(kAfter),
    bit(kRule) | bit(kShape) | bit(kAfter),
    bit(kRule) | bit(kForm),
    bit(kRule) | bit(kLead),
    bit(kRule) | bit(kQuoted),
    bit(kRule) | bit(kLength),
    bit(kAfter) | bit(kLength),
    bit(kLemma),
    bit(kLemma) | bit(kShape),
    bit(kLemma) | bit(kAfter),
    bit(kLemma) | bit(kRule),
    bit(kLemma) | bit(kShape) | bit(kAfter),
    bit(kForm) | bit(kShape),
    bit(kForm) | bit(kAfter),
    bit(kLead) | bit(kForm),
    bit(kLemma) | bit(kQuoted),
    bit(kAfter) | bit(kQuoted) | bit(kRule),
    bit(kRule) | bit(kEnd),
    bit(kAfter) | bit(kEnd),
    bit(kRule) | bit(kInner),
    bit(kAfter) | bit(kInner),
    bit(kForm) | bit(kInner),
};

/// The bits that the fields of each template take in a packed key.
constexpr std::array<std::uint64_t, kTemplates.size()> kTemplateBits = [] {
  std::array<std::uint64_t, kTemplates.size()> bits{};
  for (std::size_t at = 0; at < bits.size(); ++at) {
    for (std::size_t field = 0; field < kFields; ++field) {
      const std::uint64_t end = field + 1 < kFields ? kShift[field + 1] : kShift[field] + 1;
      if ((kTemplates[at] >> field & 1U) != 0) bits[at] |= (1ULL << end) - (1ULL << kShift[field]);
    }
  }
  return bits;
}();

using Values = std::array<std::uint32_t, kFields>;

std::uint32_t length_band(std::uint32_t tokens) {
  constexpr std::array<std::uint32_t, 9> kBands = {1, 2, 3, 5, 8, 12, 18, 27, 40};
  return static_cast<std::uint32_t>(std::lower_bound(kBands.begin(), kBands.end(), tokens) - kBands.begin());
}

Values values_of(const Frame& frame) {
  return {static_cast<std::uint32_t>(frame.rule),
          static_cast<std::uint32_t>(frame.shape),
          static_cast<std::uint32_t>(frame.after),
          static_cast<std::uint32_t>(frame.form),
          static_cast<std::uint32_t>(frame.lead),
          static_cast<std::uint32_t>(frame.quoted),
          length_band(frame.size()),
          frame.lemma,
          static_cast<std::uint32_t>(frame.end),
          frame.inner ? 1U : 0U};
}

std::uint64_t packed(const Values& values, std::uint32_t mask) {
  std::uint64_t key = static_cast<std::uint64_t>(mask + 1) << kMaskShift;
  for (std::size_t field = 0; field < kFields; ++field) {
    if ((mask >> field & 1U) != 0) key |= static_cast<std::uint64_t>(values[field]) << kShift[field];
  }
  return key;
}

std::string_view take(std::string_view& rest, char until) {
  const std::size_t end = std::min(rest.find(until), rest.size());
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return taken;
}

template <class Number>
Number number(std::string_view text) {
  Number value{};
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

template <class Read>
void for_each_row(std::string_view tsv, Read read) {
  while (!tsv.empty()) {
    const std::string_view line = take(tsv, '\n');
    if (!line.empty() && line.front() != '#') read(line);
  }
}

std::string value_name(std::size_t field, std::uint32_t value) {
  switch (field) {
    case kRule:
      return std::string(name_of(static_cast<Rule>(value)));
    case kShape:
      return std::string(name_of(static_cast<VerbShape>(value)));
    case kAfter:
      return std::string(name_of(static_cast<After>(value)));
    case kForm:
      return std::string(name_of(static_cast<SourceForm>(value)));
    case kLead:
      return std::string(name_of(static_cast<Lead>(value)));
    case kQuoted:
      return std::string(name_of(static_cast<Quoted>(value)));
    case kEnd:
      return std::string(name_of(static_cast<End>(value)));
    case kLemma: {
      const auto& lemmas = WordTable::instance().lemmas();
      return value < lemmas.size() ? lemmas[value] : "-";
    }
    default:
      return std::to_string(value);
  }
}

/// The inverse; a name that is none gives a value no frame has.
std::uint32_t value_named(std::size_t field, std::string_view name) {
  if (field == kLemma) return WordTable::instance().lemma(name);
  if (field == kLength || field == kInner) return number<std::uint32_t>(name);
  std::uint32_t value = 0;
  while (value < kMostValues && value_name(field, value) != name) ++value;
  return value;
}

}  // namespace

const Tables& Tables::instance() {
  static const Tables tables(boundaries_tsv(), precision_tsv(), press_weights_tsv());
  return tables;
}

Tables::Tables(std::string_view boundaries, std::string_view precision, std::string_view press) {
  constexpr std::array<std::string_view, 44> kReport = {
      "acknowledge", "add",    "admit",    "allege",   "announce", "argue",    "assert",  "assure",  "believe",
      "caution",     "claim",  "complain", "conclude", "confirm",  "contend",  "declare", "deny",    "emphasize",
      "explain",     "hope",   "indicate", "insist",   "know",     "maintain", "mention", "note",    "observe",
      "predict",     "recall", "remark",   "remind",   "repeat",   "reply",    "report",  "respond", "reveal",
      "say",         "state",  "stress",   "suggest",  "tell",     "think",    "warn",    "write"};
  const WordTable& words = WordTable::instance();
  report_.assign(words.lemmas().size() + 1, false);
  for (const std::string_view lemma : kReport) report_[words.lemma(lemma)] = true;
  report_.back() = true;  // "according to"
  read_boundaries(boundaries);
  read_precision(precision);
  read_precision(press);
}

/// Rows of group, mark, next, second, ends, met. Less specific keys are summed up here.
void Tables::read_boundaries(std::string_view tsv) {
  for_each_row(tsv, [&](std::string_view line) {
    const bool report = take(line, '\t') == "report";
    BoundaryKey key;
    key.mark = boundary_mark(take(line, '\t'));
    key.next = boundary_word(take(line, '\t'));
    key.second = boundary_word(take(line, '\t'));
    const auto ends = number<std::uint32_t>(take(line, '\t'));
    const auto met = number<std::uint32_t>(line);
    for (const std::uint32_t packed_key :
         {key.packed(report), BoundaryKey{key.mark, key.next, BoundaryWord::None}.packed(report) | 1U << 25U,
          BoundaryKey{key.mark, BoundaryWord::None, BoundaryWord::None}.packed(report) | 1U << 26U}) {
      Count& count = boundaries_[packed_key];
      count.ends += ends;
      count.met += met;
    }
  });
}

float Tables::ends_at(const BoundaryKey& key, bool report) const {
  constexpr float kStrength = 8;  ///< a key counts for itself from about so many cases on
  float share = 0.2F;
  for (const std::uint32_t packed_key :
       {BoundaryKey{key.mark, BoundaryWord::None, BoundaryWord::None}.packed(report) | 1U << 26U,
        BoundaryKey{key.mark, key.next, BoundaryWord::None}.packed(report) | 1U << 25U, key.packed(report)}) {
    const Count* count = boundaries_.find(packed_key);
    if (count == nullptr) continue;
    share = (static_cast<float>(count->ends) + kStrength * share) / (static_cast<float>(count->met) + kStrength);
  }
  return share;
}

/// Rows of a feature and its weight in log odds, e.g. "after=2 lemma=say" and 0.81.
void Tables::read_precision(std::string_view tsv) {
  for_each_row(tsv, [&](std::string_view line) {
    std::string_view feature = take(line, '\t');
    Values values{};
    std::uint32_t mask = 0;
    while (!feature.empty()) {
      std::string_view value = take(feature, ' ');
      const std::string_view name = take(value, '=');
      const auto field =
          static_cast<std::size_t>(std::find(kFieldNames.begin(), kFieldNames.end(), name) - kFieldNames.begin());
      if (field == kFields) return;
      values[field] = value_named(field, value);
      mask |= 1U << field;
    }
    weights_[packed(values, mask)] += number<float>(line);
  });
}

float Tables::precision(const Frame& frame) const {
  const std::uint64_t all = packed(values_of(frame), (1U << kFields) - 1);
  float sum = 0;
  for (std::size_t at = 0; at < kTemplates.size(); ++at) {
    const std::uint64_t key = (all & kTemplateBits[at]) | static_cast<std::uint64_t>(kTemplates[at] + 1) << kMaskShift;
    const float* weight = weights_.find(key);
    if (weight != nullptr) sum += *weight;
  }
  return 1.0F / (1.0F + std::exp(-sum));
}

std::vector<std::string> features(const Frame& frame) {
  const Values values = values_of(frame);
  std::vector<std::string> found;
  for (const std::uint32_t mask : kTemplates) {
    std::string& feature = found.emplace_back();
    for (std::size_t field = 0; field < kFields; ++field) {
      if ((mask >> field & 1U) == 0) continue;
      if (!feature.empty()) feature += ' ';
      feature.append(kFieldNames.at(field)).append("=").append(value_name(field, values[field]));
    }
  }
  return found;
}

}  // namespace communique::corpus::attribution
