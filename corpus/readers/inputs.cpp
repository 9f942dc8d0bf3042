// SPDX-License-Identifier: GPL-3.0-or-later
// Which files do the inputs name? Folders are walked, sorted, and sifted of what is no input.
#include <algorithm>
#include <filesystem>
#include <set>

#include "corpus/reader.h"
#include "corpus/readers/byte_stream.h"
#include "corpus/readers/clean.h"
#include "corpus/readers/detect.h"
#include "corpus/readers/path_pattern.h"
#include "schema/utf8.h"

namespace communique::corpus {
namespace {

namespace fs = std::filesystem;

/// A file name as valid UTF-8 without control characters: other bytes become %XX, so that different names stay
/// different.
std::string printable(const std::string& name) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string text;
  for (std::string_view rest = name; !rest.empty();) {
    const bool invalid = schema::first_invalid_utf8(rest.substr(0, std::min<std::size_t>(rest.size(), 4))) == 0;
    const auto byte = static_cast<unsigned char>(rest.front());
    if (invalid || byte < 0x20 || byte == 0x7F) {
      (text += '%') += kHex[byte >> 4U];
      text += kHex[byte & 15U];
    } else {
      text += rest.front();
    }
    rest.remove_prefix(1);
    // The other bytes of a character belong to its first one.
    while (!invalid && !rest.empty() && (static_cast<unsigned char>(rest.front()) & 0xC0U) == 0x80U) {
      text += rest.front();
      rest.remove_prefix(1);
    }
  }
  return text;
}

bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

/// Files of unknown ending inside folders: taken if they are plainly statements. Without any ending they may be plain
/// texts; with one, only pages, feeds and JSON Lines tell themselves from style sheets, programs and logs.
bool is_wanted(const InputFile& file) {
  if (format_of_name(file.path.filename().native())) return true;
  ByteStream stream(file, {});
  const std::string_view head = stream.peek(64u << 10);
  if (stream.failed() || !binary_reason(head).empty()) return false;
  const std::string bare(without_compression_suffix(file.path.filename().native()));
  if (fs::path(bare).extension().empty()) return true;
  const Format format = detect_format(bare, head, KeyTable());
  return format == Format::Html || format == Format::Feed || format == Format::JsonLines;
}

class InputWalk {
 public:
  explicit InputWalk(InputList& list) : list_(list) {}

  void add_named(const std::string& named) {
    if (named == "-") {
      if (seen_.insert("-").second) list_.files.push_back({"-", "standard input", "stdin", "stdin"});
      return;
    }
    const fs::path path(named);
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
      throw Error(ErrorCode::Usage, "there is no file or folder \"" + printable(named) + "\"", "check the path");
    }
    if (error) return unreadable(printable(named), error.message());
    const fs::path whole = fs::absolute(path).lexically_normal();
    // "folder/" has an empty last part.
    const fs::path root = whole.has_filename() ? whole : whole.parent_path();
    if (fs::is_directory(status)) {
      add_folder(path, root);
    } else {
      add_file(path, root, root.parent_path().filename() / root.filename());
    }
  }

 private:
  void unreadable(const std::string& name, const std::string& why) {
    list_.unreadable.push_back({{name, 0, 0}, "can not be opened: " + why, {}});
  }

  bool add_file(const fs::path& path, const fs::path& absolute, const fs::path& id_path) {
    std::error_code error;
    const fs::path canonical = fs::weakly_canonical(absolute, error);
    if (!seen_.insert((error ? absolute : canonical).native()).second) return true;  // named twice
    InputFile file;
    file.path = path;
    file.display = printable(path.native());
    file.id_stem = without_compression_suffix(printable(id_path.generic_string()));
    file.rel_path = without_compression_suffix(printable(absolute.generic_string()));
    list_.files.push_back(std::move(file));
    return true;
  }

  void add_folder(const fs::path& folder, const fs::path& absolute) {
    std::vector<fs::path> found;  // paths below the folder
    std::error_code error;
    fs::recursive_directory_iterator walk(folder, error);
    if (error) return unreadable(printable(folder.native()), error.message());
    for (; walk != fs::recursive_directory_iterator(); walk.increment(error)) {
      look_at(walk, found);
    }
    if (error) unreadable(printable(folder.native()), error.message());
    std::sort(found.begin(), found.end(), [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
    for (const fs::path& path : found) {
      const fs::path below = path.lexically_relative(folder);
      const InputFile candidate{path, {}, {}, {}};
      if (is_wanted(candidate) || !is_openable(candidate))
        add_file(path, absolute / below, absolute.filename() / below);
      else
        ++list_.skipped_other;
    }
  }

  /// One that can not be opened is listed, so that reading it says why.
  static bool is_openable(const InputFile& file) { return !ByteStream(file, {}).failed(); }

  void look_at(fs::recursive_directory_iterator& walk, std::vector<fs::path>& found) {
    std::error_code error;
    const fs::directory_entry& entry = *walk;
    if (is_hidden(entry.path())) {
      ++list_.skipped_hidden;
      walk.disable_recursion_pending();
      return;
    }
    if (entry.is_directory(error)) {
      if (entry.is_symlink(error)) return;  // not followed
      // A folder that can not be entered would end the whole walk.
      const fs::directory_iterator probe(entry.path(), error);
      if (error) {
        unreadable(printable(entry.path().native()), error.message());
        walk.disable_recursion_pending();
      }
      return;
    }
    if (entry.is_regular_file(error))
      found.push_back(entry.path());
    else
      ++list_.skipped_other;
  }

  InputList& list_;
  std::set<std::string> seen_;
};

}  // namespace

InputList list_inputs(const std::vector<std::string>& inputs) {
  InputList list;
  InputWalk walk(list);
  for (const std::string& input : inputs) walk.add_named(input);
  return list;
}

}  // namespace communique::corpus
