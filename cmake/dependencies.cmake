# Every outside library, found once and wrapped in an imported target where its own package offers none.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(ICU 70 REQUIRED COMPONENTS uc i18n)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(ZLIB REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(pugixml REQUIRED)
find_package(tsl-robin-map REQUIRED)  # hash tables that are looked into for every word
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(CTEMPLATE REQUIRED IMPORTED_TARGET libctemplate)  # the page's templates, escaped by context
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)

# Differences of texts (headers alone), and where in a text a quotation fits best.
find_path(DTL_INCLUDE_DIR dtl/dtl.hpp REQUIRED)
pkg_check_modules(EDLIB REQUIRED IMPORTED_TARGET edlib-1)  # the CMake package of Debian 12 names a file it lacks

# libxapian's own config sets variables only; 1.4 offers move semantics when asked.
find_package(Xapian REQUIRED)
add_library(Xapian::Xapian INTERFACE IMPORTED)
set_target_properties(Xapian::Xapian PROPERTIES
  INTERFACE_INCLUDE_DIRECTORIES "${XAPIAN_INCLUDE_DIR}"
  INTERFACE_LINK_LIBRARIES "${XAPIAN_LIBRARIES}"
  INTERFACE_COMPILE_DEFINITIONS XAPIAN_MOVE_SEMANTICS)

# CLD2 ships neither a CMake package nor a .pc file.
find_path(CLD2_INCLUDE_DIR cld2/public/compact_lang_det.h REQUIRED)
find_library(CLD2_LIBRARY cld2 REQUIRED)
add_library(CLD2::CLD2 INTERFACE IMPORTED)
set_target_properties(CLD2::CLD2 PROPERTIES
  INTERFACE_INCLUDE_DIRECTORIES "${CLD2_INCLUDE_DIR}"
  INTERFACE_LINK_LIBRARIES "${CLD2_LIBRARY}")

# Only for tests/bench's inner-loops, which is left out where this is missing.
if(COMMUNIQUE_BENCH)
  find_package(benchmark QUIET)
endif()

if(COMMUNIQUE_MIMALLOC AND NOT COMMUNIQUE_SANITIZE)
  find_package(mimalloc REQUIRED)
endif()

# The allocator decides how well indexing scales over threads (measured: + 40 %); only executables link it.
function(communique_use_mimalloc target)
  if(TARGET mimalloc)
    target_link_libraries(${target} PRIVATE mimalloc)
  endif()
endfunction()
