// SPDX-License-Identifier: GPL-3.0-or-later
// The first, the latest and how many, of each value of a field.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "searcher/first_use/first_use.h"

namespace communique::searcher {

/// A matching passage with the facts a tally needs.
struct TalliedPassage {
  const schema::StatementRecord& statement;
  std::uint64_t statement_number;  ///< another one for each statement, its passages side by side
  std::uint32_t passage_number;
};

/// 20210000 and 20210300 come after every day of theirs; undated statements after all.
std::uint32_t certain_day(const schema::StatementRecord& statement);

class FirstTally {
 public:
  /// Of one value of one passage; once for each value.
  void add(const std::string& value, const std::string& label, const TalliedPassage& passage);
  /// A statement none of whose passages has a value.
  void add_without() { ++without_; }

  FirstTable table(FirstBy by, std::size_t limit) const;

 private:
  struct Entry {
    FirstRow row;
    std::uint32_t first_day = 0;
    std::uint32_t latest_day = 0;
    std::uint64_t last_statement = 0;
  };
  std::map<std::string, Entry> entries_;
  std::uint64_t without_ = 0;
};

}  // namespace communique::searcher
