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
    bool color = false;            ///< of stderr and of tables
    std::string program = "fasti"; ///< as it was called, for commands to paste

    /// `text` between the escape codes of `style` ("1;31"), or as it is where colour is off.
    [[nodiscard]] std::string styled(std::string_view text, std::string_view style) const;
};

/// "1 article", "3 articles".
[[nodiscard]] std::string counted(std::uint64_t n, std::string_view one);

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
    /// The first of those that stand for something skipped, for the report of the run.
    [[nodiscard]] const std::vector<Diagnostic>& kept() const { return kept_; }
    /// "3 skipped, 2 warnings" on stderr when there were any; the exit code of a run that ended well.
    int finish();

private:
    static constexpr std::uint64_t shown_at_most = 200;
    static constexpr std::size_t kept_at_most = 1000;

    Console& console_;
    std::mutex mutex_;
    std::vector<Diagnostic> kept_;
    std::uint64_t skipped_ = 0;
    std::uint64_t warnings_ = 0;
    std::uint64_t shown_ = 0;
};

/// A line on a terminal's stderr that is written over: articles, bytes, rate, time left. Silent elsewhere.
class Progress {
public:
    Progress(Console& console, std::string_view what);
    ~Progress() { clear(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Whether anybody sees it.
    [[nodiscard]] bool shown() const { return console_.err_is_terminal; }
    /// The whole input, in bytes of its files; without it no time left is shown.
    void set_total(std::uint64_t input_bytes) { total_ = input_bytes; }
    /// One more article with `bytes` of text is done, and the input is done up to `position`.
    void step(std::uint64_t bytes, std::uint64_t position);
    /// What goes on after the last article: "linking".
    void say(std::string_view what);
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    void draw(std::string_view line);

    Console& console_;
    std::string what_;
    Clock::time_point begun_ = Clock::now();
    Clock::time_point drawn_ = begun_;
    std::uint64_t count_ = 0;
    std::uint64_t bytes_ = 0;
    std::uint64_t total_ = 0;
    bool on_screen_ = false;
};

} // namespace fasti::cli
