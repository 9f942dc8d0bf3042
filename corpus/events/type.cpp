// SPDX-License-Identifier: GPL-3.0-or-later
// Every phrase of the table found in title and opening is a vote: the weight first, then how early it stands. The title
// goes before the opening, since its weights are higher. What the turns say counts only where no phrase does.
#include "corpus/events/type.h"

#include <algorithm>
#include <array>

#include "corpus/events/event_words.h"
#include "corpus/events/type_phrases.h"

namespace communique::corpus {

namespace {

constexpr std::array<std::string_view, 10> kTypeNames = {"greeting",  "congratulation",  "condolence", "call",
                                                         "meeting",   "joint statement", "speech",     "briefing",
                                                         "interview", "release"};

/// Bytes of the text that are looked at: byline and first sentences.
constexpr std::size_t kOpeningBytes = 600;
/// Bytes of the title that are looked at: some corpora give the text's front as the title.
constexpr std::size_t kTitleBytes = 160;
/// Words by which a phrase stands earlier that make up for one step of weight.
constexpr int kWordsPerWeight = 12;
/// By so much the opening must outdo a title that says something.
constexpr int kTitleBonus = 24;
/// Up to this score a vote counts for `release` only, the type that most of what is no event has.
constexpr int kLeastSure = 18;

/// What a day's press names itself, in titles such as "Minister Ortega with Anna Berg of Harbour News".
constexpr auto kOutlets = std::to_array<std::string_view>(
    {"bbc",  "cnn",     "nbc",       "abc",     "cbs",     "msnbc",  "cnbc",    "npr",   "pbs",
     "fox",  "reuters", "bloomberg", "news",    "times",   "post",   "tv",      "radio", "television",
     "show", "today",   "podcast",   "gazette", "tribune", "herald", "magazine"});

struct Vote {
  int score = 0;
  StatementKind kind = StatementKind::Release;
};

const PhraseIndex& phrases() {
  static const PhraseIndex index = [] {
    PhraseIndex built;
    for (std::size_t group = 0; group < type_phrases().size(); ++group) {
      built.add_all(type_phrases()[group].phrases, group);
    }
    return built;
  }();
  return index;
}

Vote best_vote(const EventWords& words, bool title) {
  Vote best;
  for (std::size_t at = 0; at < words.size();) {
    const PhraseIndex::Match match = phrases().longest_at(words, at);
    if (match.words == 0) {
      ++at;
      continue;
    }
    const TypePhrases& phrase = type_phrases()[match.phrase];
    const int weight = title ? phrase.title : phrase.opening;
    const int late = static_cast<int>(std::min<std::size_t>(title ? at : at / 8, kWordsPerWeight * 2));
    const int score = weight * kWordsPerWeight - late;
    if (weight > 0 && score > best.score) best = {score, phrase.kind};
    at += match.words;
  }
  return best;
}

/// "Senator Ortega today praised": how releases tell of what their sender did.
bool tells_of_today(const EventWords& words) {
  for (std::size_t at = 0; at + 1 < words.size(); ++at) {
    if (words[at].folded == "today" && words[at + 1].folded.ends_with("ed")) return true;
  }
  return false;
}

bool has_question(const EventWords& words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string_view word = words[at].folded;
    if (!words[at].after_stop && at > 0) continue;
    if (word == "q" || word == "question" || word == "pregunta" || word == "frage" || word == "вопрос") return true;
  }
  return false;
}

/// "President Ortega received the envoys": whom a head of state receives is a guest, what anybody receives a thing.
bool receives_guests(const EventWords& words) {
  if (words.size() == 0 || !words[0].capital) return false;
  const std::string_view office = words[0].folded == "prime" ? words.folded(1) : words[0].folded;
  if (office != "president" && office != "minister" && office != "chancellor" && office != "premier") return false;
  for (std::size_t at = 1; at < std::min<std::size_t>(words.size(), 8) && !words[at].after_stop; ++at) {
    if (words[at].folded != "received") continue;
    const EventWord& next = at + 1 < words.size() ? words[at + 1] : words[at];
    return next.capital || next.folded == "the" || next.folded == "in" || next.folded == "representatives";
  }
  return false;
}

/// "Minister Ortega With Jan Berg of Channel 5", "... on Harbour News".
bool is_with_somebody(const EventWords& title) {
  bool with = false;
  for (std::size_t at = 1; at + 1 < title.size(); ++at) {
    const std::string_view word = title[at].folded;
    if (with && (word == "of" || word == "on")) return true;
    with = with || word == "with";
    if (!with && word != "on") continue;
    if (std::find(kOutlets.begin(), kOutlets.end(), title[at + 1].folded) != kOutlets.end()) return true;
  }
  return false;
}

/// Texts that begin with their headline tell of a person: "SENATOR BERG: SAVE THE FERRY" labels no turn.
bool repeats_title(std::string_view title, std::string_view text) {
  return !title.empty() && text.starts_with(title.substr(0, std::min<std::size_t>(title.size(), 30)));
}

std::string_view name_of(StatementKind kind) { return kTypeNames[static_cast<std::size_t>(kind)]; }

}  // namespace

std::string_view infer_type(std::string_view title, std::string_view text, std::string_view lang, std::size_t turns) {
  Fronts fronts(title, text);
  return infer_type(fronts, lang, turns);
}

std::string_view infer_type(Fronts& fronts, std::string_view lang, std::size_t turns) {
  if (lang == "zh" || lang == "ja" || lang == "ko") return {};
  const EventWords title_words = fronts.title(kTitleBytes);
  const EventWords opening = fronts.opening(kOpeningBytes);
  const bool asked = turns >= 2 && has_question(opening);
  const Vote by_title = best_vote(title_words, true);
  // A title that names a journalist after "with" is an interview's unless it says what else it is.
  if (asked && by_title.score < 6 * kWordsPerWeight && is_with_somebody(title_words))
    return name_of(StatementKind::Interview);
  const Vote by_opening = best_vote(opening, false);
  const bool titled = by_title.score > 0;
  const Vote& best = by_opening.score > by_title.score + (titled ? kTitleBonus : 0) ? by_opening : by_title;
  if (best.score > kLeastSure) return name_of(best.kind);
  // One voice, labelled, from beginning to end.
  if (turns >= 1 && turns <= 2 && !asked && !repeats_title(fronts.title_text(), fronts.text())) return name_of(StatementKind::Speech);
  if (receives_guests(opening)) return name_of(StatementKind::Meeting);
  const bool release = best.score > 0 ? best.kind == StatementKind::Release : tells_of_today(opening);
  return release ? name_of(StatementKind::Release) : std::string_view();
}

}  // namespace communique::corpus
