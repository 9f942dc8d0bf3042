// SPDX-License-Identifier: GPL-3.0-or-later
// What do the words around a name say about it? Small tables of folded words in the languages statements come in.
#include "corpus/analysis/mention_words.h"

#include <array>
#include <unordered_map>

#include "corpus/word_set.h"

namespace communique::corpus {

namespace {

using schema::Gender;
using schema::OfficeKind;

constexpr unsigned bit(OfficeKind kind) { return 1U << static_cast<unsigned>(kind); }

constexpr unsigned kPresident = bit(OfficeKind::President);
constexpr unsigned kGovernment = bit(OfficeKind::PrimeMinister) | bit(OfficeKind::Chancellor);
constexpr unsigned kMinister = bit(OfficeKind::ForeignMinister);
constexpr unsigned kMonarch = bit(OfficeKind::Monarch);
constexpr unsigned kOther = bit(OfficeKind::Other);

struct TitleGroup {
  std::string_view words;
  Title title;
};

constexpr Title address(Gender gender) { return {TitleKind::Address, 0, gender, false}; }
constexpr Title office(unsigned kinds) { return {TitleKind::Office, kinds, Gender::Unknown, false}; }

constexpr std::array kTitles = std::to_array<TitleGroup>({
    {"mr mister herr monsieur sr senor господин господином господина", address(Gender::Male)},
    {"mrs ms miss madam madame mme frau sra госпожа", address(Gender::Female)},
    {"dr prof professor comrade", address(Gender::Unknown)},
    {"president presidente presidenta prasident prasidentin президент президента президентом президенту", office(kPresident)},
    {"premier chancellor bundeskanzler bundeskanzlerin kanzler kanzlerin taoiseach pm премьер", office(kGovernment)},
    {"minister ministre ministro ministra ministerin министр министром министра", office(kMinister | kGovernment)},
    {"fm aussenminister aussenministerin", office(kMinister)},
    {"secretary", {TitleKind::Office, kMinister | kOther, Gender::Unknown, true}},
    {"king queen emperor emir amir sultan", office(kMonarch)},
    {"chairman", office(kOther | kPresident)},
    {"senator senators sen sens congressman congresswoman representative rep reps judge justice governor gov mayor "
     "ambassador amb general gen lieutenant lt col colonel captain capt major maj sgt sergeant admiral cpl pfc spc "
     "sheriff "
     "speaker commissioner director administrator leader whip assemblyman councilman attorney officer reverend rev "
     "bishop "
     "cardinal pastor coach spokesperson spokesman undersecretary envoy first lady",
     {TitleKind::Foreign, 0, Gender::Unknown, false}},
});

const Title* find_title(std::string_view word) {
  static const std::unordered_map<std::string_view, Title> titles = [] {
    std::unordered_map<std::string_view, Title> map;
    for (const auto& group : kTitles) {
      for_each_word(group.words, [&](std::string_view title) { map.emplace(title, group.title); });
    }
    return map;
  }();
  const auto at = titles.find(word);
  return at == titles.end() ? nullptr : &at->second;
}

}  // namespace

Title title_of(std::string_view word, std::string_view before) {
  const Title* found = find_title(word);
  if (!found) return {};
  if (word == "general" && before == "secretary") return {TitleKind::Office, kOther, Gender::Unknown, true};
  Title title = *found;
  if (title.kind != TitleKind::Office) return title;
  static const WordSet heads("prime premier primer премьер");
  // A deputy, or the minister of something else, is not the holder of an office the gazetteer knows.
  static const WordSet elsewhere(
      "deputy under assistant defense defence treasury interior finance trade energy commerce labor agriculture press "
      "education transportation homeland army navy health security justice economy");
  if (before == "vice") title.offices = kOther;
  if (before == "foreign") title.offices = kMinister;
  if (heads.contains(before)) title.offices = kGovernment;
  if (elsewhere.contains(before)) title.kind = TitleKind::Foreign;
  return title;
}

bool is_titled(const schema::Tenure& tenure, const Title& title) {
  if ((title.offices & (1U << static_cast<unsigned>(tenure.kind))) == 0) return false;
  return !title.secretary || tenure.office.find("Secretary") != std::string::npos;
}

bool is_lower_rank(std::string_view folded) {
  static const WordSet words("deputy under assistant associate vice");
  return words.contains(folded);
}

bool is_function_word(std::string_view folded) {
  static const WordSet words(
      "a about according after again against all also although an and answer as asked at because before between both "
      "but "
      "by can did does during earlier even finally for former from furthermore had has he here how however i if in "
      "instead "
      "interview is it last later like meanwhile meeting message met moreover next not now of on once only or our over "
      "perhaps question readout recently remarks said she should similarly since so statement still tell thank thanks "
      "that "
      "the then there they this though thus to today transcript under until via was we were what when where whether "
      "which "
      "while who why will with without would yesterday yet you your additionally clearly dear "
      "le la les et avec der die und mit el los y con и с в на о об по для но а от к");
  return words.contains(folded);
}

bool continues_name(std::string_view folded) {
  static const WordSet words(
      "jr junior sr senior ii iii street avenue boulevard highway road drive airport school university college library "
      "hospital center centre foundation institute prize award museum memorial stadium park plaza square bridge county "
      "city island islands river lake act amendment fellowship scholarship ranch intercontinental");
  return words.contains(folded);
}

bool follows_surname(std::string_view folded) {
  static const WordSet words(
      "administration government team cabinet doctrine plan era regime white years presidency policy "
      "and to on in at for with of from by before after during will is was has "
      "meets met says said visits calls travels speaks holds hosts urges signs announces joint meeting summit remarks "
      "statement");
  return words.contains(folded);
}

bool is_name_particle(std::string_view folded) {
  static const WordSet words("al el von van de di du bin ben af le la da dos fon фон");
  return words.contains(folded);
}

}  // namespace communique::corpus
