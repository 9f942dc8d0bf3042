// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/attribution/speaking.h"

#include <algorithm>

#include "corpus/word_set.h"
#include "schema/words.h"

namespace communique::corpus {

namespace {

constexpr std::string_view kPeople =
    "activist activists adviser advisers advisor advisors aide aides allies ally ambassador ambassadors analyst analysts "
    "attorney attorneys author authors candidate candidates chairman chairwoman chancellor child children citizen citizens "
    "colleague colleagues correspondent critic critics delegate delegates democrats deputy diplomat diplomats director "
    "directors doctor doctors economist economists editor envoy executive executives expert experts families family "
    "farmers father fighters friend friends general governor governors guests head heads historian host insiders "
    "interlocutors investigators journalist journalists judge judges king lawmaker lawmakers lawyer lawyers leader leaders "
    "man manager mayor mayors member members men minister ministers moderator mother neighbours observers officer officers "
    "official officials operator opponents others participants parents partners people person police politician "
    "politicians pollster pollsters premier premiers president presidents producer professor prosecutor prosecutors queen "
    "representative representatives reporter reporters republicans researchers residents rivals scientist scientists "
    "secretary senator senators singer soldiers source sources speaker spokesman spokespeople spokesperson spokeswoman "
    "staff strategist strategists student students supporter supporters surrogates teacher teachers troops veteran veterans "
    "viewers volunteers voter voters witnesses woman women worker workers writer";
constexpr std::string_view kBodies =
    "administration agencies agency army assembly association authorities board bureau cabinet campaign church coalition "
    "commission committee companies company conference congress council countries country court courts delegation "
    "department departments embassy firm force forum foundation government governments group groups house industry "
    "institute majority media military ministries ministry mission movement nation nations network newspaper office "
    "opposition organisation organisations organization organizations outlet paper parliament parties party press public "
    "side sides state states team union universities university";
constexpr std::string_view kWritings =
    "account ad address agreement analysis article book charter chronicle complaint communique constitution declaration "
    "document documents email emails filing indictment interview lawsuit letter letters memo message messages "
    "memorandum note pamphlet petition poll polls post posts protocol publication record records release report reports "
    "resolution review speech statement statements story studies study survey surveys telegram testimony text transcript "
    "treaty tweet tweets video website";

}  // namespace

bool may_speak(std::string_view description) {
  static const WordSet people(kPeople);
  static const WordSet bodies(kBodies);
  static const WordSet writings(kWritings);
  const auto words = schema::split_words(std::string(description));
  return std::any_of(words.begin(), words.end(), [&](const schema::OwnedWord& word) {
    return people.contains(word.term) || bodies.contains(word.term) || writings.contains(word.term);
  });
}

}  // namespace communique::corpus
