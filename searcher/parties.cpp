// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/parties.h"

#include <map>

#include "schema/terms.h"
#include "schema/xapian_guard.h"

namespace communique::searcher {

std::vector<std::vector<std::string>> parties_of(OpenIndex& index, const std::vector<DocumentPlace>& heads) {
  const std::string prefix(schema::prefix::kParty);
  std::map<std::size_t, std::map<Xapian::docid, std::size_t>> wanted;  // by shard and docid: number of the head
  for (std::size_t i = 0; i < heads.size(); ++i) wanted[heads[i].shard][heads[i].docid] = i;
  std::vector<std::vector<std::string>> parties(heads.size());
  schema::guard_xapian("reading who takes part", [&] {
    for (const auto& [shard, numbers] : wanted) {
      const Xapian::Database& database = index.shard(shard);
      for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
        const std::string value = (*term).substr(prefix.size());
        auto at = database.postlist_begin(*term);
        for (const auto& [docid, number] : numbers) {
          at.skip_to(docid);
          if (at == database.postlist_end(*term)) break;
          if (*at == docid) parties[number].push_back(value);
        }
      }
    }
  });
  return parties;
}

}  // namespace communique::searcher
