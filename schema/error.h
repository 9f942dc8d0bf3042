// SPDX-License-Identifier: GPL-3.0-or-later
// How things fail: what can not go on throws Error (caught in main, the HTTP handler and thread tops only);
// what is expected of input or of a query is a value (Result<T>, or a Rejection in corpus/).
#pragma once

#include <cassert>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

namespace communique {

/// Why a program could not go on. Each code has one process exit code, see exit_code().
enum class ErrorCode {
  Usage,         ///< the command line is wrong, or an input that was named does not exist
  Query,         ///< the query can not be understood, or is over a cap
  TooLong,       ///< the search took longer than whoever asked allows
  IndexMissing,  ///< no index there
  IndexLocked,   ///< another writer holds it
  IndexVersion,  ///< written by another format, schema or normaliser version
  IndexDamaged,  ///< a file is missing, cut or altered
  Input,         ///< an input that was named can not be read
  Io,            ///< the system refused to read or write
  DiskFull,      ///< no space left for the new generation; the old one stands
  Interrupted,   ///< stopped by a signal before anything was published
};

/// What ends a run: one sentence saying what happened and where, and one saying what to do next.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message, std::string hint = {})
      : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}

  ErrorCode code() const { return code_; }
  /// What the user can do next; may be empty.
  const std::string& hint() const { return hint_; }

 private:
  ErrorCode code_;
  std::string hint_;
};

/// Process exit codes, the one table that help, docs and mains share.
namespace exit_codes {
inline constexpr int kDone = 0;           ///< found, or done
inline constexpr int kNothing = 1;        ///< nothing matched
inline constexpr int kUsage = 2;          ///< usage or query error
inline constexpr int kIndex = 3;          ///< index missing, locked, of another version, damaged, or not writable
inline constexpr int kRejects = 4;        ///< finished, but records were rejected and --strict was given
inline constexpr int kInterrupted = 130;  ///< stopped by a signal (128 + SIGINT, as shells count)
}  // namespace exit_codes

/// The exit code that belongs to an error.
int exit_code(ErrorCode code);

/// What is wrong with a value a user gave, and where: `offset` counts UTF-8 bytes into that value.
struct ValueError {
  std::string message;
  std::string hint;
  std::size_t offset = 0;
};

/// A value or the reason there is none. A small part of std::expected's interface, which GCC 12 lacks.
template <class T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}           // NOLINT(google-explicit-constructor)
  Result(ValueError error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  const T& value() const& {
    assert(has_value());
    return std::get<0>(state_);
  }
  T&& value() && {
    assert(has_value());
    return std::get<0>(std::move(state_));
  }
  const T& operator*() const& { return value(); }
  const T* operator->() const { return &value(); }
  const ValueError& error() const {
    assert(!has_value());
    return std::get<1>(state_);
  }

 private:
  std::variant<T, ValueError> state_;
};

}  // namespace communique
