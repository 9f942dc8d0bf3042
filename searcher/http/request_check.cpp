// SPDX-License-Identifier: GPL-3.0-or-later
#include "searcher/http/request_check.h"

#include <utility>

#include "searcher/http/limits.h"
#include "searcher/http/target.h"

namespace communique::searcher::http {

namespace bhttp = boost::beast::http;

std::variant<Asked, Refusal> check_request(const RequestParser& parser, const HostCheck& hosts,
                                           const std::string& base_url) {
  const auto& head = parser.get();
  if (head.method() != bhttp::verb::get && head.method() != bhttp::verb::head) {
    return Refusal{405, "Only GET and HEAD are answered."};
  }
  if (parser.chunked() || parser.content_length().value_or(0) > 0) return Refusal{413, "Requests have no body here."};
  if (head.target().size() > limits::kTargetBytes) return Refusal{414, "The address is too long."};
  if (head.count(bhttp::field::host) != 1) return Refusal{400, "A request names one Host."};
  const std::string host(head[bhttp::field::host]);
  if (!hosts.is_ours(host)) {
    return Refusal{421, "This server does not answer to that name; its --base-url says to which it does."};
  }
  Result<Target> target = parse_target(std::string(head.target()));
  if (!target) return Refusal{400, target.error().message};
  Asked asked;
  asked.method = std::string(head.method_string());
  asked.target = std::string(head.target());
  asked.version = head.version();
  asked.keep_alive = head.keep_alive();
  asked.arrived = std::chrono::steady_clock::now();
  asked.if_none_match = std::string(head[bhttp::field::if_none_match]);
  asked.request = {target->path, target->parameters, std::string(head[bhttp::field::accept]),
                   base_url.empty() ? "http://" + host : base_url};
  return asked;
}

}  // namespace communique::searcher::http
