// SPDX-License-Identifier: GPL-3.0-or-later
// Which leaders does a text name, and where? One pass: at each word that may begin a name, the gazetteer's longest form
// is taken; then the words around it and the date decide whether it counts and whom it means.
//
// "Donald Tusk met Xi. Later President Xi thanked Mr. Tusk and Jeb Bush." (2015)
//   Donald Tusk: full · Xi: a weak surname with nothing before it, none · President Xi: by the title · Tusk: named
//   before · Bush: part of another name, none
#include "corpus/analysis/mentions.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "corpus/analysis/mention_words.h"
#include "schema/char_class.h"

namespace communique::corpus {

namespace {

using schema::Gazetteer;
using schema::LeaderNumber;
using schema::NameForm;
using schema::NameMatch;
using schema::OfficeKind;

/// Longest name form looked for, in words; Han names and long Arabic ones are well below.
constexpr std::size_t kMaxNameWords = 12;

/// A full name counts for a leader within so many years of an office: beyond, a namesake is likelier.
constexpr int kFullNameYears = 30;

enum class Capital : std::uint8_t { None, Upper, Caseless };

struct TextWord {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  Capital capital = Capital::None;
};

Capital capital_of(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return byte >= 'A' && byte <= 'Z' ? Capital::Upper : Capital::None;
  const std::int32_t c = schema::char_at(text, at).code_point;
  if (u_isULowercase(c)) return Capital::None;
  return u_isUUppercase(c) || u_istitle(c) ? Capital::Upper : Capital::Caseless;
}

/// Finds the mentions of one text; lives for one call.
class MentionFinder {
 public:
  MentionFinder(std::string_view text, const Gazetteer& gazetteer, const MentionContext& context)
      : text_(text), gazetteer_(gazetteer), context_(context), named_(context.already_named) {}

  void read_words(schema::WordSplitter& splitter);
  std::vector<Mention> find();

 private:
  std::size_t match(std::size_t at);
  bool may_begin(std::size_t at) const;
  bool adjoins(std::size_t at) const;
  std::size_t run_length(std::size_t at) const;
  std::string_view folded(std::size_t at) const { return at < terms_.size() ? terms_[at] : std::string_view(); }

  std::optional<LeaderNumber> resolve_full(const NameMatch& match) const;
  std::optional<LeaderNumber> resolve_surname(const NameMatch& match, std::size_t at) const;
  std::optional<LeaderNumber> resolve_active(std::vector<LeaderNumber> candidates, const Title& title,
                                             bool former) const;
  Title title_before(std::size_t at) const;
  bool is_continued(std::size_t last) const;
  bool is_part_of_name(std::size_t first, const NameMatch& match, LeaderNumber leader) const;
  bool initial_fits(std::size_t at, LeaderNumber leader) const;

  bool in_office(LeaderNumber leader, const Title& title) const;
  bool held_before(LeaderNumber leader, const Title& title) const;
  bool is_named(LeaderNumber leader) const { return std::find(named_.begin(), named_.end(), leader) != named_.end(); }
  bool of_country(LeaderNumber leader) const;

  std::string_view text_;
  const Gazetteer& gazetteer_;
  const MentionContext& context_;
  std::string arena_;                    ///< the words whose folded form is not what the text has, one after another
  std::vector<std::string_view> terms_;  ///< into text_ and arena_
  std::vector<TextWord> words_;
  std::vector<LeaderNumber> named_;  ///< in full, or by title, so far
  std::vector<Mention> found_;
};

void MentionFinder::read_words(schema::WordSplitter& splitter) {
  struct Folded {
    std::size_t word;
    std::size_t start;  ///< in arena_
    std::size_t bytes;
  };
  std::vector<Folded> folded;
  words_.reserve(text_.size() / 5);
  terms_.reserve(text_.size() / 5);
  splitter.split(text_, [&](const schema::Word& word) {
    if (word.kind != schema::WordKind::Plain && word.kind != schema::WordKind::Han) return;
    words_.push_back({word.start, word.end, capital_of(text_, word.start)});
    terms_.push_back(word.term);
    if (word.term.data() == text_.data() + word.start) return;  // nothing was folded: the term is the text itself
    folded.push_back({terms_.size() - 1, arena_.size(), word.term.size()});
    arena_.append(word.term);
  });
  for (const Folded& one : folded) terms_[one.word] = std::string_view(arena_).substr(one.start, one.bytes);
}

std::vector<Mention> MentionFinder::find() {
  for (std::size_t at = 0; at < words_.size();) at += std::max<std::size_t>(match(at), 1);
  return std::move(found_);
}

/// Takes the name that begins at `at`, if one does. Returns the words it takes, whether it counts or not.
std::size_t MentionFinder::match(std::size_t at) {
  if (!may_begin(at)) return 0;
  // Most words begin no name: only for the others is it found out how far a name could go.
  const std::size_t most = std::min(kMaxNameWords, words_.size() - at);
  NameMatch match = gazetteer_.match_at(&terms_[at], most);
  if (match.words == 0) return 0;
  if (const std::size_t length = run_length(at); length < most) match = gazetteer_.match_at(&terms_[at], length);
  if (match.words == 0) return 0;
  const std::size_t last = at + match.words - 1;
  if (words_[last].capital == Capital::None) return 0;
  const auto leader = match.form == NameForm::Full ? resolve_full(match) : resolve_surname(match, at);
  const Title title = title_before(at);
  const bool by_itself = match.form == NameForm::Full && match.words > 1;
  if (!leader || is_continued(last) || (!by_itself && is_part_of_name(at, match, *leader))) {
    return match.form == NameForm::Full ? match.words : 1;
  }
  found_.push_back({{words_[at].start, words_[last].end}, *leader, match.form});
  if (!is_named(*leader) && (match.form == NameForm::Full || title.kind == TitleKind::Office))
    named_.push_back(*leader);
  return match.words;
}

bool MentionFinder::may_begin(std::size_t at) const {
  if (words_[at].capital != Capital::None) return true;
  if (at + 1 >= words_.size() || words_[at + 1].capital == Capital::None || !is_name_particle(terms_[at])) return false;
  // "Heiko von der Leyen" is not Ursula, but "President al-Assad" is Assad.
  const bool named = at > 0 && words_[at - 1].capital == Capital::Upper && adjoins(at);
  return !named || title_of(terms_[at - 1], {}).kind != TitleKind::None || is_function_word(terms_[at - 1]);
}

/// True if only what may stand inside a name is between the word at `at` and the one before it.
bool MentionFinder::adjoins(std::size_t at) const {
  const std::uint32_t from = words_[at - 1].end;
  if (words_[at].start < from) return false;
  const std::string_view gap = text_.substr(from, words_[at].start - from);
  if (gap.empty() || gap == " " || gap == "-" || gap == "\n" || gap == "\u00A0" || gap == "\u00B7" || gap == "\u2011")
    return true;
  if (gap == "'" || gap == "\u2019") return true;
  // A full stop belongs to a name only behind an initial or a short title.
  return (gap == ". " || gap == ".") && from - words_[at - 1].start <= 4 &&
         (from - words_[at - 1].start <= 2 || title_of(terms_[at - 1], {}).kind != TitleKind::None);
}

std::size_t MentionFinder::run_length(std::size_t at) const {
  std::size_t length = 1;
  while (length < kMaxNameWords && at + length < words_.size() && adjoins(at + length)) ++length;
  return length;
}

/// The title that stands right before the word at `at`.
Title MentionFinder::title_before(std::size_t at) const {
  if (at == 0 || !adjoins(at)) return {};
  Title title = title_of(terms_[at - 1], at > 1 ? terms_[at - 2] : std::string_view());
  // "Deputy Foreign Minister": the word that makes it another office stands one further.
  if (title.kind == TitleKind::Office && at > 2 && is_lower_rank(terms_[at - 3])) title.kind = TitleKind::Foreign;
  return title;
}

/// True if what follows makes another name of it whatever stands before: "Bush School", "Trump Jr.".
bool MentionFinder::is_continued(std::size_t last) const {
  const std::size_t next = last + 1;
  if (next >= words_.size() || words_[next].capital != Capital::Upper || !continues_name(terms_[next])) return false;
  const std::string_view gap = text_.substr(words_[last].end, words_[next].start - words_[last].end);
  return gap == " " || gap == ", ";
}

/// True if a single word or surname has a name to the left or to the right, so that it is somebody else's.
bool MentionFinder::is_part_of_name(std::size_t first, const NameMatch& match, LeaderNumber leader) const {
  const Title title = title_before(first);
  const std::size_t next = first + match.words;
  // "President Bush Signs Bill", but not "Dr. Martin Luther": a weak surname is trusted less.
  const bool sure = !match.weak && (title.kind == TitleKind::Office || is_named(leader));
  if (!sure && next < words_.size() && words_[next].capital == Capital::Upper) {
    const std::string_view gap = text_.substr(words_[next - 1].end, words_[next].start - words_[next - 1].end);
    if ((gap == " " || gap == "-") && !follows_surname(terms_[next]) && !is_function_word(terms_[next])) return true;
  }
  if (title.kind != TitleKind::None || first == 0 || !adjoins(first)) return false;
  if (words_[first - 1].capital != Capital::Upper || is_function_word(terms_[first - 1])) return false;
  return words_[first - 1].end - words_[first - 1].start > 2;  // a shorter one is an initial: initial_fits() sees to it
}

/// Nobody is put off whose given name begins with the letter before the surname: "V. Putin".
bool MentionFinder::initial_fits(std::size_t at, LeaderNumber leader) const {
  if (at == 0 || !adjoins(at) || words_[at - 1].capital != Capital::Upper) return true;
  const schema::Char initial = schema::char_at(text_, words_[at - 1].start);
  if (words_[at - 1].start + initial.bytes != words_[at - 1].end) return true;
  if (context_.lang == "fr" && initial.code_point == 'M') return true;  // Monsieur
  const auto begins = [&](const std::string& name) {
    return schema::char_at(name, 0).code_point == initial.code_point;
  };
  const schema::Leader& who = gazetteer_.leaders()[leader];
  return is_function_word(terms_[at - 1]) || begins(who.name) ||
         std::any_of(who.aliases.begin(), who.aliases.end(), begins);
}

constexpr Title kAnyOffice{TitleKind::Office, ~0U, schema::Gender::Unknown, false};

bool MentionFinder::in_office(LeaderNumber leader, const Title& title) const {
  const auto& tenures = gazetteer_.leaders()[leader].tenures;
  return std::any_of(tenures.begin(), tenures.end(), [&](const schema::Tenure& tenure) {
    return is_titled(tenure, title) && tenure.covers(context_.date);
  });
}

bool MentionFinder::held_before(LeaderNumber leader, const Title& title) const {
  const auto& tenures = gazetteer_.leaders()[leader].tenures;
  return std::any_of(tenures.begin(), tenures.end(), [&](const schema::Tenure& tenure) {
    return is_titled(tenure, title) && (!context_.date || !tenure.from || *tenure.from <= *context_.date);
  });
}

bool MentionFinder::of_country(LeaderNumber leader) const {
  const auto& tenures = gazetteer_.leaders()[leader].tenures;
  return std::any_of(tenures.begin(), tenures.end(),
                     [&](const schema::Tenure& tenure) { return tenure.country == context_.country; });
}

template <class Holds>
std::vector<LeaderNumber> those(const std::vector<LeaderNumber>& leaders, Holds holds) {
  std::vector<LeaderNumber> kept;
  std::copy_if(leaders.begin(), leaders.end(), std::back_inserter(kept), holds);
  return kept;
}

std::optional<LeaderNumber> only(const std::vector<LeaderNumber>& leaders) {
  return leaders.size() == 1 ? std::optional(leaders.front()) : std::nullopt;
}

std::optional<LeaderNumber> MentionFinder::resolve_full(const NameMatch& match) const {
  auto candidates = those(
      *match.leaders, [&](LeaderNumber leader) { return gazetteer_.active(leader, context_.date, kFullNameYears); });
  if (candidates.size() < 2) return only(candidates);
  auto kept = those(candidates, [&](LeaderNumber leader) { return in_office(leader, kAnyOffice); });
  if (kept.empty()) kept = those(candidates, [&](LeaderNumber leader) { return is_named(leader); });
  if (kept.size() > 1) {
    auto named = those(kept, [&](LeaderNumber leader) { return is_named(leader); });
    if (named.empty()) named = those(kept, [&](LeaderNumber leader) { return of_country(leader); });
    if (!named.empty()) kept = std::move(named);
  }
  return only(kept);
}

std::optional<LeaderNumber> MentionFinder::resolve_surname(const NameMatch& match, std::size_t at) const {
  const Title title = title_before(at);
  auto candidates = those(*match.leaders, [&](LeaderNumber leader) {
    const schema::Gender gender = gazetteer_.leaders()[leader].gender;
    const bool gender_fits =
        title.gender == schema::Gender::Unknown || gender == schema::Gender::Unknown || gender == title.gender;
    return gender_fits && initial_fits(at, leader);
  });
  const bool former = title.kind == TitleKind::Office && at > 1 &&
                      (folded(at - 2) == "former" || (at > 2 && folded(at - 3) == "former"));
  const auto named = those(candidates, [&](LeaderNumber leader) { return is_named(leader); });
  if (title.kind == TitleKind::Office) {
    const auto titled = those(named, [&](LeaderNumber leader) { return held_before(leader, title); });
    if (titled.size() == 1) return titled.front();
  } else if (!named.empty()) {
    return only(named);
  }
  if (title.kind == TitleKind::Foreign || (match.weak && title.kind == TitleKind::None)) return std::nullopt;
  if (match.weak && title.kind == TitleKind::Address) {
    // "Dr. King", "Mr. Brown": at home only.
    candidates = those(candidates, [&](LeaderNumber leader) { return of_country(leader); });
  }
  return resolve_active(std::move(candidates), title, former);
}

/// Nobody of them was named in full before: the date, the title and the statement's country decide.
std::optional<LeaderNumber> MentionFinder::resolve_active(std::vector<LeaderNumber> candidates, const Title& title,
                                                          bool former) const {
  if (title.kind == TitleKind::Office) {
    const auto holders = those(candidates, [&](LeaderNumber leader) {
      return former ? held_before(leader, title) && gazetteer_.active(leader, context_.date, kFullNameYears)
                    : in_office(leader, title);
    });
    if (!holders.empty() || former) return only(holders);
    // "President Clinton" after his time: nobody holds the office, one once did.
    return only(those(candidates, [&](LeaderNumber leader) {
      return held_before(leader, title) && gazetteer_.active(leader, context_.date);
    }));
  }
  candidates = those(candidates, [&](LeaderNumber leader) { return gazetteer_.active(leader, context_.date); });
  auto in = those(candidates, [&](LeaderNumber leader) { return in_office(leader, kAnyOffice); });
  if (in.empty()) return only(candidates);
  if (in.size() > 1) in = those(in, [&](LeaderNumber leader) { return of_country(leader); });
  return only(in);
}

}  // namespace

std::vector<Mention> find_mentions(std::string_view text, const Gazetteer& gazetteer, const MentionContext& context,
                                   schema::WordSplitter& splitter) {
  MentionFinder finder(text, gazetteer, context);
  finder.read_words(splitter);
  return finder.find();
}

}  // namespace communique::corpus
