// SPDX-License-Identifier: GPL-3.0-or-later
// The words of labels. Each list is folded when it is built, so that it may be written as texts write it.
#include "corpus/attribution/turn_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "schema/words.h"

namespace communique::corpus {

namespace {

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

class WordSet {
 public:
  explicit WordSet(std::string_view list) {
    for (auto& word : schema::split_words(list)) {
      if (word.kind == schema::WordKind::Plain) set_.insert(std::move(word.term));
    }
  }
  bool contains(std::string_view word) const { return set_.find(word) != set_.end(); }

 private:
  std::unordered_set<std::string, Hash, std::equal_to<>> set_;
};

struct Letters {
  std::string_view lang;
  std::string_view question;
  std::string_view answer;
};

constexpr std::array kLetters = std::to_array<Letters>(
    {{"es", "p", "r"}, {"pt", "p", "r"}, {"fr", "q", "r"}, {"it", "d", "r"}, {"de", "f", "a"}, {"ru", "в", "о"}});

}  // namespace

bool is_title_word(std::string_view folded) {
  static const WordSet words(
      "mr mrs ms dr miss madam sir dame lord lady professor prof reverend rev father rabbi "
      "president premier prime minister pm chancellor secretary undersecretary king queen prince princess emperor emir "
      "ambassador amb envoy representative rep senator sen congressman congresswoman congressmember member delegate "
      "governor gov mayor general gen lieutenant lt admiral adm colonel col captain capt commander cmdr major sergeant "
      "sgt judge justice chairman chairwoman chairperson chair cochair director commissioner speaker leader head chief "
      "deputy vice acting attorney counsel counselor counsellor adviser advisor administrator officer official "
      "spokesperson spokesman spokeswoman editor journalist correspondent anchor host presenter ceo cfo coach pope "
      "bishop archbishop cardinal metropolitan patriarch taoiseach student pilot rector doctor teacher founder manager "
      "academician plenipotentiary ombudsman prosecutor superintendent sheriff cosmonaut astronaut worker "
      "m mme mlle monsieur madame président présidente ministre chancelier chancelière porte-parole secrétaire "
      "presidente presidenta vicepresidente vicepresidenta ministro ministra señor señora sr sra rey reina portavoz "
      "canciller gobernador "
      "herr frau bundeskanzler bundeskanzlerin kanzler kanzlerin präsident präsidentin bundespräsident minister "
      "ministerin bundesminister bundesministerin außenminister außenministerin ministerpräsident ministerpräsidentin "
      "staatssekretär staatssekretärin sts bk sprecher sprecherin vorsitzender generalsekretär "
      "президент председатель министр премьер премьер-министр глава губернатор директор пресс-секретарь посол канцлер "
      "господин госпожа");
  return words.contains(folded);
}

bool is_office_word(std::string_view folded) {
  static const WordSet words(
      "mr mrs ms dr sir president minister chancellor secretary ambassador senator sen congressman congresswoman rep "
      "governor mayor chairman chairwoman commissioner spokesperson spokesman spokeswoman pope taoiseach "
      "mme monsieur madame président présidente ministre chancelier chancelière presidente presidenta ministro "
      "ministra "
      "señor señora sr sra portavoz canciller herr frau bundeskanzler bundeskanzlerin kanzler kanzlerin präsident "
      "präsidentin bundespräsident ministerin bundesminister bundesministerin außenminister außenministerin "
      "ministerpräsident ministerpräsidentin staatssekretär staatssekretärin sprecher sprecherin "
      "президент министр премьер премьер-министр губернатор пресс-секретарь посол канцлер");
  return words.contains(folded);
}

bool is_office_in_capitals(std::string_view folded) {
  static const WordSet words(
      "premier pm king queen prince princess emperor emir sultan director judge professor prof coach gov gen lt col "
      "colonel admiral adm captain capt commander sergeant sgt administrator speaker undersecretary official officials "
      "reverend rev bishop archbishop cardinal rabbi envoy representative representatives delegate chaplain justice "
      "congressmember counselor counsellor adviser advisor ceo general vicepresidente");
  return is_office_word(folded) || words.contains(folded);
}

bool is_address_word(std::string_view folded) {
  static const WordSet words("mr mrs ms miss dr madam sir monsieur madame herr frau señor señora господин госпожа");
  return words.contains(folded);
}

bool is_voice_word(std::string_view folded) {
  static const WordSet words(
      "moderator operator audience interpreter participant participants announcer staff crowd members children "
      "students voices voice child chorus público moderatorin ведущий ведущая модератор moderador moderadora "
      "modérateur "
      "modératrice official");
  return words.contains(folded);
}

bool is_heading_word(std::string_view folded) {
  static const WordSet words(
      "statement statements remarks message letter address speech text transcript readout release advisory bulletin "
      "contact contacts fiction who what when where why how by with on in at to from about after before between via "
      "note notes fact facts myth reality claim truth goal goals action actions background summary update date time "
      "location place subject re cc fax tel phone email mail source sources participants attendees background dear "
      "download watch click here also and or but is are was were has have had said says told "
      "following follows example topic topics agenda item chapter article annex table figure "
      "priority results result conclusion introduction overview total amount vessel address website "
      "include includes project projects funding plan program programme report budget meets visits calls urges signs "
      "announces hails "
      "county statewide est edt cst cdt mst mdt pst pdt gmt media weekly immediate embargoed excerpts question answer "
      "déclaration communiqué discours lettre contact date lieu objet comunicado declaración discurso carta fecha "
      "lugar "
      "erklärung rede mitteilung ort datum kontakt hinweis "
      "заявление сообщение речь дата место примечание");
  return words.contains(folded);
}

bool is_label_particle(std::string_view folded) {
  static const WordSet words(
      "of the and for von van der den de del della di da do dos du des d la le les l el al bin ben ibn y e et und zu "
      "zur für im state national regional public news channel company agency programme programs first board group");
  return words.contains(folded);
}

bool is_article(std::string_view folded) {
  static const WordSet words("the a an el la le l der die");
  return words.contains(folded);
}

bool is_question_word(std::string_view folded) {
  static const WordSet words(
      "question reporter interviewer remark frage zuruf journalistin pregunta periodista entrevistador entrevistadora "
      "journaliste domanda pergunta вопрос "
      "реплика журналист");
  return words.contains(folded);
}

bool is_answer_word(std::string_view folded) {
  static const WordSet words("answer response antwort respuesta réponse risposta resposta ответ");
  return words.contains(folded);
}

LabelKind letter_label(std::string_view folded, std::string_view lang) {
  if (folded == "q") return LabelKind::Question;
  for (const Letters& letters : kLetters) {
    if (letters.lang != lang) continue;
    if (folded == letters.question) return LabelKind::Question;
    if (folded == letters.answer) return LabelKind::Answer;
  }
  return folded == "a" ? LabelKind::Answer : LabelKind::None;
}

LabelKind chinese_label(std::string_view name) {
  for (const std::string_view question : {"\u8BB0\u8005", "\u95EE", "\u8A18\u8005", "\u554F"}) {
    if (name == question) return LabelKind::Question;
  }
  return name == "\u7B54" ? LabelKind::Answer : LabelKind::None;
}

}  // namespace communique::corpus
