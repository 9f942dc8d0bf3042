// SPDX-License-Identifier: GPL-3.0-or-later
// One table for all languages, since a phrase of one is hardly ever one of another. English in full, French, Spanish,
// German and Russian with their plain words. A longer phrase hides a shorter one that begins at the same word, which
// is how "call to action" is no call.
#include "corpus/events/type_phrases.h"

#include <array>

namespace communique::corpus {

namespace {

using enum StatementKind;

constexpr std::array kGroups = std::to_array<TypePhrases>({
    {Greeting, 8, 5, "новогодними поздравлениями|новогодние поздравления"},
    {Greeting, 7, 4,
     "new year greetings|christmas greetings|birthday greetings|season greetings|message of greetings|"
     "sent greetings|sent his greetings|exchanged greetings|exchange of greetings|national day|"
     "independence day|republic day|neujahrsgrusse|neujahrsgrusse an|новогоднее поздравление|"
     "поздравительными посланиями|с днем независимости|с днем рождения"},
    {Greeting, 7, 3, "anniversary of independence|saludo de ano nuevo|приветствие участникам"},
    {Greeting, 7, 2, "years of independence"},
    {Greeting, 6, 3,
     "greetings to|happy birthday|warm wishes|best wishes|warmest wishes|sincere wishes|warmest greetings|"
     "day of independence|voeux|fete nationale|fiesta nacional|dia nacional|grussbotschaft|nationalfeiertag|"
     "с новым годом"},
    {Greeting, 6, 2,
     "greetings|constitution day|australia day|bastille day|canada day|waitangi day|unity day|statehood day|"
     "independence anniversary|new year message|christmas message|eid al fitr|eid al adha|grusswort|"
     "приветствие"},
    {Greeting, 5, 2,
     "exchanged messages|felicitations|liberation day|sent a message to|sends message to|addressed a message|"
     "saludo"},
    {Greeting, 5, 1,
     "greeting|orthodox christmas|ramadan|nowruz|diwali|vesak|passover|rosh hashanah|yom kippur|hanukkah|"
     "message to"},
    {Greeting, 5, 0, "birthday"},
    {Greeting, 4, 2, "on the occasion of"},
    {Greeting, 4, 1, "message of president|message of prime minister"},
    {Greeting, 4, 0, "new year|easter"},
    {Greeting, 0, 1, "dear mr president"},
    {Congratulation, 7, 4,
     "congratulatory message|congratulatory telegram|message of congratulations|message of congratulation|"
     "gluckwunschschreiben"},
    {Congratulation, 6, 4, "congratulated|gratuliert|gratulierte|herzlichen gluckwunsch|поздравил|поздравила"},
    {Congratulation, 6, 3,
     "congratulations|congratulations to|congratulates|a felicite|felicitation|felicitaciones|enhorabuena|"
     "gluckwunsch|gluckwunsche|поздравление|поздравления"},
    {Congratulation, 6, 2, "congratulate"},
    {Congratulation, 5, 3, "congratulating|felicite|felicita|felicito|поздравляю"},
    {Congratulation, 4, 0, "election of"},
    {Condolence, 9, 5, "telegram of sympathy|message of sympathy"},
    {Condolence, 8, 5,
     "condolences|condolence|offered his condolences|expressed condolences|condoleances|condolencias|pesame|"
     "beileid|kondoliert|kondolierte|kondolenzschreiben|соболезнования|соболезнование"},
    {Condolence, 8, 3, "on the death of|on the passing of"},
    {Condolence, 7, 4, "deepest sympathy|deepest sympathies|mourns"},
    {Condolence, 6, 4, "deep sorrow|deeply saddened"},
    {Condolence, 6, 3, "mourned"},
    {Condolence, 6, 2, "passing away|on the loss of"},
    {Condolence, 6, 1, "passing of|death of"},
    {Condolence, 5, 3, "saddened by"},
    {Call, 8, 5,
     "telephone conversation|telephone conversations|telephone talk|telephone talks|phone conversation|"
     "phone conversations|had a telephone conversation|entretien telephonique|appel telephonique|"
     "conversation telephonique|au telephone avec|conversacion telefonica|llamada telefonica|por telefono con|"
     "telefonat|telefongesprach|telefonierte|telefoniert|телефонный разговор|телефонные разговоры"},
    {Call, 8, 2, "phone call|telephone call|calls with|by telephone|by phone|over the telephone"},
    {Call, 8, 1, "over the phone"},
    {Call, 6, 0, "phone calls|telephone calls"},
    {Call, 8, 4,
     "video call|call with|call between|joint call with|"
     "spoke by phone|spoke by telephone|"
     "on the phone with|am telefon"},
    {Call, 7, 4, "spoke today by phone|telephoned|телефонного разговора|по телефону"},
    {Call, 6, 4, "spoke today with|spoke separately with|spoke yesterday with"},
    {Call, 6, 2, "conversation with"},
    {Call, 5, 3, "spoke with|speaks with"},
    {Meeting, 6, 4,
     "met with|met today with|held a meeting|chaired a meeting|held talks|holds talks|held negotiations|"
     "встретился с|встретилась с"},
    {Meeting, 6, 3,
     "meeting with|meetings with|meets with|met in|met today|working meeting|bilateral meeting|held a session|"
     "chaired a session|held consultations|talks with|talks between|negotiations with|regular meeting|"
     "rencontre avec|a rencontre|reunion avec|reunion con|se reunio con|se reune con|encuentro con|"
     "treffen mit|встреча с|переговоры с|совещание"},
    {Meeting, 6, 2, "meeting of|meeting on|заседание"},
    {Meeting, 5, 3, "empfing|empfangt"},
    {Meeting, 5, 2,
     "meets|session of|exchange views|working breakfast|working lunch|working dinner|entretien avec|a recu|"
     "reunion de|traf|trifft|gesprach mit|встреча|переговоры"},
    {Meeting, 5, 1, "meeting|meetings|met|talks"},
    {Meeting, 4, 0, "received|summit"},
    {JointStatement, 9, 5,
     "joint statement|joint press statement|joint communique|joint declaration|joint media statement|"
     "joint ministerial statement|joint leaders statement|trilateral statement|trilateral joint statement|"
     "declaration conjointe|communique conjoint|declaracion conjunta|comunicado conjunto|gemeinsame erklarung|"
     "совместное заявление"},
    {JointStatement, 9, 4, "joint readout|joint understanding"},
    {JointStatement, 8, 3,
     "foreign ministers statement|foreign ministers meeting communique|leaders statement|statement of the g7"},
    {JointStatement, 7, 3, "joint statements"},
    {JointStatement, 7, 2, "communique of"},
    {JointStatement, 6, 4, "stated jointly"},
    {JointStatement, 6, 0, "joint leaders"},
    {Speech, 9, 4,
     "new year address|weekly address|radio address|televised address|neujahrsansprache|новогоднее обращение"},
    {Speech, 9, 3, "inaugural address|commencement address"},
    {Speech, 9, 0, "general debate"},
    {Speech, 8, 6, "as prepared for delivery"},
    {Speech, 8, 3, "introductory remarks|prepared remarks|annual address|video address"},
    {Speech, 8, 2, "speech at|speech by|keynote|rede der|rede des"},
    {Speech, 7, 5, "floor statement"},
    {Speech, 7, 4, "floor speech|floor remarks"},
    {Speech, 7, 3, "address to|address at|address by|regierungserklarung"},
    {Speech, 7, 2,
     "remarks by|remarks of|remarks at|opening remarks|closing remarks|eulogy|discours|allocution|discurso|"
     "palabras de|palabras del|ansprache|выступление"},
    {Speech, 7, 1, "remarks|rede"},
    {Speech, 7, 0, "before their meeting|after their meeting|prior to their meeting"},
    {Speech, 6, 3, "выступил с речью"},
    {Speech, 6, 2, "address on|addressed the|testimony of|обращение"},
    {Speech, 6, 1, "declaraciones|lecture|toast|toasts|opening statement|closing statement|intervencion|речь"},
    {Speech, 6, 0, "state of the union"},
    {Speech, 3, 0, "testimony"},
    {Speech, 5, 1, "speech|spoke at"},
    {Speech, 0, 6, "mr president i rise"},
    {Speech, 0, 5, "distinguished delegates|fellow citizens|my fellow americans"},
    {Speech, 0, 4,
     "ladies and gentlemen|distinguished guests|excellencies|mesdames et messieurs|senoras y senores|"
     "meine damen und herren|уважаемые коллеги|дорогие друзья"},
    {Speech, 0, 3, "dear friends|applause|madam speaker|mr president i"},
    // Also press conferences and statements to the press.
    {Briefing, 9, 4,
     "press briefing|department press briefing|background briefing|joint press conference|"
     "joint news conference|press availability|joint press availability|media availability|press gaggle|"
     "point de presse|conference de presse|conferencia de prensa|rueda de prensa|pressekonferenz|"
     "regierungspressekonferenz|pressestatement|pressestatements|брифинг|пресс конференция|"
     "заявления для прессы"},
    {Briefing, 9, 3, "press conference|news conference|remarks to the press|remarks to press|remarks to the media"},
    {Briefing, 8, 3,
     "briefing by|briefing with|gaggle|press statements|statements to the press|statements for the press|"
     "statements to the media|answers to questions|answers to journalists questions|"
     "answers to media questions|answered journalists questions|replies to questions|ответы на вопросы"},
    {Briefing, 7, 3, "conference call with reporters|answered questions|taken question"},
    {Briefing, 7, 2, "statement to the press|statement for the press"},
    {Briefing, 7, 1, "press statement"},
    {Briefing, 6, 1, "briefing"},
    {Interview, 8, 4, "interviewed on|is interviewed"},
    {Interview, 9, 4,
     "interview with|interview to|interview by|interview for|interview of|interviewed by|interview mit|"
     "interview avec|entrevista con|entrevista a"},
    {Interview, 8, 4, "meet the press|face the nation"},
    {Interview, 8, 3, "интервью"},
    {Interview, 8, 2, "entrevista"},
    {Interview, 7, 2, "interview"},
    {Interview, 6, 0, "a conversation with"},
    {Interview, 5, 1, "interviews|entrevue"},
    {Release, 9, 5, "will hold a press conference|to hold press conference"},
    {Release, 9, 4, "media advisory|fact sheet|holds press conference"},
    {Release, 7, 3, "will hold talks|will hold a meeting"},
    {Release, 7, 2, "statement on meeting|notice of|to travel to|will chair"},
    {Release, 6, 4, "held a press conference"},
    {Release, 6, 3,
     "press announcement|signed the federal law|signed a federal law|signed a law|signed a decree|"
     "signed the decree|signed an executive order|signed executive order|signed a directive|will travel to|"
     "public schedule|comunicado de prensa|nota de prensa|pressemitteilung|пресс релиз|подписал указ|"
     "подписал закон|подписал федеральный закон"},
    {Release, 6, 2, "to meet with|will meet with|statement in response|will visit|offers reward"},
    {Release, 6, 1, "travel to|travels to|arrived in|to visit|to host|to attend"},
    {Release, 6, 0, "after meeting with"},
    {Release, 5, 3,
     "media note|today announced|announced today|is offering a reward|communique de presse|"
     "communique du conseil"},
    {Release, 5, 2, "announces|announce|introduced legislation|condemns|welcomes|will host|comunicado|комментарий"},
    {Release, 5, 1,
     "conference call|announced|sanctions|sanctioning|designation|designations|designates|designating|"
     "imposing|imposes|visa restrictions|executive order|executive orders|comments on|introduces|reintroduces|"
     "condemning|commends|applauds|appoints|appointment of|nominates"},
    {Release, 5, 0, "will meet|response to|visited"},
    {Release, 4, 3,
     "issued the following statement|released the following statement|made the following statement|"
     "today introduced"},
    {Release, 4, 2, "press release|press releases|news release|announcing"},
    {Release, 4, 1,
     "announcement|targeting|amendments to|statement on|statement by|statement from|statement of|"
     "statement regarding|condemn|condemnation|praises|urges|calls for|calls on|appointed"},
    {Release, 4, 0, "visit to|nomination|call to action"},
    {Release, 3, 0, "resolution"},
    {Release, 2, 2, "for immediate release"},
    {Release, 1, 0, "death penalty|death tax"},
    {Release, 0, 2, "said in a statement"},
    {Release, 0, 1, "office of the spokesperson|department spokesperson"},
});

}  // namespace

std::span<const TypePhrases> type_phrases() { return kGroups; }

}  // namespace communique::corpus
