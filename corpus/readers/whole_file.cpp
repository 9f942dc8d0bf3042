// SPDX-License-Identifier: GPL-3.0-or-later
// Taking in a file as a whole, for the formats that can not be read piece by piece.
#include "corpus/readers/readers.h"
#include "schema/utf8.h"

namespace communique::corpus {

bool read_whole(ByteStream& stream, RecordIntake& intake, const WholeFile& how, std::string& text) {
  if (!stream.take_all(how.limit, text)) {
    intake.reject_file("the file is longer than " + std::to_string(how.limit) + " bytes; " +
                           (how.limit == kWholeFileBytes ? "make it JSON Lines, which is read record by record"
                                                         : "a page or a text is taken for one statement"),
                       stream.view());
    return false;
  }
  std::vector<std::string> notes;
  if (schema::first_invalid_utf8(text) != std::string_view::npos) {
    Result<std::string> utf8 = to_utf8(text, how.may_declare_charset ? declared_charset(text) : std::string(), notes);
    if (!utf8) {
      intake.reject_file(utf8.error().message + ": " + utf8.error().hint, text);
      return false;
    }
    text = std::move(utf8).value();
  }
  replace_nuls(text, notes);
  for (std::string& note : notes) intake.note_on_all(std::move(note));
  return true;
}

}  // namespace communique::corpus
