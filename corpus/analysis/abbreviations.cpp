// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of abbreviations and of sentence openers. Case counts: "Mass." is a state, "mass." ends a sentence.
#include "corpus/analysis/abbreviations.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "corpus/word_set.h"
#include "schema/utf8.h"

namespace communique::corpus {

namespace {

constexpr std::string_view kBeforeNames =
    "Mr Mrs Ms Mx Dr Drs Prof Gen Sen Sens Rep Reps Gov Govs Col Lt Sgt Capt Cpt Cmdr Cdr Maj Adm Hon Rev Fr Msgr Mgr "
    "Pvt Cpl Brig Supt Insp Det Amb Pres Messrs Mme Mmes Mlle MM Sr Sra Srta Dra Lic Ing Arq Dña Exc Excma Excmo Ilmo "
    "Sig Dott Avv Hr Hrn Frl Miss Asst Secy Atty mr mrs ms dr prof gen sen rep gov vs v cf ул им тов проф акад гр д-р "
    "св госп";
constexpr std::string_view kBeforeNumbers =
    "No Nos Nr Nº no Art Arts art arts Sec Secs sec Ch ch Chap Vol vol Fig fig Figs Para Paras para paras p pp P Pp n "
    "N Ext Rm Doc doc Res núm nº num Par par cap Cap inc sect § ст п пп стр рис табл гл ч см № ca c circa approx";
constexpr std::string_view kAnywhere =
    "Jr jr Inc Corp Co Cos Ltd Bros LLC PLC Assn Dept Univ Inst Ave Blvd Bldg Rd Sq Pkwy Hwy Esq St Ste Mt Ft Pt Ph.D "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun avg Ala Ariz Ark "
    "Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Vt "
    "Va W.Va Wash Wis Wyo Dem Rep Dems Reps Govt Intl Natl Adm Admin Cir Stat Supp Cong Bd Ed ed eds Edn Ud Uds Vd Av "
    "Str str bzw ggf inkl zzgl г гг пл обл";
constexpr std::string_view kNever = "e.g i.e eg ie E.g I.e z.B d.h u.a i.S viz p.ej P.ej т.е т.н напр";

/// Function words of the languages that can not be part of a name though they bear a capital.
constexpr std::string_view kOpeners =
    "The This That These Those There It He She We They You I In On At But And If As For To When While Our My His Her "
    "Its Their Your What Who How Why So After Since With However Today Yet Now Here Let Not An A By From Some Many "
    "Most All Of Both Each Every Another Although Though Because Before During Despite Even Only Also Then Thus "
    "Therefore Moreover Furthermore Meanwhile Nevertheless Indeed Finally First Second Third Next Last Until Under "
    "Over Through Without Within Among Between Is Are Was Were Do Does Did Has Have Had Can Could Will Would Should "
    "May Please Thank Nor Or Such Where Which Whether Once Instead Or Earlier Later Le Les Il Ils Elle Elles Nous Vous "
    "Je Ce Cette Ces Cet Mais Et Dans En Un Une Pour Par Avec Depuis Notre Nos Ainsi Or Donc Aussi El Los Las Ella "
    "Ellos Nosotros Esta Este Estos Estas Esto Eso Pero Y Con Por Para Como Cuando Desde Hoy Una Der Die Das Wir Sie "
    "Es Ich Ein Eine Und Aber Im Am Mit Für Auf Bei Nach Dies Diese Dieser Gli Lo Noi Ma Nel Nella Con Per Questo "
    "Questa Det Den Vi Jeg De Og Men В На Он Она Они Мы Я Это Эта Этот И Но А По С Из К У Для Как Если Также Однако "
    "Сегодня Наши Наша Наш";

using Table = std::unordered_map<std::string_view, StopKind>;

/// Where a word stands in two lists the cautious reading wins: lists are entered from the least to the most binding.
const Table& table() {
  static const Table built = [] {
    Table words;
    for_each_word(kAnywhere, [&](std::string_view word) { words[word] = StopKind::Anywhere; });
    for_each_word(kBeforeNumbers, [&](std::string_view word) { words[word] = StopKind::Number; });
    for_each_word(kBeforeNames, [&](std::string_view word) { words[word] = StopKind::Name; });
    for_each_word(kNever, [&](std::string_view word) { words[word] = StopKind::Never; });
    return words;
  }();
  return built;
}

/// "GEN" -> "Gen"; empty unless all of it are ASCII capitals.
std::string title_case(std::string_view word) {
  if (word.size() < 2 || !std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return {};
  std::string title(word);
  std::transform(title.begin() + 1, title.end(), title.begin() + 1, [](char c) { return static_cast<char>(c | 0x20); });
  return title;
}

/// "U.S", "a.m", "т.д", "Б.Н": single letters with dots between them, no digits.
bool is_dotted(std::string_view word) {
  std::size_t letters = 0;
  bool dot = true;
  for (std::size_t pos = 0; pos < word.size();) {
    const std::int32_t c = schema::next_code_point(word, pos);
    if ((c == '.') == dot || (c >= '0' && c <= '9')) return false;
    dot = c == '.';
    letters += dot ? 0U : 1U;
  }
  return letters > 1 && !dot;
}

StopKind stop_after_plain(std::string_view word) {
  if (const auto found = table().find(word); found != table().end()) return found->second;
  if (const std::string title = title_case(word); !title.empty() && title != "No") {
    if (const auto found = table().find(title); found != table().end()) return found->second;
  }
  return is_dotted(word) ? StopKind::Anywhere : StopKind::Ends;
}

}  // namespace

StopKind stop_after(std::string_view word) {
  const StopKind whole = stop_after_plain(word);
  if (whole != StopKind::Ends) return whole;
  // "Spain-U.S."; "much.Mr.", where a space was lost.
  if (const std::size_t hyphen = word.rfind('-'); hyphen != std::string_view::npos) {
    const std::string_view last = word.substr(hyphen + 1);
    if (is_dotted(last)) return StopKind::Anywhere;
  }
  const std::size_t dot = word.rfind('.');
  const std::string_view last = dot == std::string_view::npos ? std::string_view() : word.substr(dot + 1);
  return last.size() < 2 ? StopKind::Ends : stop_after_plain(last);
}

bool opens_sentence(std::string_view word) {
  static const WordSet words(kOpeners);
  return words.contains(word);
}

bool has_ordinal_stops(std::string_view lang) {
  constexpr std::string_view kLanguages = " bs cs da de et fi fo hr hu is lb lv nb nn no pl sk sl sr tr ";
  if (lang.size() != 2) return false;
  const std::string padded = ' ' + std::string(lang) + ' ';
  return kLanguages.find(padded) != std::string_view::npos;
}

}  // namespace communique::corpus
