// SPDX-License-Identifier: GPL-3.0-or-later
// The metadata's country and speaker always take part. Others do if title or opening tell of an encounter, and they
// stand among its sides: before the words of the encounter, or behind them up to what it was about.
//
// "Vladimir Putin had a telephone conversation with Federal Chancellor of Germany Angela Merkel to discuss Ukraine."
//   encounter: "telephone conversation" · sides: up to "to discuss" · Putin, "Chancellor of Germany", Merkel; Ukraine
//   stands behind
#include "corpus/events/parties.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/events/encounters.h"
#include "corpus/events/sides.h"
#include "corpus/events/type.h"
#include "schema/countries.h"

namespace communique::corpus {

namespace {

/// Sentences of the text's front in which an encounter is looked for.
constexpr std::size_t kOpeningSentences = 6;
/// Longer titles are the text's own front.
constexpr std::size_t kTitleWords = 25;

void add_once(std::vector<std::string>& list, std::string_view value) {
  if (!value.empty() && std::find(list.begin(), list.end(), value) == list.end()) list.emplace_back(value);
}

/// What a statement's type says of its sides.
enum class Sides : std::uint8_t { Unknown, One, Met, Addressed };

Sides sides_of(const AnalysedStatement& analysed, Fronts& fronts) {
  const auto of = [](std::string_view type) {
    if (type == "greeting" || type == "congratulation" || type == "condolence") return Sides::Addressed;
    if (type == "call" || type == "meeting" || type == "joint statement" || type == "joint-statement")
      return Sides::Met;
    return type == "speech" || type == "interview" || type == "remarks" ? Sides::One : Sides::Unknown;
  };
  const Sides given = of(analysed.type);
  const bool ours =
      analysed.type_inferred || analysed.type.empty() || analysed.type == "briefing" || analysed.type == "release";
  if (given != Sides::Unknown || ours) return given;
  // A word of the record's own, such as "readout".
  return of(infer_type(fronts, analysed.lang, 0));
}

/// The words [first, last) among which the sides stand; none if empty.
struct Region {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t encounter = 0;  ///< number of its first word
};

class PartyFinder {
 public:
  PartyFinder(const AnalysedStatement& analysed, Fronts& fronts, const schema::Gazetteer& gazetteer)
      : analysed_(analysed), fronts_(fronts), gazetteer_(gazetteer), sides_(sides_of(analysed, fronts)) {}
  std::vector<std::string> find();

 private:
  void read_metadata();
  void read_title();
  bool is_side_in_title(const EventWords& words, const CountryWords& country, bool acts) const;
  void read_opening();
  void read_unspaced_opening(std::string_view opening);
  bool add_sides(const EventWords& words, const Region& region);
  bool add_leaders_of_sides(const std::vector<schema::LeaderNumber>& leaders);
  void add_leader(schema::LeaderNumber leader);

  const AnalysedStatement& analysed_;
  Fronts& fronts_;
  const schema::Gazetteer& gazetteer_;
  Sides sides_;
  std::vector<CountryWords> named_;  ///< in the opening
  std::vector<bool> acting_;         ///< for each of named_
  std::vector<std::string> countries_;
  std::ptrdiff_t home_ = 0;  ///< how many of them are the metadata's
  bool titled_ = false;      ///< the title tells of an encounter
  bool found_ = false;       ///< title or opening told of one with another country
  std::vector<std::string> leaders_;
};

bool joins_names(std::string_view word) { return word == "and" || word == "et" || word == "и" || word == "между"; }

std::vector<std::string> PartyFinder::find() {
  read_metadata();
  read_title();
  if (sides_ != Sides::One) read_opening();
  std::vector<std::string> parties = std::move(countries_);
  parties.insert(parties.end(), leaders_.begin(), leaders_.end());
  return parties;
}

void PartyFinder::add_leader(schema::LeaderNumber leader) {
  add_once(countries_, gazetteer_.leaders()[leader].country);
  add_once(leaders_, gazetteer_.leaders()[leader].id);
}

void PartyFinder::read_metadata() {
  const std::string& country = analysed_.statement.country;
  if (schema::country_of_code(country) != nullptr) add_once(countries_, country);
  for (const schema::LeaderNumber leader : analysed_.speaker) add_leader(leader);
  home_ = static_cast<std::ptrdiff_t>(countries_.size());
}

/// True if the country at `at` of a title is among the sides.
bool PartyFinder::is_side_in_title(const EventWords& words, const CountryWords& country, bool acts) const {
  const std::string_view before = country.first > 0 ? words[country.first - 1].folded : std::string_view();
  const std::string_view after = words.folded(country.last);
  // Capitals stand for governments only side by side: "entre Pékin et Moscou".
  if (country.form == CountryForm::Capital) return acts || joins_names(before) || joins_names(after);
  if (acts || before == "with") return true;
  // "In" names a place. Greetings and condolences go to every country they name, if the title is no whole text.
  return sides_ == Sides::Addressed && before != "in" && before != "at" && words.size() <= kTitleWords;
}

/// A title is short: once it tells of an encounter, every leader before its topic is a side.
void PartyFinder::read_title() {
  const std::string& title = analysed_.statement.title;
  const EventWords& words = fronts_.title();
  const auto encounter = find_encounter(words, 0, words.size());
  const bool two_leaders = analysed_.title_leaders.size() > 1;
  if (!encounter && !two_leaders && sides_ != Sides::Met && sides_ != Sides::Addressed) return;
  std::size_t last = words.size();
  if (sides_ != Sides::Addressed) {
    last = end_of_sides(words, 0, encounter ? encounter->first : words.size());
    if (encounter && last == encounter->first) last = end_of_sides(words, encounter->last, words.size());
  }
  const auto named = find_countries(words, title);
  const auto acting = find_acting(words, named);
  for (std::size_t at = 0; at < named.size() && named[at].last <= last; ++at) {
    if (is_side_in_title(words, named[at], acting[at])) add_once(countries_, named[at].code);
  }
  for (const schema::LeaderNumber leader : analysed_.title_leaders) add_leader(leader);
  titled_ = encounter.has_value();
  found_ = (titled_ || sides_ == Sides::Addressed) &&
           static_cast<std::ptrdiff_t>(countries_.size()) > std::max<std::ptrdiff_t>(home_, 1);
}

/// Where in a sentence [first, last) of the opening the sides stand.
Region region_of(const EventWords& words, std::size_t first, std::size_t last, Sides sides) {
  const auto encounter = find_encounter(words, first, last);
  if (!encounter) {
    // A letter: "On behalf of the people of Chile ...", "Today Chile celebrates its national day".
    return sides == Sides::Addressed ? Region{first, end_of_sides(words, first + 1, last), last} : Region{};
  }
  const std::string_view before = encounter->first > first ? words[encounter->first - 1].folded : std::string_view();
  if (before == "after" || before == "before" || before == "during" || before == "following") return {};
  return {first, end_of_sides(words, encounter->last, last), encounter->first};
}

void PartyFinder::read_opening() {
  // A leader of either side: the title has said it all.
  std::size_t at_home = 0;
  for (const std::string& id : leaders_) {
    const schema::Leader* leader = gazetteer_.find(id);
    const auto home = countries_.begin() + home_;
    if (leader != nullptr && std::find(countries_.begin(), home, leader->country) != home) ++at_home;
  }
  if (found_ && at_home > 0 && at_home < leaders_.size()) return;
  const std::string_view opening = front_of(analysed_.statement.text, Fronts::kBytes);
  if (analysed_.lang == "zh" || analysed_.lang == "ja") return read_unspaced_opening(opening);
  const EventWords& words = fronts_.opening();
  // Most statements tell of none.
  if (sides_ != Sides::Addressed && !find_encounter(words, 0, words.size())) return;
  named_ = find_countries(words, opening);
  acting_ = find_acting(words, named_);
  std::size_t sentences = 0;
  std::size_t word = 0;
  for (const Passage& passage : analysed_.passages) {
    for (const Span& sentence : passage.sentences) {
      if (sentence.start >= opening.size() || ++sentences > kOpeningSentences) return;
      while (word < words.size() && words[word].start < sentence.start) ++word;
      const std::size_t first = word;
      while (word < words.size() && words[word].start < sentence.end) ++word;
      const Region region = region_of(words, first, word, sides_);
      if (region.first >= region.last) continue;
      // What the title tells of comes first; a second encounter is another one.
      if (add_sides(words, region) || (titled_ && !found_)) return;
    }
  }
}

/// Adds who stands in the region. True if no further sentence need be read.
bool PartyFinder::add_sides(const EventWords& words, const Region& region) {
  std::vector<std::pair<std::uint32_t, std::string_view>> placed;  // by where they stand
  for (std::size_t at = 0; at < named_.size(); ++at) {
    if (acting_[at] && named_[at].first >= region.first && named_[at].last <= region.last) {
      placed.emplace_back(words[named_[at].first].start, named_[at].code);
    }
  }
  const std::uint32_t from = words[region.first].start;
  const std::uint32_t to = words[region.last - 1].end;
  std::vector<schema::LeaderNumber> leaders;
  std::size_t word = region.first;
  for (const Passage& passage : analysed_.passages) {
    for (const Mention& mention : passage.mentions) {
      if (mention.span.start < from || mention.span.end > to) continue;
      while (word + 1 < region.last && words[word + 1].start < mention.span.end) ++word;
      // "Putin's war" is no side, "Putin's call with" is.
      if (words[word].possessive && word + 1 != region.encounter) continue;
      leaders.push_back(mention.leader);
      placed.emplace_back(mention.span.start, gazetteer_.leaders()[mention.leader].country);
    }
    if (passage.span.end > to) break;
  }
  std::sort(placed.begin(), placed.end());
  std::vector<std::string> countries;
  for (const auto& [start, country] : placed) add_once(countries, country);
  // Where the type says nothing of two sides, the sentence must name both itself.
  if (sides_ == Sides::Unknown && countries.size() < 2) return false;
  if (found_) return add_leaders_of_sides(leaders);
  const bool other = std::any_of(countries.begin(), countries.end(), [&](const std::string& country) {
    return std::find(countries_.begin(), countries_.begin() + home_, country) == countries_.begin() + home_;
  });
  for (const std::string& country : countries) add_once(countries_, country);
  for (const schema::LeaderNumber leader : leaders) add_leader(leader);
  found_ = other && (countries.size() > 1 || home_ > 0);
  return found_ && !leaders.empty();
}

/// Once the sides are known, what follows may only name their leaders: "The leaders of China and Russia wrote to each
/// other. President Xi ...". True if one of the other side's is named.
bool PartyFinder::add_leaders_of_sides(const std::vector<schema::LeaderNumber>& leaders) {
  bool added = false;
  for (const schema::LeaderNumber leader : leaders) {
    const auto country = std::find(countries_.begin(), countries_.end(), gazetteer_.leaders()[leader].country);
    if (country == countries_.end()) continue;
    add_leader(leader);
    added = added || country >= countries_.begin() + home_;
  }
  return added;
}

/// Chinese and Japanese: leaders named in the first sentence if it tells of an encounter.
void PartyFinder::read_unspaced_opening(std::string_view opening) {
  constexpr auto kEncounters = std::to_array<std::string_view>(
      {"互致", "通电话", "通話", "会谈", "会談", "会见", "会晤", "致电", "致贺电", "电话", "電話", "メッセージを送"});
  const std::string_view sentence = opening.substr(0, opening.find("。"));
  const bool told = std::any_of(kEncounters.begin(), kEncounters.end(),
                                [&](std::string_view words) { return sentence.find(words) != std::string_view::npos; });
  if (!told) return;
  for (const Passage& passage : analysed_.passages) {
    for (const Mention& mention : passage.mentions) {
      if (mention.span.end <= sentence.size()) add_leader(mention.leader);
    }
    if (passage.span.end > sentence.size()) break;
  }
}

}  // namespace

std::vector<std::string> find_parties(const AnalysedStatement& analysed, Fronts& fronts,
                                      const schema::Gazetteer& gazetteer) {
  return PartyFinder(analysed, fronts, gazetteer).find();
}

}  // namespace communique::corpus
