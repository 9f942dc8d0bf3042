// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/attribution/source_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include <unicode/uchar.h>

#include "corpus/word_set.h"
#include "schema/char_class.h"
#include "schema/words.h"

namespace communique::corpus {

namespace {

using schema::Gender;

constexpr std::string_view kArticles = "the a an this that these those our his her its their some many le la les l un une des "
                                       "el los las una der die das ein eine";
constexpr std::string_view kJoiners = "and et und y e и as";
constexpr std::string_view kPrepositions = "of for to from by with under against about at in on inside within near "
                                           "de du des von vom fur del au aux";
/// May stand after a leader's name within a source and leave the leader its head.
constexpr std::string_view kAfterName = "himself herself themselves also and et und y и who then later both jointly too "
                                        "earlier again once now still has had is was in on at of";
constexpr std::string_view kOfficeHolders = "president premier minister chancellor king queen emperor emir sultan leader "
                                            "head chairman secretary chief prime foreign federal";
constexpr std::string_view kJointNouns = "leaders sides presidents parties ministers countries premiers delegations governments "
                                         "chancellors interlocutors heads nations participants counterparts secretaries "
                                         "officials partners foreign prime defence defense state states government of and "
                                         "the two both three four les deux dirigeants chefs d etat pays die beide beiden "
                                         "seiten los las ambos ambas dos lideres partes lados presidentes paises "
                                         "стороны лидеры президенты обе оба главы государств";
constexpr std::string_view kJointSigns = "two both three four leaders sides presidents parties premiers interlocutors "
                                         "deux beide beiden ambos ambas dos стороны лидеры президенты обе оба";

constexpr std::string_view kMessages = "message messages letter letters telegram telegrams greeting greetings address "
                                       "congratulations condolences reply note text statement part in lettre telegramme "
                                       "carta telegrama brief schreiben telegramm письмо письме послание послании телеграмма "
                                       "телеграмме";

constexpr std::array kPronouns = std::to_array<Pronoun>({
    {"he il er он", SourceForm::Person, Gender::Male},
    {"she elle ella она", SourceForm::Person, Gender::Female},
    {"they both ils elles ellos ellas они оба обе", SourceForm::They, Gender::Unknown},
    {"it", SourceForm::Thing, Gender::Unknown},
    {"you this these those such there what all many some others one everyone people vous usted sie ce cela das это",
     SourceForm::Nobody, Gender::Unknown},
    {"i we je nous yo nosotros ich wir я мы me us", SourceForm::First, Gender::Unknown},
    {"who which that qui que der die quien который которая", SourceForm::Relative, Gender::Unknown},
});

constexpr std::array kClasses = std::to_array<std::pair<SourceClass, std::string_view>>({
    {SourceClass::Article, kArticles},
    {SourceClass::Joiner, kJoiners},
    {SourceClass::Preposition, kPrepositions},
    {SourceClass::AfterName, kAfterName},
    {SourceClass::OfficeHolder, kOfficeHolders},
    {SourceClass::JointNoun, kJointNouns},
    {SourceClass::JointSign, kJointSigns},
    {SourceClass::Message, kMessages},
    {SourceClass::MessagePart, "of and congratulatory president presidential minister prime premier sent"},
    {SourceClass::TitlePart, "prime foreign federal of state affairs"},
    {SourceClass::Rank, "prime vice deputy acting former foreign his her head chief chair ceo"},
    {SourceClass::AfterPronoun, "himself herself themselves also both each all"},
    {SourceClass::Clause, "who which that whose"},
    {SourceClass::Particle, "de du des del von vom"},
});

/// Bits 1 << SourceClass.
std::uint32_t classes_of(std::string_view folded) {
  static const std::unordered_map<std::string_view, std::uint32_t> table = [] {
    std::unordered_map<std::string_view, std::uint32_t> map;
    for (const auto& [kind, words] : kClasses) {
      const std::uint32_t bit = 1U << static_cast<unsigned>(kind);
      for_each_word(words, [&](std::string_view word) { map[word] |= bit; });
    }
    return map;
  }();
  const auto found = table.find(folded);
  return found == table.end() ? 0 : found->second;
}

}  // namespace

bool is_capital_at(std::string_view text, std::size_t pos) {
  const std::int32_t c = schema::char_at(text, pos).code_point;
  return c >= 0 && u_isUUppercase(c);
}

std::vector<SourceWord> source_words(std::string_view text, Span span) {
  std::vector<SourceWord> words;
  thread_local schema::WordSplitter splitter;
  const std::string_view source = text_of(text, span);
  splitter.split(source, [&](const schema::Word& word) {
    if (word.kind != schema::WordKind::Plain && word.kind != schema::WordKind::Han) return;
    SourceWord one;
    one.folded = std::string(word.term);
    one.classes = classes_of(word.term);
    one.span = {span.start + word.start, span.start + word.end};
    const std::string_view printed = source.substr(word.start, word.end - word.start);
    one.capital = is_capital_at(printed, 0);
    const std::string_view after = source.substr(word.end);
    one.possessive = after.starts_with("'s") || after.starts_with("’s") || printed.ends_with("'s") ||
                     printed.ends_with("’s") || after.starts_with("’ ") || after.starts_with("' ");
    words.push_back(std::move(one));
  });
  return words;
}

const Pronoun* find_pronoun(std::string_view folded) {
  static const std::unordered_map<std::string_view, const Pronoun*> pronouns = [] {
    std::unordered_map<std::string_view, const Pronoun*> map;
    for (const Pronoun& pronoun : kPronouns) {
      for_each_word(pronoun.words, [&](std::string_view word) { map.emplace(word, &pronoun); });
    }
    return map;
  }();
  const auto found = pronouns.find(folded);
  return found == pronouns.end() ? nullptr : found->second;
}

}  // namespace communique::corpus
