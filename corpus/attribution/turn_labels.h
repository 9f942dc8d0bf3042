// SPDX-License-Identifier: GPL-3.0-or-later
// Could what stands before a colon be the label of a speaker, by its form alone? Whether it is one, the whole text
// decides (turns.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace communique::corpus {

enum class LabelKind : std::uint8_t {
  None,
  Question,  ///< "Q", "QUESTION", "Вопрос": who asks, without a name
  Answer,    ///< "A", "Respuesta": who is asked, without a name
  Titled,    ///< "MR. PRICE", "THE PRESIDENT", "President of Chile Gabriel Boric": hardly anything else
  Voice,     ///< "MODERATOR", "AUDIENCE MEMBER": a part in a transcript
  Capitals,  ///< "BIDEN": a name or a heading
  Name,      ///< "Andrei Kaprin", "Mr. Gonzalez", "Peter Stano, Moderator": a name or any capitalised words
  Word,      ///< "Лаптева", "Panama"
};

struct LabelForm {
  LabelKind kind = LabelKind::None;
  std::string_view name;  ///< into the text read: without white space around it and "(retranslated)" after it
  std::string key;        ///< the same for all labels of one person of a text: the last words, folded
  bool capitals = false;  ///< written in capitals throughout
};

/// The longest label looked for, in bytes: "Chairman of the Board of Directors of ... (speaking in English)".
inline constexpr std::size_t kMaxLabelBytes = 180;

/// Reads what stands between the start of a line or sentence and a colon.
LabelForm read_label(std::string_view piece, std::string_view lang);

/// The label at the start of a line that has no colon after it: "Q    Thank you", "P.- ¿...?", "Q - ". `end` is where
/// what is said begins; both are empty for any other line.
struct BareLabel {
  LabelForm form;
  std::size_t end = 0;  ///< bytes from the start of the line
};
BareLabel read_bare_label(std::string_view line, std::string_view lang);

}  // namespace communique::corpus
