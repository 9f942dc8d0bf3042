// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/text_codec.h"

#include <zdict.h>
#include <zstd.h>

#include "schema/error.h"

namespace communique::schema {

namespace {

// Level 3 is zstd's default; higher ones gained 2 % on passages and took twice the time.
constexpr int kLevel = 3;
constexpr std::size_t kDictionaryBytes = 64 * 1024;
// zstd's manual: the samples should be about a hundred times the dictionary; a tenth of that still helps.
constexpr std::size_t kLeastSampleBytes = 10 * kDictionaryBytes;
// A stored size beyond this is damage: no passage is longer than the largest record.
constexpr std::size_t kMostTextBytes = std::size_t{256} << 20;

struct Free {
  void operator()(ZSTD_CDict* dictionary) const { ZSTD_freeCDict(dictionary); }
  void operator()(ZSTD_DDict* dictionary) const { ZSTD_freeDDict(dictionary); }
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

ZSTD_CCtx* compression_context() {
  thread_local const std::unique_ptr<ZSTD_CCtx, Free> context(ZSTD_createCCtx());
  return context.get();
}

ZSTD_DCtx* decompression_context() {
  thread_local const std::unique_ptr<ZSTD_DCtx, Free> context(ZSTD_createDCtx());
  return context.get();
}

[[noreturn]] void damaged() {
  throw Error(ErrorCode::IndexDamaged, "a stored text can not be decompressed",
              "run `communique-indexer verify` to see which files are damaged");
}

}  // namespace

struct TextCodec::Impl {
  std::string dictionary;
  std::unique_ptr<ZSTD_CDict, Free> compress_with;
  std::unique_ptr<ZSTD_DDict, Free> decompress_with;
};

TextCodec::TextCodec(std::string dictionary) : impl_(std::make_unique<Impl>()) {
  impl_->dictionary = std::move(dictionary);
  const std::string& bytes = impl_->dictionary;
  impl_->compress_with.reset(ZSTD_createCDict(bytes.data(), bytes.size(), kLevel));
  impl_->decompress_with.reset(ZSTD_createDDict(bytes.data(), bytes.size()));
  if (!impl_->compress_with || !impl_->decompress_with) damaged();
}

TextCodec::~TextCodec() = default;
TextCodec::TextCodec(TextCodec&&) noexcept = default;
TextCodec& TextCodec::operator=(TextCodec&&) noexcept = default;

const std::string& TextCodec::dictionary() const { return impl_->dictionary; }

std::string TextCodec::compress(std::string_view text) const {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  ZSTD_CCtx* context = compression_context();
  // The record says the size and the generation the dictionary: neither is repeated in ten bytes of every frame.
  ZSTD_CCtx_reset(context, ZSTD_reset_session_and_parameters);
  ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
  ZSTD_CCtx_setParameter(context, ZSTD_c_dictIDFlag, 0);
  ZSTD_CCtx_refCDict(context, impl_->compress_with.get());
  const std::size_t size = ZSTD_compress2(context, out.data(), out.size(), text.data(), text.size());
  if (ZSTD_isError(size)) throw Error(ErrorCode::Io, std::string("compressing a passage: ") + ZSTD_getErrorName(size));
  out.resize(size);
  return out;
}

std::string TextCodec::decompress(std::string_view compressed, std::size_t size) const {
  if (size > kMostTextBytes) damaged();
  std::string text(size, '\0');
  const std::size_t got =
      ZSTD_decompress_usingDDict(decompression_context(), text.data(), text.size(), compressed.data(),
                                 compressed.size(), impl_->decompress_with.get());
  if (ZSTD_isError(got) || got != size) damaged();
  return text;
}

std::string TextCodec::train(const std::vector<std::string>& samples) {
  std::string joined;
  std::vector<std::size_t> sizes;
  for (const std::string& sample : samples) {
    joined += sample;
    sizes.push_back(sample.size());
  }
  if (joined.size() < kLeastSampleBytes) return {};
  std::string dictionary(kDictionaryBytes, '\0');
  const std::size_t size = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), joined.data(), sizes.data(),
                                                 static_cast<unsigned>(sizes.size()));
  if (ZDICT_isError(size)) return {};  // too uniform to learn from: each text is compressed by itself
  dictionary.resize(size);
  return dictionary;
}

}  // namespace communique::schema
