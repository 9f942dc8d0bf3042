// SPDX-License-Identifier: GPL-3.0-or-later
// How was it said, and how sure must we be of who said it?
#pragma once

#include <cstdint>
#include <string_view>

namespace communique::schema {

/// Direct: the content is all between quotation marks, or a labelled turn. Mixed: in part. Indirect: reported.
enum class SpeechType : std::uint8_t { Direct, Mixed, Indirect };

constexpr std::string_view to_string(SpeechType type) {
  return type == SpeechType::Direct ? "direct" : type == SpeechType::Mixed ? "mixed" : "indirect";
}

/// From this confidence on, an attribution is shown as a fact (precision near .79 on news, and five of six read at
/// random in readouts and briefings), and from the lower one on `said-by:` finds it.
inline constexpr float kShownConfidence = 0.45F;
inline constexpr float kFoundConfidence = 0.25F;
/// The same as AttributionRecord::confidence has them.
inline constexpr int kShownPercent = static_cast<int>(kShownConfidence * 100);
inline constexpr int kFoundPercent = static_cast<int>(kFoundConfidence * 100);

}  // namespace communique::schema
