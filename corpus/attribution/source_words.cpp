// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/attribution/source_words.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

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

}  // namespace

bool is_one_of(std::string_view word, std::string_view list) {
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

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

bool is_a(std::string_view folded, SourceClass kind) {
  switch (kind) {
    case SourceClass::Article:
      return is_one_of(folded, kArticles);
    case SourceClass::Joiner:
      return is_one_of(folded, kJoiners);
    case SourceClass::Preposition:
      return is_one_of(folded, kPrepositions);
    case SourceClass::AfterName:
      return is_one_of(folded, kAfterName);
    case SourceClass::OfficeHolder:
      return is_one_of(folded, kOfficeHolders);
    case SourceClass::JointNoun:
      return is_one_of(folded, kJointNouns);
    case SourceClass::JointSign:
      return is_one_of(folded, kJointSigns);
    case SourceClass::Message:
      return is_one_of(folded, kMessages);
  }
  return false;
}

const Pronoun* find_pronoun(std::string_view folded) {
  const auto* found = std::find_if(kPronouns.begin(), kPronouns.end(),
                                   [&](const Pronoun& pronoun) { return is_one_of(folded, pronoun.words); });
  return found == kPronouns.end() ? nullptr : found;
}

}  // namespace communique::corpus
