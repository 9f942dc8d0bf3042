// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/forward_file.h"

#include <algorithm>
#include <limits>

#include "schema/error.h"
#include "schema/files.h"
#include "schema/forward_layout.h"

namespace communique::schema {

namespace {

template <class Number>
std::string_view bytes_of(const std::vector<Number>& numbers) {
  return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number)};
}

}  // namespace

void append_number(std::string& run, std::uint32_t value) {
  while (value >= 0x80) {
    run += static_cast<char>((value & 0x7f) | 0x80);
    value >>= 7;
  }
  run += static_cast<char>(value);
}

ForwardFile::ForwardFile(const std::filesystem::path& file) : file_(file), out_(file, std::ios::binary) {
  if (!out_) throw_errno("creating", file_);
  const forward_layout::Header unfinished;
  put({reinterpret_cast<const char*>(&unfinished), sizeof unfinished});
}

void ForwardFile::put(std::string_view bytes) {
  out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out_) throw_errno("writing", file_);
}

void ForwardFile::add(std::string_view run) {
  written_ += run.size();
  if (written_ > std::numeric_limits<std::uint32_t>::max()) {
    throw Error(ErrorCode::Io, file_.string() + " would hold more than 4 GB", "this is a fault of the program");
  }
  put(run);
  ends_.push_back(static_cast<std::uint32_t>(written_));
}

void ForwardFile::finish(std::vector<ForwardWord> words) {
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.term < b.term; });
  put(std::string(forward_layout::padding(written_), '\0'));
  put(bytes_of(ends_));
  std::vector<std::uint32_t> columns;
  std::uint32_t end = 0;
  for (const ForwardWord& word : words) columns.push_back(end += static_cast<std::uint32_t>(word.term.size()));
  for (const ForwardWord& word : words) columns.push_back(word.number);
  for (const ForwardWord& word : words) columns.push_back(word.count);
  put(bytes_of(columns));
  for (const ForwardWord& word : words) put(word.term);
  forward_layout::Header header;
  header.magic = forward_layout::kMagic;
  header.documents = static_cast<std::uint32_t>(ends_.size());
  header.words = static_cast<std::uint32_t>(words.size());
  header.run_bytes = static_cast<std::uint32_t>(written_);
  header.term_bytes = end;
  out_.seekp(0);
  put({reinterpret_cast<const char*>(&header), sizeof header});
  out_.close();
  if (!out_) throw_errno("writing", file_);
}

WordNumber ForwardBuilder::number_of(std::string_view term) {
  scratch_.assign(term);
  const auto [entry, is_new] = numbers_.try_emplace(scratch_, words());
  if (is_new) {
    terms_.push_back(&entry->first);
    counts_.push_back(0);
  }
  return entry->second;
}

void ForwardBuilder::add(WordNumber number, std::uint32_t position) {
  const std::uint32_t step = position - position_;
  if (step == 0) {
    append_number(runs_, forward_code::kSame);
  } else if (step == kSentenceGap + 1) {
    append_number(runs_, forward_code::kGap);
  } else if (step != 1) {
    append_number(runs_, forward_code::kJump);
    append_number(runs_, step);
  }
  append_number(runs_, number + forward_code::kFirstWord);
  position_ = position;
  ++counts_[number];
}

void ForwardBuilder::begin_title() { append_number(runs_, forward_code::kTitle); }

void ForwardBuilder::end_document() {
  ends_.push_back(runs_.size());
  position_ = kFirstPosition - 1;
}

void ForwardBuilder::write(const std::filesystem::path& file) const {
  ForwardFile out(file);
  std::size_t start = 0;
  for (const std::size_t end : ends_) {
    out.add(std::string_view(runs_).substr(start, end - start));
    start = end;
  }
  std::vector<ForwardWord> all;
  all.reserve(words());
  for (WordNumber number = 0; number < words(); ++number) all.push_back({term(number), number, counts_[number]});
  out.finish(std::move(all));
}

}  // namespace communique::schema
