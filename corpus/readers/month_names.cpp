// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of month and week-day names.
#include "corpus/readers/month_names.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <initializer_list>

#include "corpus/readers/clean.h"

namespace communique::corpus {
namespace {

using Names = std::initializer_list<std::string_view>;

/// Folded; with and without accents where those are left out in practice.
const std::array<Names, 12> kMonths = {{
    {"january", "jan", "janvier", "janv", "enero", "ene", "januar", "jänner", "gennaio", "gen", "janeiro", "января",
     "январь", "янв"},
    {"february", "feb", "février", "fevrier", "févr", "fevr", "fév", "febrero", "februar", "febbraio", "fevereiro",
     "fev", "февраля", "февраль", "фев", "февр"},
    {"march", "mar", "mars", "marzo", "märz", "maerz", "mär", "março", "marco", "марта", "март", "мар"},
    {"april", "apr", "avril", "avr", "abril", "abr", "aprile", "апреля", "апрель", "апр"},
    {"may", "mai", "mayo", "maggio", "mag", "maio", "мая", "май"},
    {"june", "jun", "juin", "junio", "juni", "giugno", "giu", "junho", "июня", "июнь", "июн"},
    {"july", "jul", "juillet", "juil", "julio", "juli", "luglio", "lug", "julho", "июля", "июль", "июл"},
    {"august", "aug", "août", "aout", "agosto", "ago", "августа", "август", "авг"},
    {"september", "sep", "sept", "septembre", "septiembre", "setiembre", "settembre", "set", "setembro", "сентября",
     "сентябрь", "сен", "сент"},
    {"october", "oct", "octobre", "octubre", "oktober", "okt", "ottobre", "ott", "outubro", "out", "октября", "октябрь",
     "окт"},
    {"november", "nov", "novembre", "noviembre", "novembro", "ноября", "ноябрь", "ноя", "нояб"},
    {"december", "dec", "décembre", "decembre", "déc", "diciembre", "dic", "dezember", "dez", "dicembre", "dezembro",
     "декабря", "декабрь", "дек"},
}};

/// Each with a space before and after it.
constexpr std::string_view kFillers =
    " monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun lundi "
    "lun mardi mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim lunes martes miércoles miercoles mié "
    "jueves jue viernes vie sábado sabado sáb sab domingo dom montag mo dienstag di mittwoch mi donnerstag do "
    "freitag fr samstag sonnabend sonntag so lunedì lunedi martedì martedi mercoledì mercoledi giovedì giovedi "
    "gio venerdì venerdi sabato domenica segunda-feira segunda terça-feira terça quarta-feira quarta "
    "quinta-feira quinta sexta-feira sexta feira понедельник вторник среда четверг пятница суббота воскресенье "
    "the of on le de del el den der vom am da em il г года год st nd rd th er º ª published posted date ";

}  // namespace

std::string folded_word(std::string_view word) {
  if (!word.empty() && word.back() == '.') word.remove_suffix(1);
  if (std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    return lower_ascii(word);
  }
  std::string folded;
  icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())}).foldCase().toUTF8String(folded);
  return folded;
}

int month_of(std::string_view folded) {
  for (std::size_t month = 0; month < kMonths.size(); ++month) {
    const Names& names = kMonths[month];
    if (std::find(names.begin(), names.end(), folded) != names.end()) return static_cast<int>(month) + 1;
  }
  return 0;
}

bool is_date_filler(std::string_view folded) {
  return kFillers.find(" " + std::string(folded) + " ") != std::string_view::npos;
}

}  // namespace communique::corpus
