// SPDX-License-Identifier: GPL-3.0-or-later
// magic | Header | arrays of u32 | one blob of bytes. Texts are ends in the blob; lists are ends in an array of links.
#include "schema/name_table.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <map>

#include "schema/error.h"
#include "schema/files.h"
#include "schema/words.h"

namespace communique::schema {

namespace {

static_assert(std::endian::native == std::endian::little, "the name table is read as it lies in the file");

constexpr std::string_view kMagic = "CQNAMES1";

/// The arrays, in the order in which they lie in the file.
enum Array : std::size_t {
  kFolded,       ///< by form: end of its folded text in the blob; in byte order of these
  kPrinted,      ///< by form: end of its printed text, behind all folded ones
  kLeaderTexts,  ///< by leader: end of its id, end of its name, behind all printed forms
  kFormEnds,     ///< by form: end of its links to leaders
  kFormLinks,
  kLeaderEnds,  ///< by leader: end of its links to forms
  kLeaderLinks,
  kArrays
};

struct Header {
  std::uint32_t most_words = 0;
  std::array<std::uint32_t, kArrays> sizes{};
};

using Numbers = std::vector<std::uint32_t>;

std::uint32_t packed(const NameLink& link) {
  return link.other << 2U | (link.weak ? 2U : 0U) | (link.form == NameForm::Surname ? 1U : 0U);
}

NameLink unpacked(std::uint32_t link) {
  return {link >> 2U, (link & 1U) != 0 ? NameForm::Surname : NameForm::Full, (link & 2U) != 0};
}

struct Form {
  std::string printed;
  std::vector<NameLink> leaders;
  NameNumber number = 0;
};

class Encoder {
 public:
  explicit Encoder(const Gazetteer& gazetteer) : leaders_(gazetteer.leaders()), by_leader_(leaders_.size()) {
    for (std::size_t number = 0; number < leaders_.size(); ++number) take(leaders_[number], number);
  }

  std::string encode() {
    Header header;
    write_forms(header);
    write_leaders();
    std::string bytes(kMagic);
    for (std::size_t i = 0; i < kArrays; ++i) header.sizes[i] = static_cast<std::uint32_t>(arrays_[i].size());
    bytes.append(reinterpret_cast<const char*>(&header), sizeof header);
    for (const Numbers& array : arrays_) {
      bytes.append(reinterpret_cast<const char*>(array.data()), array.size() * sizeof(std::uint32_t));
    }
    return bytes + blob_;
  }

 private:
  void take(const Leader& leader, std::size_t number) {
    add(leader.name, number, NameForm::Full, false);
    for (const std::string& alias : leader.aliases) add(alias, number, NameForm::Full, false);
    for (const std::string& surname : leader.surnames) {
      const auto& weak = leader.weak_surnames;
      add(surname, number, NameForm::Surname, std::find(weak.begin(), weak.end(), surname) != weak.end());
    }
  }

  void add(const std::string& text, std::size_t number, NameForm kind, bool weak) {
    std::string folded = fold_value(text);
    if (folded.empty()) return;
    const auto entry = forms_.try_emplace(std::move(folded)).first;
    Form& form = entry->second;
    if (form.printed.empty()) form.printed = text;
    const auto leader = static_cast<std::uint32_t>(number);
    const auto same = std::find_if(form.leaders.begin(), form.leaders.end(),
                                   [&](const NameLink& link) { return link.other == leader && link.form == kind; });
    if (same != form.leaders.end()) {
      same->weak = same->weak || weak;
      return;
    }
    form.leaders.push_back({leader, kind, weak});
    by_leader_[number].push_back({&form, kind});
  }

  void write_forms(Header& header) {
    for (auto& [folded, form] : forms_) {
      const auto words = static_cast<std::uint32_t>(std::count(folded.begin(), folded.end(), ' ') + 1);
      header.most_words = std::max(header.most_words, words);
      form.number = static_cast<NameNumber>(arrays_[kFolded].size());
      end_text(kFolded, folded);
      for (const NameLink& link : form.leaders) arrays_[kFormLinks].push_back(packed(link));
      arrays_[kFormEnds].push_back(static_cast<std::uint32_t>(arrays_[kFormLinks].size()));
    }
    for (const auto& [folded, form] : forms_) end_text(kPrinted, form.printed);
  }

  void write_leaders() {
    for (std::size_t number = 0; number < leaders_.size(); ++number) {
      end_text(kLeaderTexts, leaders_[number].id);
      end_text(kLeaderTexts, leaders_[number].name);
      for (const auto& [form, kind] : by_leader_[number]) {
        const auto link = std::find_if(form->leaders.begin(), form->leaders.end(), [&, of = kind](const NameLink& one) {
          return one.other == number && one.form == of;
        });
        arrays_[kLeaderLinks].push_back(packed({form->number, kind, link->weak}));
      }
      arrays_[kLeaderEnds].push_back(static_cast<std::uint32_t>(arrays_[kLeaderLinks].size()));
    }
  }

  void end_text(Array array, const std::string& text) {
    blob_ += text;
    arrays_[array].push_back(static_cast<std::uint32_t>(blob_.size()));
  }

  const std::vector<Leader>& leaders_;
  std::map<std::string, Form> forms_;
  std::vector<std::vector<std::pair<const Form*, NameForm>>> by_leader_;
  std::array<Numbers, kArrays> arrays_;
  std::string blob_;
};

}  // namespace

std::string encode_names(const Gazetteer& gazetteer) { return Encoder(gazetteer).encode(); }

struct NameTable::Impl {
  explicit Impl(const std::filesystem::path& file) : mapped(file), name(file.string()) {
    const std::string_view bytes = mapped.bytes();
    if (bytes.size() < kMagic.size() + sizeof header || !bytes.starts_with(kMagic)) damaged();
    std::memcpy(&header, bytes.data() + kMagic.size(), sizeof header);
    std::uint64_t offset = kMagic.size() + sizeof header;
    for (std::size_t i = 0; i < kArrays; ++i) {
      offsets[i] = offset;
      offset += std::uint64_t{header.sizes[i]} * sizeof(std::uint32_t);
    }
    const auto& sizes = header.sizes;
    const bool agree = sizes[kPrinted] == sizes[kFolded] && sizes[kFormEnds] == sizes[kFolded] &&
                       sizes[kLeaderTexts] == std::uint64_t{sizes[kLeaderEnds]} * 2;
    if (!agree || offset > bytes.size()) damaged();
    blob = bytes.substr(static_cast<std::size_t>(offset));
  }

  [[noreturn]] void damaged() const {
    throw Error(ErrorCode::IndexDamaged, name + " is cut or altered",
                "run `communique-indexer verify`; index the corpus again if it stays damaged");
  }

  std::uint32_t at(Array array, std::uint64_t i) const {
    if (i >= header.sizes[array]) damaged();
    std::uint32_t value = 0;
    std::memcpy(&value, mapped.bytes().data() + offsets[array] + i * sizeof value, sizeof value);
    return value;
  }

  /// The blob from where the text before ends: that of the array before, for the first.
  std::string_view text(Array array, std::uint64_t i) const {
    std::uint32_t first = 0;
    if (i > 0) {
      first = at(array, i - 1);
    } else if (array != kFolded && header.sizes[kFolded] > 0) {
      first = at(array == kPrinted ? kFolded : kPrinted, header.sizes[kFolded] - 1);
    }
    const std::uint32_t last = at(array, i);
    if (last < first || last > blob.size()) damaged();
    return blob.substr(first, last - first);
  }

  /// `limit` is how many there are of what the links lead to.
  std::vector<NameLink> links(Array ends, Array array, std::uint32_t i, std::uint32_t limit) const {
    std::vector<NameLink> found;
    const std::uint32_t last = at(ends, i);
    for (std::uint32_t link = i == 0 ? 0 : at(ends, i - 1); link < last; ++link) {
      found.push_back(unpacked(at(array, link)));
      if (found.back().other >= limit) damaged();
    }
    return found;
  }

  MappedFile mapped;
  std::string name;  ///< of the file, for messages
  Header header;
  std::array<std::uint64_t, kArrays> offsets{};
  std::string_view blob;
};

NameTable::NameTable(const std::filesystem::path& file) : impl_(std::make_unique<Impl>(file)) {}
NameTable::~NameTable() = default;
NameTable::NameTable(NameTable&&) noexcept = default;
NameTable& NameTable::operator=(NameTable&&) noexcept = default;

NameNumber NameTable::size() const { return impl_->header.sizes[kFolded]; }
std::uint32_t NameTable::most_words() const { return impl_->header.most_words; }

std::optional<NameNumber> NameTable::find(std::string_view name) const {
  NameNumber low = 0;
  for (NameNumber high = size(); low < high;) {
    const NameNumber middle = low + (high - low) / 2;
    if (folded(middle) < name)
      low = middle + 1;
    else
      high = middle;
  }
  return low < size() && folded(low) == name ? std::optional(low) : std::nullopt;
}

std::string_view NameTable::folded(NameNumber form) const { return impl_->text(kFolded, form); }
std::string_view NameTable::printed(NameNumber form) const { return impl_->text(kPrinted, form); }

std::vector<NameLink> NameTable::leaders_of(NameNumber form) const {
  return impl_->links(kFormEnds, kFormLinks, form, impl_->header.sizes[kLeaderEnds]);
}

bool NameTable::is_weak(NameNumber form) const {
  const auto links = leaders_of(form);
  return std::any_of(links.begin(), links.end(), [](const NameLink& link) { return link.weak; });
}

std::vector<NameLink> NameTable::forms_of(LeaderNumber leader) const {
  return impl_->links(kLeaderEnds, kLeaderLinks, leader, size());
}

std::string_view NameTable::leader_id(LeaderNumber leader) const {
  return impl_->text(kLeaderTexts, std::uint64_t{leader} * 2);
}
std::string_view NameTable::leader_name(LeaderNumber leader) const {
  return impl_->text(kLeaderTexts, std::uint64_t{leader} * 2 + 1);
}

}  // namespace communique::schema
