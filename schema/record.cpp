// SPDX-License-Identifier: GPL-3.0-or-later
// Stored records: fields in a fixed order, kSchemaVersion says which. docs/index-format.md lists them.
#include "schema/record.h"

#include "schema/bytes.h"

namespace communique::schema {

namespace {

/// A count read from a record, believed only as far as the bytes left could hold so many items.
std::size_t count_of(ByteReader& reader) {
  const std::uint64_t count = reader.number();
  if (count > reader.left()) {
    throw Error(ErrorCode::IndexDamaged, "a stored record names more items than it holds",
                "run `communique-indexer verify` to see which files are damaged");
  }
  return static_cast<std::size_t>(count);
}

void write(ByteWriter& writer, const AttributionRecord& attribution) {
  writer.number(attribution.speakers.size());
  for (const SpeakerRecord& speaker : attribution.speakers) {
    writer.string(speaker.leader);
    writer.string(speaker.name);
  }
  writer.number(static_cast<std::uint64_t>(attribution.type) * 2 + (attribution.joint ? 1 : 0));
  writer.number(attribution.confidence);
  const auto put = [&](const Extent& extent) {
    writer.number(extent.start);
    writer.number(extent.end - extent.start);
  };
  put(attribution.source);
  put(attribution.cue);
  writer.number(attribution.content.size());
  for (const Extent& piece : attribution.content) put(piece);
}

AttributionRecord read_attribution(ByteReader& reader) {
  AttributionRecord attribution;
  attribution.speakers.resize(count_of(reader));
  for (SpeakerRecord& speaker : attribution.speakers) {
    speaker.leader = reader.string();
    speaker.name = reader.string();
  }
  const std::uint32_t kind = reader.number32();
  attribution.type = kind / 2 <= static_cast<std::uint32_t>(SpeechType::Indirect) ? static_cast<SpeechType>(kind / 2)
                                                                                  : SpeechType::Indirect;
  attribution.joint = kind % 2 != 0;
  attribution.confidence = static_cast<std::uint8_t>(reader.number32() % 256);
  const auto get = [&] {
    Extent extent;
    extent.start = reader.number32();
    extent.end = extent.start + reader.number32();
    return extent;
  };
  attribution.source = get();
  attribution.cue = get();
  attribution.content.resize(count_of(reader));
  for (Extent& piece : attribution.content) piece = get();
  return attribution;
}

}  // namespace

std::string encode(const StatementRecord& record) {
  ByteWriter writer;
  writer.number(record.passages);
  writer.number(static_cast<std::uint64_t>(record.date_origin));
  writer.number(record.date.key());
  writer.number(record.date_confidence);
  writer.number(record.type_inferred ? 1 : 0);
  for (const std::string* field :
       {&record.id, &record.title, &record.country, &record.country_given, &record.speaker, &record.speaker_leader,
        &record.source, &record.url, &record.lang, &record.type, &record.date_reason, &record.extra, &record.given, &record.version_key}) {
    writer.string(*field);
  }
  writer.number(record.leaders.size());
  for (const auto& [id, name] : record.leaders) {
    writer.string(id);
    writer.string(name);
  }
  return writer.take();
}

StatementRecord decode_statement(std::string_view data) {
  ByteReader reader(data);
  StatementRecord record;
  record.passages = reader.number32();
  const std::uint64_t origin = reader.number();
  record.date_origin =
      origin <= static_cast<std::uint64_t>(DateOrigin::Inferred) ? static_cast<DateOrigin>(origin) : DateOrigin::None;
  record.date = Date::from_key(reader.number32());
  record.date_confidence = static_cast<std::uint8_t>(reader.number32() % 256);
  record.type_inferred = reader.number() != 0;
  for (std::string* field :
       {&record.id, &record.title, &record.country, &record.country_given, &record.speaker, &record.speaker_leader,
        &record.source, &record.url, &record.lang, &record.type, &record.date_reason, &record.extra, &record.given, &record.version_key}) {
    *field = reader.string();
  }
  const std::size_t leaders = count_of(reader);
  record.leaders.reserve(leaders);
  for (std::size_t i = 0; i < leaders; ++i) {
    std::string id(reader.string());
    record.leaders.emplace_back(std::move(id), std::string(reader.string()));
  }
  return record;
}

std::string encode(const PassageRecord& record, const TextCodec* codec) {
  ByteWriter writer;
  writer.number(record.number);
  // The size of a compressed text, from 1; 0: the text follows as it is.
  writer.number(codec != nullptr ? record.text.size() + 1 : 0);
  writer.string(codec != nullptr ? codec->compress(record.text) : record.text);
  writer.number(record.sentence_starts.size());
  std::uint32_t last = 0;
  for (const std::uint32_t start : record.sentence_starts) {
    writer.number(start - last);
    last = start;
  }
  writer.number(record.mentions.size());
  last = 0;
  for (const MentionRecord& mention : record.mentions) {
    writer.number(mention.start - last);
    writer.number(mention.end - mention.start);
    writer.string(mention.leader);
    last = mention.start;
  }
  writer.number(record.attributions.size());
  for (const AttributionRecord& attribution : record.attributions) write(writer, attribution);
  return writer.take();
}

PassageRecord decode_passage(std::string_view data, const TextCodec* codec) {
  ByteReader reader(data);
  PassageRecord record;
  record.number = reader.number32();
  const std::uint64_t size = reader.number();
  const std::string_view text = reader.string();
  if (size != 0 && codec == nullptr) {
    throw Error(ErrorCode::IndexDamaged, "a stored text is compressed, but the index names no dictionary",
                "run `communique-indexer verify` to see which files are damaged");
  }
  record.text = size == 0 ? std::string(text) : codec->decompress(text, static_cast<std::size_t>(size - 1));
  const std::size_t sentences = count_of(reader);
  record.sentence_starts.reserve(sentences);
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < sentences; ++i) record.sentence_starts.push_back(last += reader.number32());
  const std::size_t mentions = count_of(reader);
  record.mentions.reserve(mentions);
  last = 0;
  for (std::size_t i = 0; i < mentions; ++i) {
    MentionRecord mention;
    mention.start = last += reader.number32();
    mention.end = mention.start + reader.number32();
    mention.leader = reader.string();
    record.mentions.push_back(std::move(mention));
  }
  const std::size_t attributions = count_of(reader);
  record.attributions.reserve(attributions);
  for (std::size_t i = 0; i < attributions; ++i) record.attributions.push_back(read_attribution(reader));
  return record;
}

std::uint32_t decode_passage_number(std::string_view data) { return ByteReader(data).number32(); }

std::string passage_id(std::string_view statement_id, std::uint32_t number) {
  return std::string(statement_id) + "#" + std::to_string(number);
}

}  // namespace communique::schema
