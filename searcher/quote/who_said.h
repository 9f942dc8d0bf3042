// SPDX-License-Identifier: GPL-3.0-or-later
// Who says the words at a place in a statement, and is it whom somebody claims?
#pragma once

#include <string>
#include <vector>

#include "schema/record.h"
#include "schema/speech.h"
#include "searcher/open_index.h"
#include "searcher/query/resolve.h"
#include "searcher/said.h"

namespace communique::searcher {

struct WhoSaid {
  enum class Basis {
    Attribution,  ///< the text says who
    Speaker,      ///< it is the statement's speaker
    Nobody,       ///< nobody is known
  };
  Basis basis = Basis::Nobody;
  std::vector<schema::SpeakerRecord> speakers;  ///< several if said jointly
  std::vector<std::string> names;               ///< of them, to show
  schema::SpeechType type = schema::SpeechType::Direct;
  std::string cue;     ///< as printed; empty if there is none or it stands in another passage
  int confidence = 0;  ///< percent; of an attribution
};

/// Of a piece of a passage's text. An attribution counts if it is sure enough to be shown and holds half of the piece; of
/// several the one that holds the most of it, of those the shortest.
WhoSaid who_said(const schema::StatementRecord& statement, const schema::PassageRecord& passage,
                 const schema::Extent& piece);

/// A name, an alias or an office, as somebody who quotes gives it.
class ClaimedSpeaker {
 public:
  ClaimedSpeaker(OpenIndex& index, std::string name);

  /// Whom the gazetteer knows by the name, to show; the name itself if nobody.
  const std::string& shown() const { return shown_; }
  /// True if the gazetteer knows somebody by the name.
  bool known() const { return known_; }
  /// An office is whoever held it at the statement's date.
  bool is(const schema::SpeakerRecord& speaker, const schema::StatementRecord& statement) const;
  bool is_any(const WhoSaid& who, const schema::StatementRecord& statement) const;

 private:
  struct Holder {
    std::string leader;
    const schema::Tenure* tenure;
  };
  std::string shown_;
  bool known_ = false;
  WantedSpeaker wanted_;
  std::vector<Holder> holders_;
};

/// The statement's speaker as one of its attributions would name him; both parts empty if it has none.
schema::SpeakerRecord speaker_of(const schema::StatementRecord& statement);

}  // namespace communique::searcher
