// SPDX-License-Identifier: GPL-3.0-or-later
// Error codes to exit codes, and Xapian's exceptions to ours.
#include "schema/error.h"

#include <string>

#include "schema/xapian_guard.h"

namespace communique {

int exit_code(ErrorCode code) {
  switch (code) {
    case ErrorCode::Usage:
    case ErrorCode::Query:
    case ErrorCode::TooLong:
    case ErrorCode::Input:
      return exit_codes::kUsage;
    case ErrorCode::IndexMissing:
    case ErrorCode::IndexLocked:
    case ErrorCode::IndexVersion:
    case ErrorCode::IndexDamaged:
    case ErrorCode::Io:
    case ErrorCode::DiskFull:
      return exit_codes::kIndex;
    case ErrorCode::Interrupted:
      return exit_codes::kInterrupted;
  }
  return exit_codes::kIndex;
}

namespace schema {

namespace {

ErrorCode code_of(const Xapian::Error& error) {
  const std::string type = error.get_type();
  const std::string& text = error.get_msg();
  const char* system = error.get_error_string();
  const std::string cause = system ? system : "";
  if (text.find("No space left") != std::string::npos || cause.find("No space left") != std::string::npos ||
      cause.find("quota") != std::string::npos) {
    return ErrorCode::DiskFull;
  }
  if (type == "DatabaseLockError") return ErrorCode::IndexLocked;
  if (type == "DatabaseVersionError") return ErrorCode::IndexVersion;
  if (type == "DatabaseCorruptError" || type == "DatabaseOpeningError" || type == "DatabaseNotFoundError" ||
      type == "DatabaseModifiedError" || type == "SerialisationError") {
    return ErrorCode::IndexDamaged;
  }
  return ErrorCode::Io;
}

std::string hint_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::DiskFull:
      return "nothing published was lost; free some space and run the same command again";
    case ErrorCode::IndexLocked:
      return "wait for the other writer to finish";
    case ErrorCode::IndexDamaged:
      return "run `communique-indexer verify` to see which files are damaged, then restore them or index again";
    case ErrorCode::IndexVersion:
      return "index the corpus again with this version";
    default:
      return {};
  }
}

}  // namespace

void throw_from_xapian(const Xapian::Error& error, std::string_view doing) {
  const ErrorCode code = code_of(error);
  std::string message = "while " + std::string(doing) + ": " + error.get_msg();
  if (const char* system = error.get_error_string(); system != nullptr && *system != '\0') {
    message += std::string(" (") + system + ")";
  }
  throw Error(code, message, hint_of(code));
}

}  // namespace schema
}  // namespace communique
