// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a file that a test writes, and what came of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/reader.h"
#include "tests/support/temp_dir.h"

namespace communique::tests {

struct Reading {
  std::vector<corpus::Statement> statements;
  std::vector<corpus::Rejection> rejections;
  std::uint64_t bytes = 0;  // as progress counted them
  bool whole = false;

  /// Everything, as one line, for comparisons with a readable failure: "id|title|text; id|title|text".
  std::string reasons() const {
    std::string all;
    for (const corpus::Rejection& rejection : rejections) {
      all += (all.empty() ? "" : "; ") + rejection.location.to_string() + ": " + rejection.reason;
    }
    return all;
  }
};

inline corpus::RecordSink sink_into(Reading& reading) {
  corpus::RecordSink sink;
  sink.statement = [&](corpus::Statement&& statement) { reading.statements.push_back(std::move(statement)); };
  sink.rejection = [&](corpus::Rejection&& rejection) { reading.rejections.push_back(std::move(rejection)); };
  sink.progress = [&](std::uint64_t bytes) { reading.bytes += bytes; };
  return sink;
}

/// Writes `content` as the file `name` and reads it. The file is shown as its bare name.
inline Reading read_content(std::string_view name, std::string_view content, const corpus::ReadOptions& options = {}) {
  const TempDir dir;
  const std::filesystem::path path = dir.write(name, content);
  corpus::check(options);
  Reading reading;
  const corpus::InputFile file{path, std::string(name), "press/" + std::string(name), path.string()};
  reading.whole = corpus::read_file(file, options, sink_into(reading));
  return reading;
}

inline bool has_note(const corpus::Statement& statement, std::string_view part) {
  for (const std::string& note : statement.notes) {
    if (note.find(part) != std::string::npos) return true;
  }
  return false;
}

inline bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace communique::tests
