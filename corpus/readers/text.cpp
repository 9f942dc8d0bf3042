// SPDX-License-Identifier: GPL-3.0-or-later
// A plain text, with or without front matter, as one record.
#include <algorithm>

#include "corpus/readers/clean.h"
#include "corpus/readers/front_matter.h"
#include "corpus/readers/readers.h"
#include "corpus/readers/title_line.h"

namespace communique::corpus {
namespace {

/// Without the blank lines before the first line that says something.
std::string_view without_blank_start(std::string_view body) {
  for (std::size_t end = body.find('\n'); end != std::string_view::npos; end = body.find('\n')) {
    if (!is_blank(body.substr(0, end))) break;
    body.remove_prefix(end + 1);
  }
  return body;
}

}  // namespace

bool read_text(ByteStream& stream, RecordIntake& intake) {
  std::string text;
  if (!read_whole(stream, intake, {intake.raw_limit()}, text)) return false;
  if (stream.failed()) return false;
  RawRecord record;
  record.location = intake.location(0, 0);
  record.single = true;
  record.head = text.substr(0, 1024);
  Result<FrontMatter> matter = read_front_matter(text);
  if (!matter) return intake.reject(record.location, matter.error().message, record.head);
  FrontMatter front = std::move(matter).value();
  // A text alone stays as it is to the byte, so that offsets into it are offsets into the file.
  const std::string_view after = std::string_view(text).substr(front.body);
  const std::string_view body = front.body == 0 ? after : without_blank_start(after);
  // A text that is all front matter may have a key that holds it.
  if (!is_blank(body)) record.add(std::string(intake.keys().name_for(Key::Text)), std::string(body));
  std::move(front.fields.begin(), front.fields.end(), std::back_inserter(record.fields));
  const bool titled = intake.keys().places(record.fields)[static_cast<std::size_t>(Key::Title)] >= 0;
  if (!titled) record.add(std::string(intake.keys().name_for(Key::Title)), title_line(without_blank_start(body)));
  if (record.fields.empty()) return intake.reject(record.location, "the text is blank", record.head);
  return intake.add(std::move(record));
}

}  // namespace communique::corpus
