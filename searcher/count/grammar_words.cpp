// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/count/grammar_words.h"

#include <algorithm>
#include <array>

namespace communique::searcher {
namespace {

// Normalised as in the index, sorted by bytes: searched by halving.
constexpr std::array<std::string_view, 162> kEnglish = {
    "a",       "about",     "above",   "after",   "again",   "against",   "all",    "also",    "although",   "am",
    "among",   "an",        "and",     "any",     "are",     "as",        "at",     "be",      "because",    "been",
    "before",  "being",     "between", "both",    "but",     "by",        "can",    "could",   "did",        "do",
    "does",    "doing",     "don",     "down",    "during",  "each",      "either", "else",    "even",       "ever",
    "every",   "few",       "for",     "from",    "further", "had",       "has",    "have",    "having",     "he",
    "her",     "here",      "hers",    "herself", "him",     "himself",   "his",    "how",     "however",    "i",
    "if",      "in",        "into",    "is",      "isn",     "it",        "its",    "itself",  "just",       "let",
    "may",     "me",        "might",   "mine",    "more",    "most",      "much",   "must",    "my",         "myself",
    "neither", "no",        "nor",     "not",     "now",     "of",        "off",    "on",      "once",       "only",
    "onto",    "or",        "other",   "our",     "ours",    "ourselves", "out",    "over",    "own",        "per",
    "rather",  "s",         "same",    "shall",   "she",     "should",    "since",  "so",      "some",       "still",
    "such",    "t",         "than",    "that",    "the",     "their",     "theirs", "them",    "themselves", "then",
    "there",   "therefore", "these",   "they",    "this",    "those",     "though", "through", "thus",       "to",
    "too",     "toward",    "towards", "under",   "until",   "up",        "upon",   "us",      "very",       "was",
    "we",      "were",      "what",    "when",    "where",   "whether",   "which",  "while",   "who",        "whom",
    "whose",   "why",       "will",    "with",    "within",  "without",   "would",  "yet",     "you",        "your",
    "yours",   "yourself"};
constexpr std::array<std::string_view, 132> kFrench = {
    "a",     "afin",     "ai",       "ainsi",  "alors", "apres",   "au",     "aucun", "aussi",   "autre",   "autres",
    "aux",   "avait",    "avant",    "avec",   "avoir", "avons",   "c",      "ce",    "cela",    "ces",     "cet",
    "cette", "ceux",     "chaque",   "ci",     "comme", "comment", "d",      "dans",  "de",      "depuis",  "des",
    "donc",  "dont",     "du",       "elle",   "elles", "en",      "encore", "entre", "est",     "et",      "etait",
    "ete",   "etre",     "eu",       "faire",  "fait",  "il",      "ils",    "j",     "je",      "jusqu",   "l",
    "la",    "laquelle", "le",       "lequel", "les",   "leur",    "leurs",  "lors",  "lui",     "m",       "ma",
    "mais",  "me",       "meme",     "memes",  "mes",   "moi",     "mon",    "n",     "ne",      "ni",      "nos",
    "notre", "nous",     "on",       "ont",    "ou",    "par",     "parce",  "pas",   "pendant", "peu",     "peut",
    "plus",  "pour",     "pourquoi", "puis",   "qu",    "quand",   "que",    "quel",  "quelle",  "quelles", "quels",
    "qui",   "s",        "sa",       "sans",   "se",    "sera",    "ses",    "si",    "soit",    "son",     "sont",
    "sous",  "sur",      "t",        "ta",     "tant",  "te",      "tes",    "toi",   "ton",     "tous",    "tout",
    "toute", "toutes",   "tres",     "tu",     "un",    "une",     "vers",   "vos",   "votre",   "vous",    "y"};
constexpr std::array<std::string_view, 123> kSpanish = {
    "a",       "al",      "algo",     "algunas", "algunos",  "ante",     "antes",    "asi",    "aunque",  "cada",
    "como",    "con",     "contra",   "cual",    "cuando",   "de",       "del",      "desde",  "donde",   "dos",
    "durante", "e",       "el",       "ella",    "ellas",    "ellos",    "en",       "entre",  "era",     "es",
    "esa",     "esas",    "ese",      "eso",     "esos",     "esta",     "estaba",   "estado", "estamos", "estan",
    "estar",   "estas",   "este",     "esto",    "estos",    "fue",      "fueron",   "ha",     "haber",   "habia",
    "han",     "has",     "hasta",    "hay",     "he",       "hemos",    "la",       "las",    "le",      "les",
    "lo",      "los",     "mas",      "me",      "mi",       "mientras", "mis",      "muy",    "nada",    "ni",
    "no",      "nos",     "nosotros", "nuestra", "nuestras", "nuestro",  "nuestros", "o",      "os",      "otra",
    "otras",   "otro",    "otros",    "para",    "pero",     "poco",     "por",      "porque", "pues",    "que",
    "quien",   "quienes", "se",       "sea",     "segun",    "ser",      "si",       "sido",   "sin",     "sobre",
    "solo",    "somos",   "son",      "su",      "sus",      "tambien",  "tan",      "tanto",  "te",      "tener",
    "tiene",   "tienen",  "todo",     "todos",   "tu",       "un",       "una",      "unas",   "uno",     "unos",
    "y",       "ya",      "yo"};
constexpr std::array<std::string_view, 167> kGerman = {
    "aber",   "alle",    "allem",  "allen",  "aller",  "alles",  "als",     "also",    "am",      "an",      "auch",
    "auf",    "aus",     "bei",    "beim",   "bin",    "bis",    "bist",    "da",      "dabei",   "dadurch", "damit",
    "dann",   "das",     "dass",   "dazu",   "dem",    "den",    "denn",    "der",     "deren",   "des",     "deshalb",
    "dessen", "die",     "dies",   "diese",  "diesem", "diesen", "dieser",  "dieses",  "doch",    "dort",    "du",
    "durch",  "ein",     "eine",   "einem",  "einen",  "einer",  "eines",   "er",      "es",      "etwa",    "euch",
    "fur",    "gegen",   "hab",    "habe",   "haben",  "hat",    "hatte",   "hatten",  "hier",    "hin",     "hinter",
    "ich",    "ihm",     "ihn",    "ihnen",  "ihr",    "ihre",   "ihrem",   "ihren",   "ihrer",   "ihres",   "im",
    "in",     "indem",   "ins",    "ist",    "ja",     "jede",   "jedem",   "jeden",   "jeder",   "jedes",   "jedoch",
    "jetzt",  "kann",    "kein",   "keine",  "keinem", "keinen", "keiner",  "konnen",  "konnte",  "man",     "mehr",
    "mein",   "meine",   "meinem", "meinen", "meiner", "mich",   "mir",     "mit",     "muss",    "mussen",  "nach",
    "nicht",  "noch",    "nun",    "nur",    "ob",     "oder",   "ohne",    "schon",   "sehr",    "sein",    "seine",
    "seinem", "seinen",  "seiner", "seit",   "sich",   "sie",    "sind",    "so",      "sollen",  "sollte",  "sondern",
    "uber",   "um",      "und",    "uns",    "unser",  "unsere", "unserem", "unseren", "unserer", "unter",   "vom",
    "von",    "vor",     "war",    "waren",  "warum",  "was",    "weil",    "wenn",    "wer",     "werden",  "wie",
    "wieder", "will",    "wir",    "wird",   "wo",     "worden", "wurde",   "wurden",  "zu",      "zum",     "zur",
    "zwar",   "zwischen"};
constexpr std::array<std::string_view, 144> kRussian = {
    "а",     "без",   "более", "будет",   "будут",    "бы",      "был",     "была",    "были",    "было",    "быть",
    "в",     "вам",   "вас",   "ведь",    "во",       "вот",     "все",     "всего",   "всем",    "всех",    "вы",
    "где",   "да",    "даже",  "для",     "до",       "его",     "ее",      "если",    "есть",    "еще",     "же",
    "за",    "здесь", "и",     "из",      "или",      "им",      "их",      "к",       "как",     "какая",   "какие",
    "какои", "ко",    "когда", "которая", "которого", "которое", "которои", "которые", "которыи", "которых", "кто",
    "ли",    "лишь",  "мне",   "много",   "может",    "можно",   "мы",      "на",      "над",     "надо",    "нам",
    "нас",   "наш",   "наша",  "наше",    "нашего",   "нашеи",   "наши",    "не",      "него",    "нее",     "нет",
    "ни",    "них",   "но",    "ну",      "о",        "об",      "один",    "одна",    "она",     "они",     "оно",
    "от",    "очень", "перед", "по",      "под",      "после",   "потому",  "при",     "про",     "раз",     "с",
    "сам",   "сама",  "сами",  "свое",    "своеи",    "свои",    "своих",   "себе",    "себя",    "со",      "так",
    "такая", "также", "такие", "такого",  "такои",    "там",     "тем",     "то",      "того",    "тоже",    "только",
    "том",   "тот",   "ту",    "ты",      "у",        "уже",     "хотя",    "чего",    "чем",     "через",   "что",
    "чтобы", "эта",   "эти",   "этим",    "этих",     "это",     "этого",   "этои",    "этом",    "этот",    "эту",
    "я"};
static_assert(std::is_sorted(kEnglish.begin(), kEnglish.end()));
static_assert(std::is_sorted(kFrench.begin(), kFrench.end()));
static_assert(std::is_sorted(kSpanish.begin(), kSpanish.end()));
static_assert(std::is_sorted(kGerman.begin(), kGerman.end()));
static_assert(std::is_sorted(kRussian.begin(), kRussian.end()));

template <std::size_t Size>
bool holds(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

}  // namespace

bool is_grammar_word(std::string_view lang, std::string_view word) {
  if (lang == "en") return holds(kEnglish, word);
  if (lang == "fr") return holds(kFrench, word);
  if (lang == "es") return holds(kSpanish, word);
  if (lang == "de") return holds(kGerman, word);
  return lang == "ru" && holds(kRussian, word);
}

}  // namespace communique::searcher
