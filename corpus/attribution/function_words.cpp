// SPDX-License-Identifier: GPL-3.0-or-later
// The closed classes of English words; a word may stand in several lines.
#include "corpus/attribution/function_words.h"

#include <array>

#include "corpus/attribution/tokens.h"

namespace communique::corpus::attribution {

namespace {

constexpr std::array kFunctionWords = {
    FunctionWords{kPronoun,
                  "i he she it we they you who everyone everybody someone somebody anyone anybody nobody none others "
                  "both some many most few several one neither all each those these this another"},
    FunctionWords{kRelative, "who which that whom whose"},
    FunctionWords{kThat, "that"},
    FunctionWords{kObject, "him them us me himself herself themselves itself myself ourselves"},
    FunctionWords{kDeterminer,
                  "the a an this that these those his her its their my our your some any no every each another many "
                  "several few most all both more other such what which two three four five six seven eight nine ten "
                  "dozens hundreds thousands millions former fellow"},
    FunctionWords{kPossessor, "his her its their my our your whose"},
    FunctionWords{kAuxiliary | kBe,
                  "is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t 'm "
                  "’m"},
    FunctionWords{kAuxiliary | kHave, "has have had having hasn't haven't hadn't hasn’t haven’t hadn’t 've ’ve"},
    FunctionWords{kAuxiliary, "do does did don't doesn't didn't don’t doesn’t didn’t 's ’s 'd ’d 're ’re"},
    FunctionWords{kBe, "'s ’s 're ’re"},
    FunctionWords{kModal,
                  "will would can could may might must shall should cannot won't wouldn't can't couldn't shouldn't "
                  "won’t wouldn’t can’t couldn’t shouldn’t 'll ’ll ought"},
    FunctionWords{kPreposition,
                  "of in on at for from with by about against between among into onto over under through during "
                  "without within toward towards upon near behind beyond despite like unlike around across along "
                  "amid amongst outside inside regarding concerning via off up out down per than versus to as "
                  "besides including except following until since before after ahead above below"},
    FunctionWords{kTo, "to"},
    FunctionWords{kSubordinator,
                  "because if when while although though whereas unless until since before after as once whenever "
                  "wherever where so lest whether even"},
    FunctionWords{kCoordinator, "and but or nor yet & plus"},
    FunctionWords{kQuestion, "how why what where when whether if who which whom whose"},
    FunctionWords{kAdverb,
                  "also not never n't n’t ever always often still just even now then later already again once soon "
                  "only first further furthermore moreover however therefore thus instead meanwhile too indeed "
                  "perhaps maybe quite rather almost nearly both all each either reportedly twice sometimes "
                  "previously recently separately together long once yet far well jointly there here afterward "
                  "afterwards additionally likewise elsewhere anyway nonetheless nevertheless hence simply"},
    FunctionWords{kTime,
                  "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow "
                  "january february april june july august september october november december earlier "
                  "mon tue tues wed thu thurs fri"},
    FunctionWords{kOccasion,
                  "statement interview speech tweet letter email e-mail year week month day morning afternoon "
                  "evening night time message conference release call meeting conversation memo report hearing "
                  "appearance event rally briefing press remarks post years weeks months days ago "
                  "talks op-ed column address campaign-trail testimony transcript video way addition contrast"},
    FunctionWords{kVerb,
                  "came went took got became kept left met lost ran began grew fell rose stood sat won brought "
                  "sent spent paid wore drove flew broke chose threw built bought caught fought comes goes takes gets "
                  "becomes keeps leaves meets loses runs begins grows falls rises stands sits wins brings sends "
                  "spends pays makes made has gave gives held holds led leads put puts set sets cut cuts hit "
                  "looks works lives remains serves plays moves happens includes contains involves served worked "
                  "died lived happened remained started turned moved joined received helped "
                  "arrived ended attended visited hosted won killed won't seems seemed appears appeared "
                  "let lets used failed tried managed started continues attends arrived came"},
    FunctionWords{kMessage,
                  "condolences congratulations greetings wishes regards sympathy sympathies gratitude appreciation "
                  "thanks views opinions opinion hope hopes confidence readiness regret regrets importance need "
                  "concern concerns commitment support solidarity apologies apology condemnation outrage grief sorrow "
                  "assurances doubt doubts interest satisfaction conviction desire willingness opposition praise "
                  "criticism criticisms disappointment dismay frustration anger fears objections question questions "
                  "demand demands appeal intention belief skepticism optimism congratulation admiration respect"},
    FunctionWords{kLight,
                  "went go goes going continued continue continues continuing came come comes proceeded proceed "
                  "seemed seems appeared appears began begin begins started used tends tended took takes rose "
                  "stood paused stopped happened happens returned hastened opted chose"},
};

}  // namespace

std::span<const FunctionWords> function_words() { return kFunctionWords; }

}  // namespace communique::corpus::attribution
