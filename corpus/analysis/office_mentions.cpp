// SPDX-License-Identifier: GPL-3.0-or-later
// One pass for the nouns offices turn on; only where a country stands beside one is the gazetteer asked.
//
// "On Monday the Chinese premier thanked Russia's president, and his Kazakh counterpart." (2021)
//   premier: "Chinese" before it · president: "Russia's" before it · counterpart: of the president, in Kazakhstan
#include "corpus/analysis/office_mentions.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "corpus/analysis/near_words.h"
#include "corpus/analysis/office_phrase.h"
#include "corpus/analysis/office_words.h"

namespace communique::corpus {

namespace {

using schema::Gazetteer;
using schema::LeaderNumber;
using schema::OfficeKind;
using schema::OfficeMatch;

/// Whose counterpart it is stands in the same sentence or the one before.
constexpr std::size_t kMaxCounterpartBytes = 300;

constexpr int kMaxTenureYears = 6;

/// "secretary-general", "Bundeskanzlerin", in bytes.
constexpr std::size_t kMaxHeadBytes = 40;

/// Finds the offices of one text; lives for one call.
class OfficeFinder {
 public:
  OfficeFinder(std::string_view text, const Gazetteer& gazetteer, const MentionContext& context,
               const std::vector<Mention>& names)
      : text_(text), gazetteer_(gazetteer), context_(context), names_(names), phrases_(text) {}
  std::vector<Mention> find();

 private:
  void read_word(Span word);
  void read_counterpart(Span head);
  void take(Span phrase, const std::string& asked);
  bool is_one_holder(Span phrase) const;
  bool is_named_beside(Span phrase, LeaderNumber leader) const;
  bool is_followed_by_name(std::size_t end) const;
  const std::vector<LeaderNumber>& holders(const std::string& phrase);
  const Mention* last_named(std::size_t before) const;

  std::string_view text_;
  const Gazetteer& gazetteer_;
  const MentionContext& context_;
  const std::vector<Mention>& names_;
  OfficePhraseReader phrases_;
  std::map<std::string, std::vector<LeaderNumber>, std::less<>> asked_;
  std::vector<Mention> found_;
  std::size_t next_name_ = 0;  ///< the first name that does not end before the word being read
};

/// A tenure without a beginning is known of its last years only.
bool held_at(const schema::Tenure& tenure, const schema::Date& date) {
  if (!tenure.from && tenure.to && date.year + kMaxTenureYears < tenure.to->year) return false;
  return tenure.covers(date);
}

/// Who held the office that `phrase` names at the statement's date.
const std::vector<LeaderNumber>& OfficeFinder::holders(const std::string& phrase) {
  const auto [at, fresh] = asked_.try_emplace(phrase);
  if (!fresh) return at->second;
  for (const OfficeMatch& match : gazetteer_.match_office(phrase)) {
    const bool again = std::find(at->second.begin(), at->second.end(), match.leader) != at->second.end();
    if (!again && held_at(*match.tenure, *context_.date)) at->second.push_back(match.leader);
  }
  // On the day of a change there are two; of a whole year nobody knows which.
  const std::size_t most = context_.date->day == 0 ? 1 : 2;
  if (at->second.size() > most) at->second.clear();
  return at->second;
}

/// "45th"
bool is_ordinal(std::string_view word) { return word.size() > 2 && word[0] >= '0' && word[0] <= '9'; }

bool is_indefinite(std::string_view word) {
  for (const std::string_view article :
       {"a", "an", "another", "any", "every", "each", "no", "un", "une", "ein", "eine"}) {
    if (word == article) return true;
  }
  return false;
}

/// True if the words around make no other thing of the phrase: "a", "former", "elected", "-elect", "Hotel".
bool OfficeFinder::is_one_holder(Span phrase) const {
  const std::string_view rest = text_.substr(phrase.end);
  if (rest.starts_with('-') || rest.starts_with("\u2011") || is_followed_by_name(phrase.end)) return false;
  const NearWord left = word_before(text_, phrase.start);
  if (!left.joined()) return true;
  const std::string_view word = text_of(text_, left.word);
  const std::string small = in_small_letters(word);
  if (is_other_post(small) || leads_to_post(small) || left.gap == Gap::Hyphen || is_ordinal(word)) return false;
  if (small == "the") {
    // "the office of the President of ..."
    const NearWord of = word_before(text_, left.word.start);
    return !of.joined() || text_of(text_, of.word) != "of" ||
           in_small_letters(text_of(text_, word_before(text_, of.word.start).word)) != "office";
  }
  // "another distinguished Chilean president"
  const NearWord second = word_before(text_, left.word.start);
  return !second.joined() || !is_indefinite(in_small_letters(text_of(text_, second.word)));
}

/// "Russian President Vladimir Putin", "French Prime Minister's Cup"; not "The Russian President Said".
bool OfficeFinder::is_followed_by_name(std::size_t end) const {
  const NearWord next = word_after(text_, end);
  if (next.word.empty()) return false;
  const std::string_view word = text_of(text_, next.word);
  if (next.gap == Gap::Space) return is_capitalised(word) && !may_follow_office(in_small_letters(word));
  const std::string_view gap = text_.substr(end, next.word.start - end);
  if (gap != ", " && gap != " (" && gap != ",\n") return false;
  if (opens_name(in_small_letters(word))) return true;
  // ", Vladimir Putin,": two capitalised words, or a leader named there.
  const auto named = std::lower_bound(names_.begin(), names_.end(), next.word.start,
                                      [](const Mention& name, std::uint32_t at) { return name.span.end <= at; });
  if (named != names_.end() && named->span.start <= next.word.start + kMaxHeadBytes / 4) return true;
  const NearWord second = word_after(text_, next.word.end);
  return is_capitalised(word) && second.gap == Gap::Space && is_capitalised(text_of(text_, second.word)) &&
         !may_follow_office(in_small_letters(word));
}

/// "Putin, the Russian president,": the name says it.
bool OfficeFinder::is_named_beside(Span phrase, LeaderNumber leader) const {
  auto name = std::lower_bound(names_.begin(), names_.end(), phrase.start,
                               [](const Mention& mention, std::uint32_t at) { return mention.span.start < at; });
  if (name == names_.begin()) return false;
  --name;
  if (name->leader != leader || name->span.end >= phrase.start) return false;
  const std::string_view gap = text_.substr(name->span.end, phrase.start - name->span.end);
  return gap.size() < 10 && gap.starts_with(',') && gap.find('.') == std::string_view::npos;
}

void OfficeFinder::take(Span phrase, const std::string& asked) {
  const std::vector<LeaderNumber>& who = holders(asked);
  if (who.empty() || !is_one_holder(phrase)) return;
  for (const LeaderNumber leader : who) {
    if (is_named_beside(phrase, leader)) return;
  }
  for (const LeaderNumber leader : who) found_.push_back({phrase, leader, schema::NameForm::Office});
}

/// The leader named last before, by name or by office.
const Mention* OfficeFinder::last_named(std::size_t before_byte) const {
  const auto name = std::lower_bound(names_.begin(), names_.end(), before_byte,
                                     [](const Mention& mention, std::size_t at) { return mention.span.start < at; });
  const Mention* last = name == names_.begin() ? nullptr : &*(name - 1);
  if (!found_.empty() && (last == nullptr || found_.back().span.start > last->span.start)) last = &found_.back();
  return last;
}

std::string_view phrase_of(OfficeKind kind) {
  switch (kind) {
    case OfficeKind::President:
      return "president";
    case OfficeKind::PrimeMinister:
    case OfficeKind::Chancellor:
      return "head of government";
    case OfficeKind::ForeignMinister:
      return "foreign minister";
    case OfficeKind::Monarch:
      return "head of state";
    case OfficeKind::Other:
      break;
  }
  return {};
}

/// "his Chinese counterpart", "son homologue russe": the office of whoever was named last, in that country.
void OfficeFinder::read_counterpart(Span head) {
  const Mention* last = last_named(head.start);
  if (last == nullptr || last->span.end + kMaxCounterpartBytes < head.start) return;
  std::string_view kind;
  for (const schema::Tenure& tenure : gazetteer_.leaders()[last->leader].tenures) {
    if (kind.empty() && tenure.covers(context_.date)) kind = phrase_of(tenure.kind);
  }
  if (kind.empty()) return;
  const NearWord left = word_before(text_, head.start);
  const NearWord right = word_after(text_, head.end);
  for (const NearWord& side : {left, right}) {
    if (side.gap != Gap::Space || side.word.empty()) continue;
    const std::string_view country = phrases_.country_of(text_of(text_, side.word));
    if (country.empty()) continue;
    const Span phrase{std::min(head.start, side.word.start), std::max(head.end, side.word.end)};
    return take(phrase, std::string(kind) + ' ' + std::string(country));
  }
}

void OfficeFinder::read_word(Span word) {
  const OfficeHead head = office_head(in_small_letters(text_of(text_, word)));
  if (head == OfficeHead::None) return;
  while (next_name_ < names_.size() && names_[next_name_].span.end <= word.start) ++next_name_;
  if (next_name_ < names_.size() && names_[next_name_].span.contains(word)) return;
  if (!found_.empty() && found_.back().span.contains(word)) return;
  if (head == OfficeHead::Counterpart) return read_counterpart(word);
  if (const auto phrase = phrases_.read(word, head == OfficeHead::Foreign)) take(phrase->span, phrase->asked);
}

enum class ByteKind : std::uint8_t { Other, Inside, Word };

/// Bytes of words, at a glance: punctuation beyond ASCII begins with 0xC2 or 0xE2; Inside may only go on.
constexpr std::array<ByteKind, 256> kByteKinds = [] {
  std::array<ByteKind, 256> table{};
  for (std::size_t byte = 0; byte < 256; ++byte) {
    const std::size_t small = byte | 0x20U;
    const bool word =
        (byte >= '0' && byte <= '9') || (byte < 0x80 && small >= 'a' && small <= 'z') || (byte >= 0xC3 && byte != 0xE2);
    table[byte] = word ? ByteKind::Word : byte >= 0x80 && byte < 0xC0 ? ByteKind::Inside : ByteKind::Other;
  }
  return table;
}();

std::vector<Mention> OfficeFinder::find() {
  const auto kind = [&](std::size_t at) { return kByteKinds[static_cast<unsigned char>(text_[at])]; };
  for (std::size_t at = 0; at < text_.size();) {
    if (kind(at) != ByteKind::Word) {
      ++at;
      continue;
    }
    if (may_be_office_head(text_.substr(at, 4))) {
      const Span word = word_from(text_, at);
      if (word.end - word.start >= 4 && word.end - word.start <= kMaxHeadBytes) read_word(word);
    }
    do ++at;
    while (at < text_.size() && kind(at) != ByteKind::Other);
  }
  return std::move(found_);
}

}  // namespace

std::vector<Mention> find_office_mentions(std::string_view text, const Gazetteer& gazetteer,
                                          const MentionContext& context, const std::vector<Mention>& names) {
  if (!context.date) return {};
  return OfficeFinder(text, gazetteer, context, names).find();
}

}  // namespace communique::corpus
