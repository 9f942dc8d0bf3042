// SPDX-License-Identifier: GPL-3.0-or-later
// What does a statement say, when, in which language, naming whom, and who says what in it? analyse() is the only
// function that knows the order of the steps.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/attribution/attribution.h"
#include "corpus/events/dates.h"
#include "corpus/span.h"
#include "corpus/statement.h"
#include "schema/gazetteer.h"

namespace communique::corpus {

/// A leader named in the text.
struct Mention {
  Span span;
  schema::LeaderNumber leader = 0;
  schema::NameForm form = schema::NameForm::Full;
};

/// A passage: passages follow one another without gap or overlap and cover the whole text.
struct Passage {
  Span span;
  std::vector<Span> sentences;   ///< offsets into the statement's text; white space between sentences is in none
  std::vector<Mention> mentions; ///< offsets into the statement's text
};

struct AnalysedStatement {
  Statement statement;
  std::string lang;                          ///< ISO 639-1; as given or detected; empty if neither
  std::vector<schema::LeaderNumber> speaker; ///< the speaker as a leader: none or one
  std::vector<schema::LeaderNumber> title_leaders;  ///< leaders named in the title, each once
  std::vector<std::string> parties;          ///< alpha-3 codes and leader ids of who takes part, from metadata and title
  std::vector<Passage> passages;
  std::vector<Attribution> attributions;  ///< in order of their content
  std::string type;                       ///< as given, else as inferred; empty if neither
  bool type_inferred = false;
  schema::Date date;  ///< the statement's, or one found in its text; meaningful only if date_origin is not None
  schema::DateOrigin date_origin = schema::DateOrigin::None;
  std::string date_reason;       ///< why, where the date was found in the text
  float date_confidence = 1;     ///< 0 to 1; 1 for a date that was given
  std::vector<TimeExpression> times;  ///< in order of the text
};

/// How long a passage may get. Longer single sentences are cut at a word.
struct PassageLimits {
  std::uint32_t words = 200;   ///< most words of a passage
};

/// Analyses statements one at a time; keeps buffers between calls: one object per thread. The gazetteer must outlive it.
class Analyser {
 public:
  explicit Analyser(const schema::Gazetteer& gazetteer, PassageLimits limits = {});
  ~Analyser();
  AnalysedStatement analyse(Statement statement);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Raised whenever the analysis of the same statement comes out otherwise; part of a statement's version key.
inline constexpr int kAnalysisVersion = 2;

}  // namespace communique::corpus
