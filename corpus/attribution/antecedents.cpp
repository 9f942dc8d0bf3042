// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/attribution/antecedents.h"

#include <algorithm>

#include "schema/countries.h"

namespace communique::corpus {

namespace {

using schema::Gender;
using schema::LeaderNumber;

/// How far back, in bytes, a pronoun reaches: about two paragraphs.
constexpr std::uint32_t kReach = 1500;

/// So many names back at most, so that a long transcript with many pronouns takes no more than its share.
constexpr std::size_t kMostNames = 256;

// How often each guess is right, as factors of confidence; estimates from reading, see the header.
constexpr float kByLastSpeaker = 0.95F;
constexpr float kBySubject = 0.85F;
constexpr float kByNearest = 0.7F;
constexpr float kByMetadata = 0.9F;

}  // namespace

Antecedents::Antecedents(const ResolveContext& context, const schema::Gazetteer& gazetteer, Cast& cast)
    : context_(context), gazetteer_(gazetteer), cast_(cast) {
  names_.reserve(context.mentions.size());
  for (const Mention& mention : context.mentions) names_.push_back({mention.span, cast.of_leader(mention.leader)});
}

void Antecedents::note_speakers(const std::vector<PersonNumber>& people, Span source) {
  last_ = people;
  last_source_ = source;
}

std::size_t Antecedents::before(std::uint32_t at) const {
  const auto next = std::lower_bound(names_.begin(), names_.end(), at,
                                     [](const Focus& name, std::uint32_t pos) { return name.span.start < pos; });
  return static_cast<std::size_t>(next - names_.begin());
}

std::uint32_t Antecedents::sentence_start(std::uint32_t at) const {
  const auto next = std::upper_bound(context_.sentences.begin(), context_.sentences.end(), at,
                                     [](std::uint32_t pos, const Span& sentence) { return pos < sentence.start; });
  return next == context_.sentences.begin() ? 0 : std::prev(next)->start;
}

bool Antecedents::fits(PersonNumber person, Gender gender) const {
  const Person& who = cast_[person];
  if (who.group) return false;
  return gender == Gender::Unknown || who.gender == Gender::Unknown || who.gender == gender;
}

std::optional<Antecedents::Focus> Antecedents::first_between(std::uint32_t from, std::uint32_t to, Gender gender) const {
  for (std::size_t i = before(from); i < names_.size() && names_[i].span.start < to; ++i) {
    if (fits(names_[i].person, gender)) return names_[i];
  }
  return std::nullopt;
}

Antecedent Antecedents::of_person(std::uint32_t at, Gender gender) {
  const std::uint32_t sentence = sentence_start(at);
  const std::uint32_t former = sentence == 0 ? 0 : sentence_start(sentence - 1);
  const bool close = last_.size() == 1 && at - last_source_.end < kReach && fits(last_.front(), gender);
  // Whoever opens a sentence after the last speaker spoke is talked of now.
  const std::uint32_t since = close ? std::max(former, last_source_.end) : former;
  if (const auto subject = first_between(since, at, gender)) {
    const bool opens = subject->span.start <= sentence_start(subject->span.start) + 40;
    if (!close || (opens && sentence_start(subject->span.start) >= last_source_.end)) {
      cast_.set_gender(subject->person, gender);
      return {{subject->person}, subject->span, kBySubject};
    }
  }
  if (close) {
    cast_.set_gender(last_.front(), gender);
    return {last_, last_source_, kByLastSpeaker};
  }
  for (std::size_t i = before(at); i > 0 && at - names_[i - 1].span.end < kReach; --i) {
    if (fits(names_[i - 1].person, gender)) return {{names_[i - 1].person}, names_[i - 1].span, kByNearest};
  }
  return {};
}

Antecedent Antecedents::of_group(std::uint32_t at) const {
  if (last_.size() != 1 || at - last_source_.end >= kReach) return {};
  const Person& who = cast_[last_.front()];
  if (who.leader || !(who.group || who.words.size() > 1)) return {};
  return {last_, last_source_, kBySubject};
}

/// The last two people named or heard before; those of the metadata where the text names fewer.
Antecedent Antecedents::of_several(std::uint32_t at, bool pronoun) {
  if (pronoun && last_.size() > 1 && at - last_source_.end < kReach) return {last_, last_source_, kByLastSpeaker};
  Antecedent found;
  found.certainty = kBySubject;
  const auto add = [&](PersonNumber person) {
    if (found.people.size() < 2 && std::find(found.people.begin(), found.people.end(), person) == found.people.end()) {
      found.people.insert(found.people.begin(), person);
    }
  };
  const std::size_t last = before(at);
  for (std::size_t i = last; i > 0 && last - i < kMostNames && found.people.size() < 2; --i) {
    const Focus& name = names_[i - 1];
    if (pronoun && at - name.span.end >= kReach) break;
    if (!found.span) found.span = name.span;
    add(name.person);
  }
  if (pronoun) return found.people.size() == 2 ? found : Antecedent{};
  for (const LeaderNumber leader : context_.title_leaders) add(cast_.of_leader(leader));
  if (context_.speaker) add(cast_.of_leader(*context_.speaker));
  return found.people.size() == 2 ? found : Antecedent{};
}

/// "X, who ...": the name that ends just before.
Antecedent Antecedents::of_relative(std::uint32_t at) {
  const std::size_t count = before(at);
  if (count == 0) return {};
  const Focus& name = names_[count - 1];
  const std::string_view gap = context_.text.substr(name.span.end, at - name.span.end);
  if (gap.size() > 80 || gap.find_first_of(".;\n") != std::string_view::npos) return {};
  return {{name.person}, name.span, gap.size() <= 3 ? kByLastSpeaker : kByNearest};
}

/// Whoever sent it: the subject of the sentence before ("Putin sent greetings to ...: the message reads"), of the same
/// paragraph or the one before; else the statement's speaker.
Antecedent Antecedents::of_message(std::uint32_t at) {
  const std::uint32_t sentence = sentence_start(at);
  const std::uint32_t former = sentence == 0 ? 0 : sentence_start(sentence - 1);
  const auto sender = first_between(former, at, Gender::Unknown);
  if (context_.speaker && (!sender || cast_[sender->person].leader == context_.speaker)) {
    return {{cast_.of_leader(*context_.speaker)}, sender ? std::optional(sender->span) : std::nullopt, kByMetadata};
  }
  if (sender) return {{sender->person}, sender->span, kBySubject};
  if (last_.size() == 1 && at - last_source_.end < kReach) return {last_, last_source_, kBySubject};
  return {};
}

bool Antecedents::is_holder(LeaderNumber leader, const Title& title, std::string_view country) const {
  const auto& tenures = gazetteer_.leaders()[leader].tenures;
  return std::any_of(tenures.begin(), tenures.end(), [&](const schema::Tenure& tenure) {
    return is_titled(tenure, title) && tenure.covers(context_.date) && (country.empty() || tenure.country == country);
  });
}

/// Who held the office at the statement's date, if one did.
std::optional<LeaderNumber> Antecedents::holder_in(std::string_view code, const Title& title) const {
  if (!context_.date) return std::nullopt;
  const schema::Country* country = schema::country_of_code(code);
  if (country == nullptr) return std::nullopt;
  struct Post {
    schema::OfficeKind kind;
    std::string_view name;
  };
  constexpr Post kPosts[] = {{schema::OfficeKind::President, "president"},
                             {schema::OfficeKind::PrimeMinister, "prime minister"},
                             {schema::OfficeKind::Chancellor, "chancellor"},
                             {schema::OfficeKind::Monarch, "king"}};
  for (const Post& post : kPosts) {
    if ((title.offices & (1U << static_cast<unsigned>(post.kind))) == 0) continue;
    for (const schema::OfficeMatch& match : gazetteer_.match_office(std::string(post.name) + " of " + country->name)) {
      if (match.tenure->covers(context_.date)) return match.leader;
    }
  }
  return std::nullopt;
}

/// Whoever spoke last and holds the office; else the nearest holder named before; else by the metadata.
Antecedent Antecedents::of_title(std::uint32_t at, const Title& title, std::string_view country) {
  if (last_.size() == 1 && at - last_source_.end < kReach) {
    const auto leader = cast_[last_.front()].leader;
    if (leader && is_holder(*leader, title, country)) return {last_, last_source_, kByLastSpeaker};
  }
  const std::size_t last = before(at);
  for (std::size_t i = last; i > 0 && last - i < kMostNames; --i) {
    const Focus& name = names_[i - 1];
    const auto leader = cast_[name.person].leader;
    if (leader && is_holder(*leader, title, country)) {
      const bool near = at - name.span.end < 4 * kReach;
      return {{name.person}, name.span, near ? kByLastSpeaker : kBySubject};
    }
  }
  if (context_.speaker && is_holder(*context_.speaker, title, country)) {
    return {{cast_.of_leader(*context_.speaker)}, std::nullopt, kByMetadata};
  }
  for (const LeaderNumber leader : context_.title_leaders) {
    if (is_holder(leader, title, country)) return {{cast_.of_leader(leader)}, std::nullopt, kByMetadata};
  }
  if (const auto holder = holder_in(country.empty() ? context_.country : country, title)) return {{cast_.of_leader(*holder)}, std::nullopt, kByMetadata};
  return {};
}

}  // namespace communique::corpus
