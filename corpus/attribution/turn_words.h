// SPDX-License-Identifier: GPL-3.0-or-later
// Which words do labels of speakers consist of besides names? Tables of folded words.
#pragma once

#include <string_view>

#include "corpus/attribution/turn_labels.h"

namespace communique::corpus {

/// "president", "mr", "spokesperson", "губернатор": a post or a form of address.
bool is_title_word(std::string_view folded);

/// Those of them that with a full name in small letters are hardly ever a heading: "president", "ambassador", "mr".
bool is_office_word(std::string_view folded);

/// The same for a label in capitals: "director", "coach" and others too.
bool is_office_in_capitals(std::string_view folded);

/// "mr", "madam": before a post they are a salutation.
bool is_address_word(std::string_view folded);

/// "moderator", "audience": a part in a transcript that needs no name.
bool is_voice_word(std::string_view folded);

/// Words of headings, of lists and of sentences, never in a label: "statement", "where", "contact", "by".
bool is_heading_word(std::string_view folded);

/// Small words within titles and names: "of the", "von der", "al".
bool is_label_particle(std::string_view folded);

/// "the", "el", "le", as in "THE PRESIDENT".
bool is_article(std::string_view folded);

/// "question", "reporter", "вопрос", "frage".
bool is_question_word(std::string_view folded);

/// "answer", "respuesta".
bool is_answer_word(std::string_view folded);

/// What a single letter stands for as a label in a language: Q and A, P and R, В and О; None for any other.
LabelKind letter_label(std::string_view folded, std::string_view lang);

/// Question, Answer or None; Chinese and Japanese labels are not parted into words.
LabelKind chinese_label(std::string_view name);

}  // namespace communique::corpus
