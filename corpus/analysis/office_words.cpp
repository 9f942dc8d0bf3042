// SPDX-License-Identifier: GPL-3.0-or-later
// The words of offices in English, French, Spanish, German and Russian.
#include "corpus/analysis/office_words.h"

#include <array>
#include <unordered_map>

#include "corpus/word_set.h"

namespace communique::corpus {

namespace {

constexpr std::string_view kHeads =
    "president premier minister chancellor king queen emperor emir sultan monarch pope pontiff secretary general chief "
    "diplomat taoiseach representative head";

constexpr std::string_view kForeignHeads =
    "président présidente ministre chancelier chancelière reine chef secrétaire "
    "presidente presidenta ministro ministra canciller reina "
    "präsident präsidentin bundespräsident staatspräsident kanzler kanzlerin bundeskanzler bundeskanzlerin "
    "premierminister premierministerin ministerpräsident ministerpräsidentin außenminister außenministerin "
    "regierungschef könig königin "
    "президент президента президентом президенту премьер премьер-министр премьер-министра канцлер король королева "
    "глава министр";

constexpr std::string_view kCounterparts =
    "counterpart homologue homólogo homóloga amtskollege amtskollegen amtskollegin коллега коллегой";

constexpr unsigned kLookBits = 12;

/// Of four bytes, the same for both cases of an ASCII letter.
constexpr std::size_t look_of(std::string_view four) {
  const auto byte = [&](std::size_t at) { return static_cast<std::uint32_t>(static_cast<unsigned char>(four[at])); };
  const std::uint32_t look = byte(0) | byte(1) << 8U | byte(2) << 16U | byte(3) << 24U;
  return ((look | 0x20202020U) * 0x9E3779B1U) >> (32U - kLookBits);
}

/// By look_of() of each head.
constexpr std::array<bool, 1U << kLookBits> kLooks = [] {
  std::array<bool, 1U << kLookBits> looks{};
  for (const std::string_view list : {kHeads, kForeignHeads, kCounterparts}) {
    for_each_word(list, [&](std::string_view head) { looks[look_of(head)] = true; });
  }
  return looks;
}();

}  // namespace

OfficeHead office_head(std::string_view word) {
  static const std::unordered_map<std::string_view, OfficeHead> heads = [] {
    std::unordered_map<std::string_view, OfficeHead> map;
    for_each_word(kHeads, [&](std::string_view head) { map.emplace(head, OfficeHead::Office); });
    for_each_word(kForeignHeads, [&](std::string_view head) { map.emplace(head, OfficeHead::Foreign); });
    for_each_word(kCounterparts, [&](std::string_view head) { map.emplace(head, OfficeHead::Counterpart); });
    return map;
  }();
  const auto at = heads.find(word);
  return at == heads.end() ? OfficeHead::None : at->second;
}

bool may_be_office_head(std::string_view from) {
  // Of a Cyrillic letter the case changes either byte.
  return from.size() >= 4 && (static_cast<unsigned char>(from[0]) >= 0xC0 || kLooks[look_of(from)]);
}

bool opens_name(std::string_view word) {
  static const WordSet words("mr mrs ms dr his her general gen prof hon m mme herr frau sr sra right h.e.");
  return words.contains(word);
}

bool is_office_modifier(std::string_view word) {
  static const WordSet words(
      "prime foreign federal external affairs high top secretary policy state premier première primer primera general");
  return words.contains(word);
}

bool is_other_post(std::string_view word) {
  static const WordSet words(
      "former ex vice deputy first acting interim assistant under incoming outgoing late then caretaker designate next "
      "previous last future past new-elect onetime one-time longtime ousted exiled deposed would-be second third "
      "fourth fifth "
      "sixth seventh eighth ninth tenth a an any every each no another some which whose "
      "ancien ancienne vice-président futur future prochain un une "
      "expresidente anterior futuro próximo una ehemalige ehemaliger ehemaligen früherer frühere früheren künftige "
      "ein eine einem einen stellvertretende stellvertretender бывший бывшего экс-президент будущий следующий первый "
      "первого вице заместитель");
  return words.contains(word);
}

bool is_office_complement(std::string_view word) {
  static const WordSet words(
      "state government foreign affairs external relations general gouvernement affaires étrangères gobierno "
      "relaciones "
      "asuntos exteriores иностранных дел правительства");
  return words.contains(word);
}

bool is_country_link(std::string_view word) {
  static const WordSet words("of the de du des del la le les l d el los las der des von vom");
  return words.contains(word);
}

bool leads_to_post(std::string_view word) {
  static const WordSet words(
      "as become became becomes becoming elected re-elected reelected inaugurated named appointed sworn candidate "
      "serving served serve being am m be is was are were been of comme élu élue como elegido elegida als zum zur");
  return words.contains(word);
}

bool may_follow_office(std::string_view word) {
  static const WordSet words(
      "said says told met meets visits calls and or to on in at for with of from by will is was has had also today "
      "during after before who that which when as the this his her their on");
  return words.contains(word);
}

}  // namespace communique::corpus
