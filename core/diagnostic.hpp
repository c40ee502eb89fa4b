// Messages about input. Library code never prints: it hands a Diagnostic to the sink that it
// was given, and `cli` decides how a person sees it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace fasti {

enum class Severity : std::uint8_t {
    note,    ///< worth knowing, nothing was lost
    warning, ///< something was repaired or left unresolved; the article is kept
    skipped, ///< this article (or entry, or line) was left out; the run goes on
};

/// What was wrong with the input, and where. `line` counts from 1, `byte` from 0 in the file.
struct Diagnostic {
    Severity severity = Severity::warning;
    std::string code; ///< stable, kebab-case: "invalid-utf8"
    std::string message;
    std::string path;
    std::optional<std::uint64_t> line;
    std::optional<std::uint64_t> byte;
};

using DiagnosticSink = std::function<void(const Diagnostic&)>;

} // namespace fasti
