// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/runs_file.h"

#include <bit>
#include <cstddef>
#include <cstring>
#include <limits>
#include <string>

#include "schema/error.h"

namespace communique::schema {

namespace {

static_assert(std::endian::native == std::endian::little, "runs files are read as they lie on disk");

struct Header {
  RunsMagic magic{};
  std::uint32_t documents = 0;
  std::uint32_t run_bytes = 0;
  std::uint64_t tail_bytes = 0;
};

std::size_t padding(std::uint64_t run_bytes) { return static_cast<std::size_t>((4 - run_bytes % 4) % 4); }

}  // namespace

RunsFile::RunsFile(const std::filesystem::path& file, const RunsMagic& magic) : mapped_(file) {
  const std::string_view bytes = mapped_.bytes();
  Header header;
  if (bytes.size() >= sizeof header) std::memcpy(&header, bytes.data(), sizeof header);
  const std::uint64_t runs_end = sizeof header + header.run_bytes + padding(header.run_bytes);
  const std::uint64_t ends_end = runs_end + std::uint64_t{4} * header.documents;
  if (header.magic != magic || bytes.size() < ends_end || bytes.size() - ends_end != header.tail_bytes) {
    throw Error(ErrorCode::IndexDamaged, file.string() + " is cut, altered or no such file of a shard",
                "run `communique-indexer verify`; restore the folder from a copy or index the corpus again");
  }
  runs_ = bytes.substr(sizeof header, header.run_bytes);
  ends_ = reinterpret_cast<const std::uint32_t*>(bytes.data() + runs_end);
  tail_ = bytes.substr(static_cast<std::size_t>(ends_end));
  documents_ = header.documents;
}

std::string_view RunsFile::run(std::uint32_t docid) const {
  if (docid == 0 || docid > documents_) return {};
  const std::uint32_t start = docid == 1 ? 0 : ends_[docid - 2];
  const std::uint32_t end = ends_[docid - 1];
  if (start > end || end > runs_.size()) {
    throw Error(ErrorCode::IndexDamaged, "a file of a shard is altered: where its documents begin is wrong",
                "run `communique-indexer verify` to see which files are damaged");
  }
  return runs_.substr(start, end - start);
}

RunsWriter::RunsWriter(const std::filesystem::path& file, const RunsMagic& magic)
    : file_(file), magic_(magic), out_(file, std::ios::binary) {
  if (!out_) throw_errno("creating", file_);
  const Header unfinished;
  put({reinterpret_cast<const char*>(&unfinished), sizeof unfinished});
}

void RunsWriter::put(std::string_view bytes) {
  out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out_) throw_errno("writing", file_);
}

void RunsWriter::add(std::string_view run) {
  written_ += run.size();
  if (written_ > std::numeric_limits<std::uint32_t>::max()) {
    throw Error(ErrorCode::Io, file_.string() + " would hold more than 4 GB", "this is a fault of the program");
  }
  put(run);
  ends_.push_back(static_cast<std::uint32_t>(written_));
}

void RunsWriter::finish(std::string_view tail) {
  put(std::string(padding(written_), '\0'));
  put({reinterpret_cast<const char*>(ends_.data()), ends_.size() * sizeof(std::uint32_t)});
  put(tail);
  Header header;
  header.magic = magic_;
  header.documents = static_cast<std::uint32_t>(ends_.size());
  header.run_bytes = static_cast<std::uint32_t>(written_);
  header.tail_bytes = tail.size();
  out_.seekp(0);
  put({reinterpret_cast<const char*>(&header), sizeof header});
  out_.close();
  if (!out_) throw_errno("writing", file_);
}

}  // namespace communique::schema
