// SPDX-License-Identifier: GPL-3.0-or-later
// The tables, one list per class and language; forms are written out, as the verbs are few and irregular.
#include "corpus/attribution/foreign_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace communique::corpus::attribution {

namespace {

struct Group {
  Tongue tongue;
  std::uint32_t classes;
  std::string_view words;
};

constexpr std::array kGroups = std::to_array<Group>({
    {Tongue::French, kSaid,
     "dit déclaré affirmé ajouté indiqué souligné rappelé expliqué précisé estimé assuré annoncé insisté noté observé "
     "remarqué répondu répété poursuivi conclu écrit promis confié lancé martelé reconnu averti prévenu confirmé jugé "
     "soutenu relevé plaidé signalé"},
    {Tongue::French, kSaid | kWish, "souhaité espéré exprimé félicité"},
    {Tongue::French, kSaid | kAgrees, "convenu convenus convenues"},
    {Tongue::French, kSays,
     "dit déclare affirme ajoute indique souligne rappelle explique précise estime assure annonce insiste note observe "
     "remarque répond répète poursuit conclut écrit promet confie lance martèle reconnaît avertit prévient confirme "
     "juge soutient relève déclara ajouta répondit disait déclarait ajoutait expliquait"},
    {Tongue::French, kSays | kMany, "disent déclarent affirment ajoutent indiquent soulignent rappellent estiment"},
    {Tongue::French, kAuxiliary2, "a avait est aurait"},
    {Tongue::French, kAuxiliary2 | kMany, "ont avaient sont"},
    {Tongue::French, kSourceMark, "selon"},
    {Tongue::French, kThat2, "que qu"},
    {Tongue::French, kPronoun2, "il elle"},
    {Tongue::French, kPronoun2 | kMany, "ils elles"},
    {Tongue::French, kDeterminer2,
     "le la les l un une son sa ses mon ma mes leur leurs ce cette notre votre plusieurs"},
    {Tongue::French, kParticle, "de du des d la l aux"},
    {Tongue::French, kAnd, "et"},
    {Tongue::French, kSkipped,
     "aussi également encore ensuite alors enfin par ailleurs notamment lui l s se leur y en"},
    {Tongue::French, kBreak,
     "à au dans en pour sur lors avec devant après avant jeudi vendredi samedi dimanche lundi mardi mercredi hier "
     "aujourd'hui qui que où dont mais ou car si depuis pendant par chez vers lorsque quand comme ce matin on je j "
     "nous vous tout rien cela ceci ce c tous chacun "
     "beaucoup certains"},
    {Tongue::French, kPost,
     "président présidente premier première ministre ministres chancelier chancelière porte-parole secrétaire roi "
     "reine "
     "pape chef dirigeant dirigeants dirigeante gouvernement présidents parties pays homologue conseil commission "
     "ambassadeur ambassadrice ministère parti haut représentant maire directeur directrice"},

    {Tongue::Spanish, kSays,
     "dijo afirmó declaró señaló indicó añadió agregó explicó aseguró subrayó destacó recordó expresó manifestó "
     "anunció "
     "sostuvo precisó apuntó reiteró insistió advirtió comentó respondió contestó concluyó admitió reconoció confirmó "
     "escribió prometió opinó consideró puntualizó remarcó recalcó enfatizó informó dice afirma señala indica añade "
     "agrega explica asegura subraya destaca recuerda sostiene insiste advierte decía"},
    {Tongue::Spanish, kSays | kMany,
     "decían dijeron afirmaron declararon señalaron indicaron añadieron agregaron explicaron aseguraron subrayaron "
     "destacaron "
     "recordaron expresaron manifestaron anunciaron sostuvieron reiteraron"},
    {Tongue::Spanish, kSays | kMany | kAgrees, "acordaron convinieron pactaron"},
    {Tongue::Spanish, kSaid,
     "dicho afirmado declarado señalado indicado añadido agregado explicado asegurado subrayado destacado recordado "
     "manifestado anunciado sostenido precisado apuntado reiterado insistido advertido respondido concluido "
     "confirmado"},
    {Tongue::Spanish, kSaid | kWish, "expresado"},
    {Tongue::Spanish, kAuxiliary2, "ha había"},
    {Tongue::Spanish, kAuxiliary2 | kMany, "han habían"},
    {Tongue::Spanish, kSourceMark, "según"},
    {Tongue::Spanish, kThat2, "que"},
    {Tongue::Spanish, kPronoun2, "él ella"},
    {Tongue::Spanish, kPronoun2 | kMany, "ellos ellas ambos"},
    {Tongue::Spanish, kDeterminer2, "el la los las un una mi mis su sus nuestro este esta"},
    {Tongue::Spanish, kParticle, "de del la los las"},
    {Tongue::Spanish, kAnd, "y e"},
    {Tongue::Spanish, kSkipped, "también además asimismo luego después le les lo se nos ya"},
    {Tongue::Spanish, kBreak,
     "a al en para por sobre con ante durante tras lunes martes miércoles jueves viernes sábado domingo hoy ayer que "
     "quien quienes cuyo cuya donde pero o si como cuando desde hasta este esta mientras esto eso no así siempre se "
     "alguien nadie todo todos yo nosotros quizá muchos "
     "algunos"},
    {Tongue::Spanish, kPost,
     "presidente presidenta presidentes primer primera ministro ministra ministros canciller portavoz gobierno rey "
     "reina "
     "papa jefe jefa mandatario mandataria mandatarios líder líderes secretario secretaria vicepresidente "
     "vicepresidenta embajador embajadora partes homólogo ministerio comisión gobernador alcalde director directora "
     "dirigente vocero vocera"},

    {Tongue::German, kSays,
     "sagte erklärte betonte unterstrich schrieb antwortete meinte bekräftigte versicherte ergänzte äußerte erläuterte "
     "warnte fügte teilte stellte wies hob räumte kündigte sagt erklärt betont schreibt meint unterstreicht ergänzt "
     "versichert"},
    {Tongue::German, kSays | kMany,
     "sagten erklärten betonten unterstrichen schrieben bekräftigten versicherten teilten"},
    {Tongue::German, kSays | kMany | kAgrees, "vereinbarten"},
    {Tongue::German, kSaid,
     "gesagt erklärt geantwortet erzählt betont hinzugefügt mitgeteilt geschrieben angekündigt versichert bekräftigt "
     "unterstrichen "
     "geäußert"},
    {Tongue::German, kAuxiliary2, "hat hatte habe"},
    {Tongue::German, kAuxiliary2 | kMany, "haben hatten"},
    {Tongue::German, kSourceMark, "laut so"},
    {Tongue::German, kThat2, "dass daß"},
    {Tongue::German, kPronoun2, "er sie"},
    {Tongue::German, kDeterminer2,
     "der die das den dem des ein eine einer mein meine sein seine ihr ihre beide unser unsere dessen deren"},
    {Tongue::German, kParticle, "von der des zu den dem"},
    {Tongue::German, kAnd, "und"},
    {Tongue::German, kPrefix, "hinzu mit fest klar hin hervor ein an"},
    {Tongue::German, kSkipped, "auch zudem außerdem weiter ferner dabei dann nochmals erneut heute gestern"},
    {Tongue::German, kBreak,
     "zur zum bei beim am im in an auf nach vor mit für über während gegenüber am montag dienstag mittwoch donnerstag "
     "freitag samstag sonntag heute gestern anschließend dort hier weiter dazu hinzu dass daß ob aber oder denn wenn "
     "als "
     "wie auch zudem außerdem ich wir man es dies alles niemand jeder viele manche"},
    {Tongue::German, kPost,
     "präsident präsidentin präsidenten bundespräsident staatspräsident ministerpräsident ministerpräsidentin kanzler "
     "kanzlerin bundeskanzler bundeskanzlerin minister ministerin premier regierungschef regierungschefin staatschef "
     "sprecher sprecherin regierung bundesregierung könig königin papst amtskollege amtskollegin kommission rat seiten "
     "politiker politikerin botschafter botschafterin bürgermeister"},

    {Tongue::Russian, kSays,
     "сказал сказала заявил заявила отметил отметила подчеркнул подчеркнула добавил добавила сообщил сообщила "
     "рассказал "
     "рассказала пояснил пояснила объяснил объяснила указал указала напомнил напомнила ответил ответила написал "
     "написала уточнил уточнила признал признала подтвердил подтвердила предупредил предупредила пообещал пообещала "
     "констатировал заверил заверила говорит говорил говорила отмечает подчеркивает подчёркивает сообщает заявляет "
     "добавляет пишет "
     "считает полагает"},
    {Tongue::Russian, kSays | kMany,
     "говорили сказали заявили отметили подчеркнули добавили сообщили рассказали указали напомнили подтвердили "
     "признали"},
    {Tongue::Russian, kSays | kWish, "выразил выразила"},
    {Tongue::Russian, kSays | kWish | kMany, "выразили"},
    {Tongue::Russian, kSays | kMany | kAgrees, "договорились условились"},
    {Tongue::Russian, kThat2, "что"},
    {Tongue::Russian, kPronoun2, "он она"},
    {Tongue::Russian, kPronoun2 | kMany, "они"},
    {Tongue::Russian, kAnd, "и"},
    {Tongue::Russian, kSkipped, "также тоже уже ещё еще затем далее при этом вновь"},
    {Tongue::Russian, kBreak,
     "в во на по после при для с со к ко о об у из от до за перед во время сегодня вчера завтра что который которая "
     "которые но а или если когда как журналистам корреспондентам я мы это все всё никто кто так тут"},
    {Tongue::Russian, kPost,
     "президент президента председатель председателя премьер премьера премьер-министр премьер-министра министр "
     "министра "
     "министры глава главы пресс-секретарь пресс-секретаря представитель представителя лидер лидера лидеры канцлер "
     "канцлера посол посла стороны сторона правительство политик политика дипломат ведомство ведомства король короля "
     "собеседник президенты"},
});

using Table = std::unordered_map<std::string_view, std::uint32_t>;

const Table& table_of(Tongue tongue) {
  static const std::array<Table, 4> tables = [] {
    std::array<Table, 4> built;
    for (const Group& group : kGroups) {
      for (std::string_view rest = group.words; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (end > 0) built[static_cast<std::size_t>(group.tongue)][rest.substr(0, end)] |= group.classes;
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return built;
  }();
  return tables[static_cast<std::size_t>(tongue)];
}

}  // namespace

std::optional<Tongue> tongue_of(std::string_view lang) {
  if (lang == "fr") return Tongue::French;
  if (lang == "es") return Tongue::Spanish;
  if (lang == "de") return Tongue::German;
  if (lang == "ru") return Tongue::Russian;
  return std::nullopt;
}

std::uint32_t foreign_classes(std::string_view word, Tongue tongue) {
  const Table& table = table_of(tongue);
  if (tongue == Tongue::French) {
    if (const std::size_t pronoun = french_pronoun(word); pronoun != std::string_view::npos)
      word = word.substr(0, word.find('-'));
  }
  const auto at = table.find(word);
  if (at != table.end()) return at->second;
  // "kommissionspräsidentin", "wirtschaftsminister"
  if (tongue == Tongue::German) {
    for (const std::string_view post : {"präsident", "präsidentin", "minister", "ministerin", "kanzler", "kanzlerin",
                                        "sprecher", "sprecherin", "chef", "chefin", "sekretär", "sekretärin"}) {
      if (word.ends_with(post)) return kPost;
    }
  }
  return 0;
}

std::size_t french_pronoun(std::string_view word) {
  for (const std::string_view pronoun : {"-il", "-elle", "-on", "-ils", "-elles"}) {
    if (word.size() > pronoun.size() && word.ends_with(pronoun)) return word.size() - pronoun.size() + 1;
  }
  return std::string_view::npos;
}

}  // namespace communique::corpus::attribution
