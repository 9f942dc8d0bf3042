// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/render/evaluation.h"

#include <cstdio>

#include "schema/utf8.h"
#include "searcher/render/json_values.h"
#include "searcher/render/render.h"

namespace communique::searcher {
namespace {

constexpr std::size_t kNameWidth = 10;
constexpr int kColumnWidth = 9;

/// Four digits after the point, right-aligned; `sign`: with + or -.
std::string figure(double value, bool sign = false) {
  std::array<char, 32> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), sign ? "%+*.4f" : "%*.4f", kColumnWidth, value);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string padded(std::string_view text, std::size_t width) {
  std::string cell(text);
  cell.append(width > cell.size() ? width - cell.size() : 0, ' ');
  return cell;
}

std::string right(std::string_view text) {
  const auto width = static_cast<std::size_t>(kColumnWidth);
  return std::string(width > text.size() ? width - text.size() : 0, ' ') + std::string(text);
}

void add_topics(const Evaluation& evaluation, std::string& out) {
  std::size_t width = kNameWidth;
  for (const TopicScores& topic : evaluation.topics) width = std::max(width, topic.topic.size() + 1);
  out += padded("topic", width);
  for (const std::string_view measure : kMeasures) out += right(measure);
  out += '\n';
  for (const TopicScores& topic : evaluation.topics) {
    out += padded(schema::without_controls(topic.topic), width);
    for (const double score : topic.scores) out += figure(score);
    out += '\n';
  }
  out += '\n';
}

std::string heading(const Evaluation& evaluation) {
  const std::size_t count = evaluation.topics.size();
  std::string text = std::to_string(count) + (count == 1 ? " topic" : " topics");
  if (evaluation.searched) {
    text += evaluation.searched->unit == Unit::Statement ? ", by statement" : ", by passage";
    text += ", " + std::to_string(evaluation.searched->depth) + " deep";
  }
  return text;
}

Json scores_json(const Scores& scores) {
  Json json = Json::object();
  for (std::size_t i = 0; i < scores.size(); ++i) json[std::string(kMeasures[i])] = scores[i];
  return json;
}

Json comparison_json(const Comparison& comparison) {
  Json measures = Json::object();
  for (std::size_t i = 0; i < kMeasures.size(); ++i) {
    const Difference& one = comparison.differences[i];
    measures[std::string(kMeasures[i])] = {
        {"other", comparison.mean[i]}, {"difference", one.mean}, {"interval", {one.low, one.high}}, {"p", one.p}};
  }
  return {{"run", comparison.run},
          {"draws", comparison.bootstrap.draws},
          {"seed", comparison.bootstrap.seed},
          {"measures", std::move(measures)}};
}

}  // namespace

void render_evaluation_text(const Evaluation& evaluation, std::string& out) {
  if (evaluation.per_topic) add_topics(evaluation, out);
  out += heading(evaluation) + "\n\n";
  const auto& comparison = evaluation.comparison;
  if (comparison) {
    out += padded("", kNameWidth) + right("this") + right("other") + "  difference  95 % interval               p\n";
  }
  for (std::size_t i = 0; i < kMeasures.size(); ++i) {
    out += padded(kMeasures[i], kNameWidth) + figure(evaluation.mean[i]);
    if (comparison) {
      const Difference& one = comparison->differences[i];
      out += figure(comparison->mean[i]) + "   " + figure(one.mean, true) + " " + figure(one.low, true) + " .." +
             figure(one.high, true) + figure(one.p);
    }
    out += '\n';
  }
  if (!comparison) return;
  out += "\nother: " + schema::without_controls(comparison->run) + "; paired bootstrap, " +
         std::to_string(comparison->bootstrap.draws) + " draws, seed " + std::to_string(comparison->bootstrap.seed) +
         "\n";
}

void render_evaluation_json(const Evaluation& evaluation, std::string& out) {
  Json json = {{"api_version", kJsonApiVersion}, {"topics", evaluation.topics.size()}};
  if (const auto& searched = evaluation.searched) {
    json["by"] = searched->unit == Unit::Statement ? "statement" : "passage";
    json["depth"] = searched->depth;
    json["unjudged_topics"] = searched->unjudged_topics;
    json["absent_topics"] = searched->absent_topics;
    json["judged_ids"] = searched->judged_ids;
    json["unknown_ids"] = searched->unknown_ids;
  }
  json["measures"] = scores_json(evaluation.mean);
  if (evaluation.comparison) json["comparison"] = comparison_json(*evaluation.comparison);
  if (evaluation.per_topic) {
    json["per_topic"] = Json::array();
    for (const TopicScores& topic : evaluation.topics) {
      json["per_topic"].push_back({{"topic", topic.topic}, {"measures", scores_json(topic.scores)}});
    }
  }
  out += dump(json) + '\n';
}

}  // namespace communique::searcher
