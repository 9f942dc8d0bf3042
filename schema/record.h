// SPDX-License-Identifier: GPL-3.0-or-later
// What an index keeps of a statement and of its passages, as data of the head's and the passages' documents.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/date.h"
#include "schema/speech.h"
#include "schema/text_codec.h"

namespace communique::schema {

/// A statement's metadata: stored once, in the head. Strings are UTF-8.
struct StatementRecord {
  std::string id;
  std::string title;
  Date date;  ///< meaningful only if date_origin is not None
  DateOrigin date_origin = DateOrigin::None;
  std::string country;         ///< alpha-3, or as given when it is no known country; empty if none
  std::string country_given;   ///< as given, if that differs from `country`
  std::string speaker;         ///< as printed
  std::string speaker_leader;  ///< leader id, empty if the speaker is no known leader
  std::string source;
  std::string url;
  std::string lang;  ///< ISO 639-1, empty if unknown
  std::string type;            ///< as given, else as inferred
  bool type_inferred = false;  ///< `type` was told by title and opening
  std::string date_reason;     ///< why, where the date was found in the text
  std::uint8_t date_confidence = 100;  ///< percent; below 100 only where the date was found in the text
  std::string extra;        ///< the record's other keys, a JSON object's text; empty if none
  std::string given;        ///< a JSON object of what was given where it differs from the above (export gives it back)
  std::string version_key;  ///< 16 hex digits: hash of id, content and analysis; names this version of the statement
  std::uint32_t passages = 0;
  /// Leaders named anywhere in the statement or its metadata: id and name to show, so that hits need no gazetteer.
  std::vector<std::pair<std::string, std::string>> leaders;

  bool dated() const { return date_origin != DateOrigin::None; }
};

/// A leader named in a passage; offsets are UTF-8 bytes into the passage's text.
struct MentionRecord {
  std::string leader;  ///< id
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

/// A piece of a passage's text in UTF-8 bytes, end excluded; both 0: none.
struct Extent {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  bool operator==(const Extent&) const = default;
  bool empty() const { return start >= end; }
};

/// Who says something: a leader, or whoever is printed.
struct SpeakerRecord {
  std::string leader;  ///< id; empty if the gazetteer knows none
  std::string name;    ///< as printed; empty if `leader` is not: StatementRecord::leaders has the name
  bool operator==(const SpeakerRecord&) const = default;
};

/// Something said in a passage: what of it lies in the passage.
struct AttributionRecord {
  std::vector<SpeakerRecord> speakers;  ///< none if unknown, several if said jointly
  Extent source;                        ///< as printed; none if it stands in another passage
  Extent cue;
  std::vector<Extent> content;          ///< ascending, at least one
  SpeechType type = SpeechType::Indirect;
  bool joint = false;
  std::uint8_t confidence = 0;  ///< percent
};

/// One passage. `text` is the statement's text from where the former passage ended to where this one does, unchanged,
/// white space included: all passages' texts joined give the statement's text.
struct PassageRecord {
  std::string text;
  std::uint32_t number = 0;  ///< from 1 within the statement; the head's docid is this many below
  std::vector<std::uint32_t>
      sentence_starts;  ///< UTF-8 byte offsets into `text`, ascending, the first word's sentence first
  std::vector<MentionRecord> mentions;
  std::vector<AttributionRecord> attributions;  ///< in order of their content
};

/// Compact binary forms. Decoding throws Error(IndexDamaged) on bytes that encode() can not have made.
std::string encode(const StatementRecord& record);
/// With a codec the passage's text is compressed; the same codec must be given to decode it.
std::string encode(const PassageRecord& record, const TextCodec* codec = nullptr);
StatementRecord decode_statement(std::string_view data);
PassageRecord decode_passage(std::string_view data, const TextCodec* codec = nullptr);
/// Only the passage's number, without decoding the text.
std::uint32_t decode_passage_number(std::string_view data);

/// "STATEMENT#NUMBER": a passage's name for users.
std::string passage_id(std::string_view statement_id, std::uint32_t number);

}  // namespace communique::schema
