// SPDX-License-Identifier: GPL-3.0-or-later
// Languages of texts, of short ones, and of none.
#include "corpus/analysis/language.h"

#include <doctest/doctest.h>

#include <string>

namespace communique::corpus {

namespace {

struct Row {
  const char* text;
  const char* lang;
};

}  // namespace

TEST_CASE("The language of a text is told") {
  const Row rows[] = {
      {"The ministers agreed to meet again in the autumn and to continue their talks about trade.", "en"},
      {"Les ministres sont convenus de se retrouver à l'automne et de poursuivre leurs entretiens.", "fr"},
      {"Los ministros acordaron reunirse de nuevo en otoño y continuar sus conversaciones sobre comercio.", "es"},
      {"Die Minister vereinbarten, sich im Herbst wieder zu treffen und ihre Gespräche fortzusetzen.", "de"},
      {"Министры договорились встретиться осенью и продолжить переговоры о торговле между странами.", "ru"},
      {"Міністри домовилися зустрітися восени та продовжити переговори про торгівлю між країнами.", "uk"},
      {"اتفق الوزراء على الاجتماع مجددا في الخريف ومواصلة محادثاتهم بشأن التجارة بين البلدين.", "ar"},
      {"השרים הסכימו להיפגש שוב בסתיו ולהמשיך את השיחות שלהם על הסחר בין המדינות.", "he"},
      {"Ministrene ble enige om å møtes igjen til høsten og fortsette samtalene sine om handel mellom landene.", "no"},
      {"两国部长同意今年秋天再次会晤，继续就贸易问题举行会谈，并且交换了对地区形势的看法。双方还同意扩大合作。", "zh"},
      {"兩國部長同意今年秋天再次會晤，繼續就貿易問題舉行會談，並且交換了對地區形勢的看法。雙方還同意擴大合作。", "zh"},
      {"両国の大臣は秋に再び会談し、貿易についての協議を続けることで一致した。地域の情勢についても意見を交わした。", "ja"},
      {"양국 장관은 가을에 다시 만나 무역에 관한 회담을 계속하기로 합의하였으며 지역 정세에 대해서도 의견을 나누었다.", "ko"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(detect_language(row.text) == row.lang);
  }
}

TEST_CASE("A short text has a language only if its script has but one") {
  const Row rows[] = {
      {"Thank you.", ""}, {"Merci", ""},     {"Спасибо", ""}, {"شكرا", ""},       {"", ""},       {"123 — 456", ""},
      {"谢谢", "zh"},     {"ありがとう", "ja"}, {"習主席と会談", "ja"}, {"감사합니다", "ko"}, {"ขอบคุณ", "th"}, {"Ευχαριστώ", "el"},
      {"תודה", "he"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(detect_language(row.text) == row.lang);
  }
}

TEST_CASE("Only the front of a long text is read, cut at a code point") {
  std::string text = "a";
  for (int i = 0; i < 20000; ++i) text += "é习";
  CHECK_NOTHROW(detect_language(text));
  CHECK_NOTHROW(detect_language(std::string(100, '\xFF') + std::string(100, 'a')));
}

TEST_CASE("A hint of any form is taken without harm") {
  const std::string text = "The ministers agreed to meet again in the autumn and to continue their talks about trade.";
  for (const char* hint : {"", "en", "fr", "english", "zz", "e\nn"}) {
    CAPTURE(hint);
    CHECK(detect_language(text, hint) == "en");
  }
}

}  // namespace communique::corpus
