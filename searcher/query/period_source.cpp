// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/query/period_source.h"

#include <algorithm>
#include <string>

#include "schema/terms.h"

namespace communique::searcher {
namespace {

class PeriodSource : public Xapian::PostingSource {
 public:
  explicit PeriodSource(std::vector<schema::DateRange> periods) : periods_(std::move(periods)) {}

  PostingSource* clone() const override { return new PeriodSource(periods_); }

  void init(const Xapian::Database& database) override {
    database_ = database;
    dates_ = database_.valuestream_begin(schema::slot::kDate);
    last_ = database_.get_lastdocid();
    at_ = 0;
  }

  // As many as there can be, so that Xapian puts it behind everything else that an AND holds.
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return database_.get_doccount(); }
  Xapian::doccount get_termfreq_max() const override { return database_.get_doccount(); }

  void next(double min_weight) override { skip_to(at_ + 1, min_weight); }

  void skip_to(Xapian::docid docid, double) override {
    for (at_ = std::max(docid, at_); at_ <= last_ && !matches(at_);) ++at_;
  }

  bool check(Xapian::docid docid, double) override {
    at_ = docid;
    return matches(docid);
  }

  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }
  std::string get_description() const override { return "PeriodSource(" + std::to_string(periods_.size()) + ")"; }

 private:
  bool matches(Xapian::docid docid) {
    if (dates_ == database_.valuestream_end(schema::slot::kDate)) return true;
    if (!dates_.check(docid)) return true;  // no value: undated
    if (dates_ == database_.valuestream_end(schema::slot::kDate) || dates_.get_docid() != docid) return true;
    const schema::Date date = schema::date_from_value(*dates_);
    return std::any_of(periods_.begin(), periods_.end(), [&](const schema::DateRange& period) {
      return !(period.from && date.last_day() < *period.from) && !(period.to && *period.to < date.first_day());
    });
  }

  std::vector<schema::DateRange> periods_;  ///< precise to the day
  Xapian::Database database_;
  Xapian::ValueIterator dates_;
  Xapian::docid last_ = 0;
  Xapian::docid at_ = 0;
};

}  // namespace

Xapian::Query periods_query(const std::vector<schema::DateRange>& periods) {
  return Xapian::Query((new PeriodSource(periods))->release());
}

}  // namespace communique::searcher
