// SPDX-License-Identifier: GPL-3.0-or-later
// From files to statements: which files an input names, which format each has, and the records they hold.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/statement.h"
#include "schema/error.h"

namespace communique::corpus {

enum class Format { Auto, JsonLines, Json, Csv, Tsv, Text, Html, Feed, Xml };
/// By the names --format takes (auto, jsonl, json, csv, tsv, text, html, rss, xml); the error lists them.
Result<Format> parse_format(std::string_view name);
std::string_view to_string(Format format);

/// Limits on what a record may hold; one over them is rejected with the limit in the reason.
struct ReadLimits {
  std::size_t record_bytes = 64u << 20;  ///< one record's text; whole speeches are well under 1 MB
  std::size_t title_bytes = 4096;        ///< a longer title is cut at a word, with a note
};

/// How to read: what the flags of `add` say.
struct ReadOptions {
  Format format = Format::Auto;
  std::map<std::string, std::string> map;       ///< statement key -> name in the record: {"speaker", "author"}
  std::map<std::string, std::string> defaults;  ///< statement key -> value where a record gives none
  std::string path_pattern;                     ///< '{country}_{session}_{year}.txt', matched against the end of the path
  ReadLimits limits;
};

/// Checks --map, --default and --path-pattern once, before any file is opened. Throws Error(Usage) naming the flag.
void check(const ReadOptions& options);

/// A file to read: the path to open ("-" is standard input) and the name its records' ids derive from.
struct InputFile {
  std::filesystem::path path;
  std::string display;    ///< as the user named it
  std::string id_stem;    ///< "ungdc_txt/AFG_75_2020.txt": parent folder (or the named folder) and path below it
  std::string rel_path;   ///< what --path-pattern is matched against
};

/// What a walk over the inputs found.
struct InputList {
  std::vector<InputFile> files;      ///< sorted by path within each input, so that runs are repeatable
  std::uint64_t skipped_hidden = 0;  ///< hidden files and AppleDouble "._*" twins
  std::uint64_t skipped_other = 0;   ///< files of no known format (images, archives), only inside folders
  std::vector<Rejection> unreadable; ///< files and folders that could not be opened
};

/// Lists the files that INPUT... name; folders are walked recursively, symbolic links to folders are not followed.
/// Throws Error(Usage) for an input that does not exist.
InputList list_inputs(const std::vector<std::string>& inputs);

/// What a reader hands over, record by record, in the file's order.
struct RecordSink {
  std::function<void(Statement&&)> statement;
  std::function<void(Rejection&&)> rejection;
  std::function<bool()> stop;   ///< asked between records, and while a pipe is silent; true ends the reading
  std::function<void(std::uint64_t bytes)> progress;  ///< bytes of the (compressed) file consumed since the last call
};

/// Reads one file: decompresses (.gz, .zst by content), detects the format if Auto, recovers the encoding, normalises
/// the metadata. Streams: memory stays within one record (whole file for json, html, rss, xml and plain text).
/// Bad records, and a file that breaks off, are rejections. Returns false if the file could not be read to its end, so
/// that what it no longer holds can not be told.
bool read_file(const InputFile& file, const ReadOptions& options, const RecordSink& sink);

}  // namespace communique::corpus
