// SPDX-License-Identifier: GPL-3.0-or-later
// Handing records to the sink.
#include "corpus/readers/intake.h"

#include <algorithm>

#include "corpus/readers/clean.h"
#include "schema/utf8.h"

namespace communique::corpus {
namespace {

/// Libraries quote the input in their messages, and may cut it within a character.
std::string reason_line(std::string_view reason) { return schema::without_controls(one_line(record_head(reason))); }

}  // namespace

std::string record_head(std::string_view record) {
  constexpr std::size_t kHeadBytes = 1024;
  std::string_view rest = record.substr(0, kHeadBytes);
  std::string head;
  while (!rest.empty()) {
    const std::size_t invalid = schema::first_invalid_utf8(rest);
    head += rest.substr(0, invalid);
    if (invalid == std::string_view::npos) break;
    // The cut may go through a character; nothing need stand for that one.
    if (record.size() <= kHeadBytes || rest.size() - invalid > 3) head += "\xef\xbf\xbd";
    rest.remove_prefix(invalid + 1);
  }
  std::replace(head.begin(), head.end(), '\0', ' ');
  return head;
}

RecordIntake::RecordIntake(const InputFile& file, const ReadOptions& options, const RecordSink& sink)
    : file_(file), sink_(sink), limits_(options.limits), normaliser_(file, options) {}

bool RecordIntake::stopped() const { return sink_.stop && sink_.stop(); }

bool RecordIntake::add(RawRecord&& record) {
  if (stopped()) return false;
  record.notes.insert(record.notes.end(), notes_.begin(), notes_.end());
  std::variant<Statement, Fault> made = normaliser_.make(record);
  if (auto* fault = std::get_if<Fault>(&made)) {
    KeyPlaces none;
    none.fill(-1);
    if (record.head.empty()) record.head = extra_json(record.fields, none, {});
    return reject(record.location, fault->reason, record.head);
  }
  if (sink_.statement) sink_.statement(std::move(std::get<Statement>(made)));
  return true;
}

bool RecordIntake::reject(Location location, std::string_view reason, std::string_view head) {
  if (stopped()) return false;
  if (sink_.rejection) sink_.rejection({std::move(location), reason_line(reason), record_head(head)});
  return true;
}

void RecordIntake::reject_file(std::string_view reason, std::string_view head) {
  if (sink_.rejection) sink_.rejection({location(0, 0), reason_line(reason), record_head(head)});
}

}  // namespace communique::corpus
