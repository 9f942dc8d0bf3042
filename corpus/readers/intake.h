// SPDX-License-Identifier: GPL-3.0-or-later
// Where every reader hands in what it reads: records become statements or rejections, and go to the sink.
#pragma once

#include <string>
#include <string_view>

#include "corpus/readers/normalise.h"

namespace communique::corpus {

/// One file's way to the sink. Outlived by the file, the options and the sink it is made with.
class RecordIntake {
 public:
  RecordIntake(const InputFile& file, const ReadOptions& options, const RecordSink& sink);

  /// Takes a record, good or not. False if the reading is to stop.
  bool add(RawRecord&& record);
  /// Leaves out a record. `head`: its first bytes, of any encoding.
  bool reject(Location location, std::string_view reason, std::string_view head = {});
  /// Says that the file as a whole, or what is left of it, can not be read.
  void reject_file(std::string_view reason, std::string_view head = {});
  bool stopped() const;

  /// Added to the notes of every record from now on.
  void note_on_all(std::string note) { notes_.push_back(std::move(note)); }

  Location location(std::uint64_t line, std::uint64_t record) const { return {file_.display, line, record}; }
  const InputFile& file() const { return file_; }
  const KeyTable& keys() const { return normaliser_.keys(); }
  const ReadLimits& limits() const { return limits_; }
  /// What a record may take in its format, with its escapes and markup, before it is looked at. Bytes.
  std::size_t raw_limit() const { return limits_.record_bytes * 2 + 4096; }

 private:
  const InputFile& file_;
  const RecordSink& sink_;
  ReadLimits limits_;
  Normaliser normaliser_;
  std::vector<std::string> notes_;
};

/// The first bytes of a record as valid UTF-8, for RawRecord::head.
std::string record_head(std::string_view record);

}  // namespace communique::corpus
