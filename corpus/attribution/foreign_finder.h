// SPDX-License-Identifier: GPL-3.0-or-later
// The rules for French, Spanish, German and Russian: quotations (foreign_quotations.cpp) and reported speech
// (foreign.cpp).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "corpus/attribution/attribution.h"
#include "corpus/attribution/foreign_phrases.h"

namespace communique::corpus::attribution {

/// Shares judged by reading, as there is no gold in these languages.
inline constexpr float kQuotedConfidence = 0.85F;
inline constexpr float kMixedConfidence = 0.65F;
inline constexpr float kReportedConfidence = 0.5F;

/// Tokens between a cue and its "that": recipients, "de son côté".
inline constexpr std::uint32_t kMaxToThat = 10;

/// A reported clause runs no further, in tokens: longer sentences are lists or lost their stops.
inline constexpr std::uint32_t kMaxReportedTokens = 400;

/// Finds the attributions of one text; lives for one call.
class ForeignFinder {
 public:
  ForeignFinder(const ForeignText& text, Tongue tongue) : text_(text), tongue_(tongue), taken_(text.tokens.size()) {}
  std::vector<Attribution> find();

 private:
  struct Found {
    std::optional<Run> source;
    std::optional<Span> source_span;  ///< where the source is less than a token
    Run cue;
    std::vector<Run> content;
    SpeechType type = SpeechType::Direct;
    float confidence = 0;
    bool joint = false;
    std::string_view rule;
  };

  void read_quotation(std::size_t number);
  void read_sentence(std::uint32_t first, std::uint32_t end);
  bool read_cue_after_quotation(std::size_t number);
  bool read_mark_after_quotation(std::uint32_t at, Found& found) const;
  void join_next_quotations(std::size_t number, std::uint32_t end, Found& found);
  void read_report(const ForeignCue& cue, std::uint32_t end);
  void read_aside(const ForeignCue& cue, std::uint32_t end);
  void read_source_mark(std::uint32_t at, std::uint32_t end);
  std::uint32_t content_start(const ForeignCue& cue, std::uint32_t after, std::uint32_t end) const;
  std::uint32_t content_end(std::uint32_t start, std::uint32_t end) const;
  std::optional<Run> source_after(const ForeignCue& cue, Found& found) const;
  bool is_free(const Run& run) const;
  void add(Found found);

  const ForeignText& text_;
  Tongue tongue_;
  std::vector<bool> taken_;  ///< tokens of contents and cues found so far
  std::vector<Attribution> found_;
};

}  // namespace communique::corpus::attribution
