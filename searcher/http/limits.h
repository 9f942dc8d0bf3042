// SPDX-License-Identifier: GPL-3.0-or-later
// How much of anything the server takes. docs/operations.md lists them; each has a test at the limit and beyond it.
#pragma once

#include <chrono>
#include <cstddef>

namespace communique::searcher::http::limits {

inline constexpr std::size_t kHeaderBytes = 8 * 1024;  ///< request line and headers -> 431
inline constexpr std::size_t kTargetBytes = 6 * 1024;  ///< path and query string -> 414
inline constexpr std::size_t kConnections = 1024;      ///< open at once -> 503
/// Of one address; loopback is left out, as behind a proxy all come from there.
inline constexpr std::size_t kConnectionsOfAddress = 64;
inline constexpr std::size_t kRequestsOfConnection = 100;
inline constexpr std::size_t kQueue = 64;              ///< requests that wait for a worker -> 503
inline constexpr std::size_t kCacheBytes = 24 << 20;   ///< of answers kept for who asks again
inline constexpr std::chrono::seconds kHeaderWait{5};  ///< for a request's header, and between requests
inline constexpr std::chrono::seconds kWriteWait{5};   ///< for a client to take a piece of an answer
inline constexpr std::chrono::seconds kQueueWait{2};   ///< for a worker -> 503
inline constexpr std::chrono::seconds kSearch{2};      ///< for an answer to be made; not for writing a stream -> 503
inline constexpr std::chrono::seconds kReading{10};    ///< the same, where the text of all matches is read
inline constexpr std::chrono::seconds kDrain{10};      ///< for requests under way when the server is told to end
inline constexpr std::chrono::milliseconds kLookForGeneration{100};  ///< a worker looks at CURRENT so often at most

}  // namespace communique::searcher::http::limits
