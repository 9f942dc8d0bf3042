// SPDX-License-Identifier: GPL-3.0-or-later
// A web page as one record.
#include "corpus/readers/clean.h"
#include "corpus/readers/html_page.h"
#include "corpus/readers/readers.h"

namespace communique::corpus {

bool read_html(ByteStream& stream, RecordIntake& intake) {
  std::string html;
  if (!read_whole(stream, intake, {intake.raw_limit(), /*may_declare_charset=*/true}, html)) return false;
  if (stream.failed()) return false;
  const auto page = HtmlDocument::parse(html);
  if (!page) {
    intake.reject_file(page.error().message, html);
    return true;
  }
  PageMetadata data = page_metadata(**page);
  std::string text = main_text(**page, data.title);
  if (is_blank(text)) {
    intake.reject_file("the page holds no text", html);
    return true;
  }
  RawRecord record;
  record.location = intake.location(0, 0);
  record.single = true;
  record.head = html.substr(0, 1024);
  // Under our own names, whatever --map says: a page has no keys of its own but its <meta> names.
  const auto add = [&](Key key, std::string value) {
    record.add(std::string(intake.keys().name_for(key)), std::move(value));
  };
  add(Key::Text, std::move(text));
  add(Key::Title, std::move(data.title));
  add(Key::Date, std::move(data.date));
  add(Key::Url, std::move(data.url));
  add(Key::Lang, std::move(data.lang));
  add(Key::Source, std::move(data.source));
  add(Key::Speaker, std::move(data.speaker));
  record.add("keywords", std::move(data.keywords));
  return intake.add(std::move(record));
}

}  // namespace communique::corpus
