// The person (or program) at the other end: streams, whether they are a terminal, colour, and
// how errors and diagnostics are put into words. All that Fasti says goes through here.
#pragma once

#include "core/diagnostic.hpp"
#include "core/result.hpp"

#include <chrono>
#include <cstdint>
#include <istream>
#include <mutex>
#include <ostream>
#include <string>
#include <string_view>

namespace fasti::cli {

/// What the program ends with; other programs rely on these numbers.
enum ExitCode : int {
    exit_done = 0,
    exit_skipped = 1, ///< done, but some input was left out
    exit_usage = 2,
    exit_failed = 3,
    exit_not_found = 4, ///< nothing of that name or id in the story
};

struct Console {
    std::istream& in;
    std::ostream& out; ///< data
    std::ostream& err; ///< everything else
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    bool color = false; ///< of stderr and of tables

    /// `text` between the escape codes of `style` ("1;31"), or as it is where colour is off.
    [[nodiscard]] std::string styled(std::string_view text, std::string_view style) const;
};

/// Prints the error with place and hint; returns the exit code that stands for it.
int report(Console& console, const Error& error);

/// Prints diagnostics as they come and counts what was skipped. Safe from several threads.
class DiagnosticPrinter {
public:
    explicit DiagnosticPrinter(Console& console) : console_(console) {}

    void operator()(const Diagnostic& diagnostic);
    [[nodiscard]] DiagnosticSink sink() {
        return [this](const Diagnostic& diagnostic) { (*this)(diagnostic); };
    }
    [[nodiscard]] std::uint64_t skipped() const { return skipped_; }
    /// "3 skipped, 2 warnings" on stderr when there were any; the exit code of a run that ended well.
    int finish();

private:
    static constexpr std::uint64_t shown_at_most = 200;

    Console& console_;
    std::mutex mutex_;
    std::uint64_t skipped_ = 0;
    std::uint64_t warnings_ = 0;
    std::uint64_t shown_ = 0;
};

/// A line on a terminal's stderr that is written over: articles, bytes, rate. Silent elsewhere.
class Progress {
public:
    Progress(Console& console, std::string_view what);
    ~Progress() { clear(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// One more thing of `bytes` is done. `total_bytes` 0: unknown.
    void step(std::uint64_t bytes);
    void set_total(std::uint64_t bytes) { total_bytes_ = bytes; }
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    Console& console_;
    std::string what_;
    Clock::time_point begun_ = Clock::now();
    Clock::time_point drawn_ = begun_;
    std::uint64_t count_ = 0;
    std::uint64_t bytes_ = 0;
    std::uint64_t total_bytes_ = 0;
    bool on_screen_ = false;
};

} // namespace fasti::cli
