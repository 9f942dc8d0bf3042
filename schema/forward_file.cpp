// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/forward_file.h"

#include <algorithm>

#include "schema/bytes.h"

namespace communique::schema {

void ForwardFile::finish(std::vector<ForwardWord> words) {
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.term < b.term; });
  std::vector<std::uint32_t> columns;
  columns.reserve(words.size() * 3);
  std::string blob;
  for (const ForwardWord& word : words) {
    blob += word.term;
    columns.push_back(static_cast<std::uint32_t>(blob.size()));
  }
  for (const ForwardWord& word : words) columns.push_back(word.number);
  for (const ForwardWord& word : words) columns.push_back(word.count);
  std::string tail(reinterpret_cast<const char*>(columns.data()), columns.size() * sizeof columns.front());
  tail += blob;
  const auto count = static_cast<WordNumber>(words.size());
  tail.append(reinterpret_cast<const char*>(&count), sizeof count);
  runs_.finish(tail);
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
  words_.count(number, 1);
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
  for (WordNumber number = 0; number < words(); ++number) all.push_back(words_.word(number));
  out.finish(std::move(all));
}

}  // namespace communique::schema
