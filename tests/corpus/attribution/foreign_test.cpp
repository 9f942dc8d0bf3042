// SPDX-License-Identifier: GPL-3.0-or-later
// Attributions in French, Spanish, German and Russian.
#include "corpus/attribution/foreign.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "corpus/analysis/sentences.h"

namespace communique::corpus {

namespace {

/// "type {source} [cue] <content><content>", one a line.
std::string attributions(std::string_view text, std::string_view lang) {
  std::string found;
  for (const Attribution& attribution : find_foreign_attributions(text, split_sentences(text, lang), lang)) {
    if (!found.empty()) found += '\n';
    found += to_string(attribution.type);
    if (attribution.joint) found += " joint";
    found += " {";
    if (attribution.source) found += text_of(text, *attribution.source);
    found += "} [";
    REQUIRE(attribution.cue);
    found += text_of(text, *attribution.cue);
    found += "] ";
    REQUIRE(!attribution.content.empty());
    for (const Span& content : attribution.content) found += '<' + std::string(text_of(text, content)) + '>';
    CHECK(attribution.confidence >= kFoundConfidence);
    CHECK(!attribution.rule.empty());
    CHECK(attribution.speakers.empty());
  }
  return found;
}

struct Case {
  std::string_view text;
  std::string_view found;
};

void check(const std::vector<Case>& cases, std::string_view lang) {
  for (const Case& test : cases) {
    CAPTURE(test.text);
    CHECK(attributions(test.text, lang) == test.found);
  }
}

}  // namespace

TEST_CASE("French quotations and reported speech find their sources") {
  check(
      {
          {"« Le pont est fini », a déclaré Anne Roy.", "direct {Anne Roy} [a déclaré] <« Le pont est fini »>"},
          {"« Le pont est fini », a-t-elle ajouté jeudi.", "direct {elle} [a-t-elle ajouté] <« Le pont est fini »>"},
          {"« Le pont est fini », explique le ministre des Routes à Lyon.",
           "direct {le ministre des Routes} [explique] <« Le pont est fini »>"},
          {"« Le pont », a dit M. Roy, « est fini. »", "direct {M. Roy} [a dit] <« Le pont »><« est fini. »>"},
          {"« Il est fini », a dit Anne Roy. « Enfin fini. »",
           "direct {Anne Roy} [a dit] <« Il est fini »><« Enfin fini. »>"},
          {"“Le pont est fini”, selon la porte-parole.", "direct {la porte-parole} [selon] <“Le pont est fini”>"},
          {"Anne Roy a dit : « Le pont est fini. »", "direct {Anne Roy} [a dit] <« Le pont est fini. »>"},
          {"Anne Roy a dit que le pont était fini.", "indirect {Anne Roy} [a dit] <que le pont était fini>"},
          {"Le ministre, Jean Roy, a estimé, de son côté, qu’il fallait attendre.",
           "indirect {Le ministre, Jean Roy} [a estimé] <qu’il fallait attendre>"},
          {"Jean Roy, en réponse, a dit que c’était fini.", "indirect {Jean Roy} [a dit] <que c’était fini>"},
          {"Jean Roy a remercié les maçons et a dit que c’était fini.",
           "indirect {Jean Roy} [a dit] <que c’était fini>"},
          {"Il a ajouté que le pont « tiendra mille ans » et plus.",
           "mixed {Il} [a ajouté] <que le pont « tiendra mille ans » et plus>"},
          {"Selon M. Roy, le pont tiendra.", "indirect {M. Roy} [Selon] <le pont tiendra>"},
          {"Le pont tiendra, d’après le ministre.", "indirect {le ministre} [d’après] <Le pont tiendra>"},
          {"Les deux parties sont convenues de se revoir.",
           "indirect joint {Les deux parties} [sont convenues] <de se revoir>"},
          {"Anne Roy et Luc Petit ont déclaré que le pont tiendrait.",
           "indirect joint {Anne Roy et Luc Petit} [ont déclaré] <que le pont tiendrait>"},
      },
      "fr");
}

TEST_CASE("Spanish quotations and reported speech find their sources, a subject may be left out") {
  check(
      {
          {"«El puente está listo», dijo Ana Ruiz.", "direct {Ana Ruiz} [dijo] <«El puente está listo»>"},
          {"«El puente está listo», ha afirmado la ministra en Lugo.",
           "direct {la ministra} [ha afirmado] <«El puente está listo»>"},
          {"“El puente”, señaló el presidente de Utopía, “está listo”.",
           "direct {el presidente de Utopía} [señaló] <“El puente”><“está listo”>"},
          {"«El agua recuerda», decía mi abuela.", "direct {mi abuela} [decía] <«El agua recuerda»>"},
          {"Ana Ruiz afirmó que el puente estaba listo.", "indirect {Ana Ruiz} [afirmó] <que el puente estaba listo>"},
          {"Añadió que el puente resistirá.", "indirect {} [Añadió] <que el puente resistirá>"},
          {"Según el portavoz, el puente resistirá.", "indirect {el portavoz} [Según] <el puente resistirá>"},
          {"El puente, dijo Ruiz, resistirá cien años.", "indirect {Ruiz} [dijo] <El puente><resistirá cien años>"},
          {"El primer ministro, Juan Gil, dijo que «el tren llegará».",
           "mixed {El primer ministro, Juan Gil} [dijo] <que «el tren llegará»>"},
      },
      "es");
}

TEST_CASE("German quotations and reported speech find their sources") {
  check(
      {
          {"„Die Brücke ist fertig“, sagte Anna Roth.", "direct {Anna Roth} [sagte] <„Die Brücke ist fertig“>"},
          {"„Die Brücke ist fertig“, erklärte der Minister zur Begrüßung.",
           "direct {der Minister} [erklärte] <„Die Brücke ist fertig“>"},
          {"„Geduld haben wir“, so Roth, „aber nicht ewig.“",
           "direct {Roth} [so] <„Geduld haben wir“><„aber nicht ewig.“>"},
          {"»Fertig ist sie.« Das stand da.", ""},
          {"Anna Roth sagte: „Die Brücke ist fertig.“", "direct {Anna Roth} [sagte] <„Die Brücke ist fertig.“>"},
          {"Anna Roth betonte, dass die Brücke halte.", "indirect {Anna Roth} [betonte] <dass die Brücke halte>"},
          {"Er fügte hinzu, die Brücke werde halten.", "indirect {Er} [fügte] <die Brücke werde halten>"},
          {"Die Brücke werde, so Roth, lange halten.", "indirect {Roth} [so] <Die Brücke werde><lange halten>"},
          {"Am Montag sagte der Bundeskanzler, er werde kommen.",
           "indirect {der Bundeskanzler} [sagte] <er werde kommen>"},
          {"Beide Seiten vereinbarten, sich wiederzusehen.",
           "indirect joint {Beide Seiten} [vereinbarten] <sich wiederzusehen>"},
          {"Anna Roth hat gestern zu uns gesagt: „Die Brücke hält.“",
           "direct {Anna Roth} [hat gestern zu uns gesagt] <„Die Brücke hält.“>"},
          {"Mein Kollege Karl Roth hat gesagt: „Die Brücke hält.“",
           "direct {Mein Kollege Karl Roth} [hat gesagt] <„Die Brücke hält.“>"},
          {"Ich habe geantwortet: „Die Brücke hält.“", "direct {Ich} [habe geantwortet] <„Die Brücke hält.“>"},
          {"Laut Roth hält die Brücke.", "indirect {Roth} [Laut] <hält die Brücke>"},
      },
      "de");
}

TEST_CASE("Russian quotations and reported speech find their sources") {
  check(
      {
          {"«Мост готов», – сказал Иван Орлов.", "direct {Иван Орлов} [сказал] <«Мост готов»>"},
          {"«Мост готов», — добавил он журналистам.", "direct {он} [добавил] <«Мост готов»>"},
          {"«Мост готов», — сообщил пресс-секретарь президента.",
           "direct {пресс-секретарь президента} [сообщил] <«Мост готов»>"},
          {"«Мост готов», по словам министра.", "direct {министра} [по словам] <«Мост готов»>"},
          {"Иван Орлов заявил, что мост готов.", "indirect {Иван Орлов} [заявил] <что мост готов>"},
          {"Орлов, в свою очередь, отметил, что мост готов.", "indirect {Орлов} [отметил] <что мост готов>"},
          {"Орлов выразил надежду, что мост устоит.", "indirect {Орлов} [выразил] <что мост устоит>"},
          {"По словам Орлова, мост устоит.", "indirect {Орлова} [По словам] <мост устоит>"},
          {"Стороны отметили, что мост готов.", "indirect joint {Стороны} [отметили] <что мост готов>"},
          {"Орлов уже говорил, что мост готов.", "indirect {Орлов} [говорил] <что мост готов>"},
          {"Орлов сказал: «Мост уже готов».", "direct {Орлов} [сказал] <«Мост уже готов»>"},
      },
      "ru");
}

TEST_CASE("Titles, first persons, things and other languages report nothing") {
  const std::vector<std::pair<std::string_view, std::string_view>> texts = {
      {"fr", "Il a lu « Le Pont » hier."},
      {"fr", "« Le Pont », le film, a un prix."},
      {"fr", "Je rappelle que la porte est ouverte, et j’ajoute que nous attendons."},
      {"fr", "Tout indique que la porte est ouverte. On dit que c’est fini."},
      {"fr", "L’œuvre fut, dit-on, la quenelle."},
      {"es", "Se dice que llueve. Esto indica que lloverá. La lluvia recuerda que es otoño."},
      {"es", "Siempre ha dicho que sí la lluvia."},
      {"de", "Die Erfahrung sagt, dass es regnet. Ich betone, dass es regnet."},
      {"de", "Es war so groß, so weit, so schön."},
      {"ru", "Мы отметили, что дождь идёт. Это говорит, что осень."},
      {"ru", "Завод «Мост» сообщил о ремонте."},
      {"en", "\"It is done\", said Ann Lee."},
      {"fr", "« « « »"},
      {"fr", "«"},
      {"fr", ""},
  };
  for (const auto& [lang, text] : texts) {
    CAPTURE(text);
    CHECK(attributions(text, lang) == "");
  }
}

TEST_CASE("Attributions do not overlap and five megabytes take their share of time") {
  for (const std::string_view piece :
       {std::string_view("« "), std::string_view("« Oui », a dit "), std::string_view("a dit que "),
        std::string_view("« Oui, c’est fini », a dit Anne Roy. "), std::string_view("selon "), std::string_view("et "),
        std::string_view(", a dit"), std::string_view("Roy, "), std::string_view("Roy a dit que oui, et « non », "),
        std::string_view("Oui oui oui oui, selon Roy, ")}) {
    std::string text;
    while (text.size() < 5'000'000) text += piece;
    CAPTURE(piece);
    std::uint32_t end = 0;
    // A quotation that is attributed, at the far end of one long sentence.
    text += " « Oui », a dit Roy";
    for (const Attribution& attribution : find_foreign_attributions(text, split_sentences(text, "fr"), "fr")) {
      REQUIRE(attribution.content.front().start >= end);
      for (const Span& content : attribution.content) end = std::max(end, content.end);
    }
  }
}

}  // namespace communique::corpus
