// SPDX-License-Identifier: GPL-3.0-or-later
// Turns and attributions are taken in the order of the text, since a pronoun may mean whoever spoke before.
#include "corpus/attribution/resolve.h"

#include <algorithm>
#include <utility>

#include "corpus/attribution/antecedents.h"
#include "corpus/attribution/cast.h"
#include "corpus/attribution/source_reading.h"
#include "corpus/attribution/speaking.h"

namespace communique::corpus {

namespace {

constexpr float kTurnConfidence = 0.95F;
constexpr std::string_view kTurnRule = "labelled turn";
/// Of sources that are neither people nor bodies nor writings ("the circumstances call for ...") so many are right of
/// those that else would be; .6 and .75 did alike on news (precision .711 to .724 at the same recall).
constexpr float kThingFactor = 0.6F;
/// Less sure ones are left out. Pronouns that were resolved with little certainty are kept, since that somebody says
/// it is as sure as before.
constexpr float kLeastConfidence = 0.05F;
/// Who asks in a briefing where the label is "Q" or "QUESTION".
constexpr std::string_view kQuestioner = "journalist";

std::uint32_t position_of(const Attribution& attribution) {
  if (attribution.source) return attribution.source->start;
  return attribution.cue ? attribution.cue->start : attribution.content.front().start;
}

class Resolver {
 public:
  Resolver(const ResolveContext& context, const schema::Gazetteer& gazetteer)
      : context_(context), gazetteer_(gazetteer), cast_(context.text, gazetteer),
        antecedents_(context, gazetteer, cast_) {
    // "MS. HENSLEY" of the text is "Carol Hensley" of the metadata.
    if (!context.speaker) (void)speaker_of_statement();
  }

  std::vector<Attribution> run(std::vector<Attribution> found) {
    std::sort(found.begin(), found.end(),
              [](const Attribution& a, const Attribution& b) { return position_of(a) < position_of(b); });
    auto turn = context_.turns.begin();
    for (Attribution& attribution : found) {
      for (; turn != context_.turns.end() && turn->label.start <= position_of(attribution); ++turn) add_turn(*turn);
      if (clip_to_turn(attribution)) add(std::move(attribution));
    }
    for (; turn != context_.turns.end(); ++turn) add_turn(*turn);
    name_speakers();
    return std::move(done_);
  }

 private:
  void add_turn(const Turn& turn) {
    turn_ = &turn;
    Attribution attribution;
    attribution.source = turn.label;
    attribution.content = {turn.body};
    attribution.type = SpeechType::Direct;
    attribution.confidence = kTurnConfidence;
    attribution.rule = kTurnRule;
    const std::vector<PersonNumber> people = people_of_label(turn);
    turn_people_ = people;
    antecedents_.note_speakers(people, turn.label);
    if (turn.body.empty()) return;
    done_.push_back(std::move(attribution));
    people_.push_back(people);
  }

  std::vector<PersonNumber> people_of_label(const Turn& turn) {
    if (turn.question) return {cast_.of_description(std::string(kQuestioner))};
    if (turn.answer) return people_of_answer();
    const SourceReading reading = read_source(context_.text, turn.label, context_.mentions);
    if (reading.form == SourceForm::Leaders) return {cast_.of_leader(reading.leaders.front())};
    const std::string printed(text_of(context_.text, turn.label));
    if (const auto leader = gazetteer_.resolve_speaker(printed, context_.date, context_.country)) {
      return {cast_.of_leader(*leader)};
    }
    if (reading.form == SourceForm::Title) {
      const Antecedent holder = antecedents_.of_title(turn.label.start, reading.title, reading.country);
      if (!holder.people.empty()) return holder.people;
    }
    if (reading.form == SourceForm::Named) return {cast_.of_name(reading.name, reading.gender, reading.group)};
    return {cast_.of_description(reading.name.empty() ? without_capitals(printed) : reading.name)};
  }

  /// Whoever is interviewed: the statement's speaker, or whom the title names.
  std::vector<PersonNumber> people_of_answer() {
    const std::vector<PersonNumber> speaker = speaker_of_statement();
    if (!speaker.empty()) return speaker;
    if (context_.title_leaders.size() == 1) return {cast_.of_leader(context_.title_leaders.front())};
    return {};
  }

  /// What lies in a turn ends with it; false if nothing is left, or if the source is a label.
  bool clip_to_turn(Attribution& attribution) const {
    if (turn_ == nullptr) return true;
    if (attribution.source && attribution.source->overlaps(turn_->label)) return false;
    const auto outside = [&](const Span& span) { return !turn_->body.overlaps(span); };
    std::erase_if(attribution.content, outside);
    if (attribution.content.empty()) return false;
    for (Span& span : attribution.content) {
      span.start = std::max(span.start, turn_->body.start);
      span.end = std::min(span.end, turn_->body.end);
    }
    return true;
  }

  void add(Attribution attribution) {
    std::vector<PersonNumber> people = resolve(attribution);
    if (turn_ != nullptr && !people.empty() && people == turn_people_) return;  // the turn says so already
    if (attribution.confidence < kLeastConfidence) return;
    attribution.joint = attribution.joint || people.size() > 1;
    if (attribution.source) antecedents_.note_speakers(people, *attribution.source);
    done_.push_back(std::move(attribution));
    people_.push_back(std::move(people));
  }

  std::vector<PersonNumber> resolve(Attribution& attribution) {
    if (!attribution.source) return without_source(attribution);
    const std::uint32_t at = attribution.source->start;
    if (auto people = people_joined_by_and(*attribution.source); !people.empty()) return people;
    const SourceReading reading = read_source(context_.text, *attribution.source, context_.mentions);
    switch (reading.form) {
      case SourceForm::Leaders:
        return people_of(reading.leaders);
      case SourceForm::Named:
        return {cast_.of_name(reading.name, reading.gender, reading.group)};
      case SourceForm::Described:
        doubt_things(attribution, reading.name);
        return {cast_.of_description(reading.name)};
      case SourceForm::First:
        return first_person();
      case SourceForm::Person:
        return take(attribution, antecedents_.of_person(at, reading.gender));
      case SourceForm::They:
        return take(attribution, antecedents_.of_several(at, true));
      case SourceForm::Nobody:
        return {};
      case SourceForm::Thing:
        return take(attribution, antecedents_.of_group(at));
      case SourceForm::Relative:
        return take(attribution, antecedents_.of_relative(at));
      case SourceForm::Message:
        return take(attribution, antecedents_.of_message(at));
      case SourceForm::Joint:
        return both_sides(attribution, reading);
      case SourceForm::Title: {
        auto people = take(attribution, antecedents_.of_title(at, reading.title, reading.country));
        if (!people.empty() && !reading.name.empty()) people.push_back(cast_.of_description(reading.name));
        if (!people.empty()) return people;
        return {cast_.of_description(without_capitals(text_of(context_.text, *attribution.source)))};
      }
    }
    return {};
  }

  std::vector<PersonNumber> both_sides(Attribution& attribution, const SourceReading& reading) {
    attribution.joint = true;
    auto people = take(attribution, antecedents_.of_several(attribution.source->start, false));
    return people.empty() ? std::vector{cast_.of_description(reading.name)} : people;
  }

  /// "Deputy Secretary Sherman and Secretary General Sannino", "the Secretary and the President": both, where each side
  /// alone stands for somebody with a title or for a leader; else none.
  std::vector<PersonNumber> people_joined_by_and(Span source) {
    constexpr std::string_view kAnd = " and ";
    const std::size_t at = text_of(context_.text, source).find(kAnd);
    if (at == std::string_view::npos) return {};
    const auto middle = static_cast<std::uint32_t>(source.start + at);
    std::vector<PersonNumber> people;
    for (const Span side : {Span{source.start, middle}, Span{middle + static_cast<std::uint32_t>(kAnd.size()), source.end}}) {
      const SourceReading reading = read_source(context_.text, side, context_.mentions);
      if (reading.form == SourceForm::Leaders) {
        const auto leaders = people_of(reading.leaders);
        people.insert(people.end(), leaders.begin(), leaders.end());
      } else if (reading.form == SourceForm::Title && reading.name.empty()) {
        const Antecedent holder = antecedents_.of_title(side.start, reading.title, reading.country);
        if (holder.people.empty()) return {};
        people.push_back(holder.people.front());
      } else if (reading.form == SourceForm::Named && reading.title.kind != TitleKind::None) {
        people.push_back(cast_.of_name(reading.name, reading.gender, reading.group));
      } else {
        return {};
      }
    }
    if (people.size() < 2 || people.front() == people.back()) return {};
    return people;
  }

  /// What nothing would find any more is left out by add().
  static void doubt_things(Attribution& attribution, const std::string& description) {
    if (may_speak(description)) return;
    attribution.confidence *= kThingFactor;
    if (attribution.confidence < kFoundConfidence) attribution.confidence = 0;
  }

  std::vector<PersonNumber> people_of(const std::vector<schema::LeaderNumber>& leaders) {
    std::vector<PersonNumber> people;
    for (const schema::LeaderNumber leader : leaders) people.push_back(cast_.of_leader(leader));
    return people;
  }

  /// Spanish and Russian leave the subject out: whoever spoke before goes on. Not so for quotations alone and passives.
  std::vector<PersonNumber> without_source(Attribution& attribution) {
    if (!attribution.cue || attribution.rule.find("subject is left out") == std::string_view::npos) return {};
    return take(attribution, antecedents_.of_person(attribution.cue->start, schema::Gender::Unknown));
  }

  static std::vector<PersonNumber> take(Attribution& attribution, Antecedent antecedent) {
    attribution.antecedent = antecedent.span;
    if (!antecedent.people.empty()) attribution.confidence *= antecedent.certainty;
    return std::move(antecedent.people);
  }

  /// "I" and "we" are whoever has the floor.
  std::vector<PersonNumber> first_person() {
    return turn_ != nullptr ? turn_people_ : speaker_of_statement();
  }

  std::vector<PersonNumber> speaker_of_statement() {
    if (context_.speaker) return {cast_.of_leader(*context_.speaker)};
    if (context_.speaker_name.empty()) return {};
    const auto length = static_cast<std::uint32_t>(context_.speaker_name.size());
    const SourceReading reading = read_source(context_.speaker_name, {0, length}, {});
    const std::string name = reading.name.empty() ? std::string(context_.speaker_name) : reading.name;
    return {cast_.of_name(name, reading.gender, false)};
  }

  /// Names are filled in last, when each person's fullest form is known.
  void name_speakers() {
    for (std::size_t i = 0; i < done_.size(); ++i) {
      for (const PersonNumber person : people_[i]) done_[i].speakers.push_back(cast_.speaker(person));
    }
  }

  const ResolveContext& context_;
  const schema::Gazetteer& gazetteer_;
  Cast cast_;
  Antecedents antecedents_;
  const Turn* turn_ = nullptr;  ///< in which the reading stands; the text before the first is nobody's
  std::vector<PersonNumber> turn_people_;
  std::vector<Attribution> done_;
  std::vector<std::vector<PersonNumber>> people_;  ///< of each of `done_`
};

}  // namespace

std::vector<Attribution> resolve_sources(std::vector<Attribution> found, const ResolveContext& context,
                                         const schema::Gazetteer& gazetteer) {
  return Resolver(context, gazetteer).run(std::move(found));
}

}  // namespace communique::corpus
