// SPDX-License-Identifier: GPL-3.0-or-later
// The readers, one per format. Each hands the records of one open file to the intake, in the file's order.
#pragma once

#include "corpus/readers/byte_stream.h"
#include "corpus/readers/intake.h"

namespace communique::corpus {

/// All return false if the file could not be read to its end (it breaks off, is damaged, or the reading was stopped);
/// they have then said so as a rejection. A stream that fails while read is reported by the caller.
bool read_json_lines(ByteStream& stream, RecordIntake& intake);
/// An array of records, an object that holds such an array, or one record.
bool read_json(ByteStream& stream, RecordIntake& intake);
/// `separator` 0: comma, semicolon, tab or bar, by what the header holds most of.
bool read_csv(ByteStream& stream, RecordIntake& intake, char separator);
bool read_text(ByteStream& stream, RecordIntake& intake);
bool read_html(ByteStream& stream, RecordIntake& intake);
/// RSS 2.0, RSS 1.0 and Atom.
bool read_feed(ByteStream& stream, RecordIntake& intake);
bool read_xml(ByteStream& stream, RecordIntake& intake);

/// The most of a file that is held at once, for formats with many records that can not be read in pieces.
inline constexpr std::size_t kWholeFileBytes = std::size_t{1} << 30;

struct WholeFile {
  std::size_t limit = 0;             ///< bytes
  bool may_declare_charset = false;  ///< HTML and XML can say which charset they are in
};
/// All that is left of the stream, as UTF-8 without NUL; of one that breaks off, what came before. False, with a
/// rejection of the file, if it is over the limit or in no encoding that is understood.
bool read_whole(ByteStream& stream, RecordIntake& intake, const WholeFile& how, std::string& text);

}  // namespace communique::corpus
