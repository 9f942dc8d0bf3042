// SPDX-License-Identifier: GPL-3.0-or-later
// How are passages' texts kept small? Compressed one by one with zstd and a dictionary trained on the corpus: a passage
// alone is too short for its words to repeat, the dictionary holds what statements have in common.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace communique::schema {

/// Immutable; may be used from any number of threads at once.
class TextCodec {
 public:
  /// `dictionary`: what train() made, or empty (texts are then compressed each by itself).
  explicit TextCodec(std::string dictionary);
  ~TextCodec();
  TextCodec(TextCodec&&) noexcept;
  TextCodec& operator=(TextCodec&&) noexcept;

  const std::string& dictionary() const;
  std::string compress(std::string_view text) const;
  /// `size`: bytes of the text. Throws Error(IndexDamaged) if it does not come out so.
  std::string decompress(std::string_view compressed, std::size_t size) const;

  /// A dictionary of about 64 KB from sample texts of a passage's length; the same samples give the same bytes. Empty
  /// if there are too few samples to learn from.
  static std::string train(const std::vector<std::string>& samples);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace communique::schema
