// See console.hpp.
#include "cli/console.hpp"

#include <fmt/format.h>

namespace fasti::cli {
namespace {

std::string place_of(const Diagnostic& diagnostic) {
    std::string place = diagnostic.path;
    if (diagnostic.line) {
        place += fmt::format("{}line {}", place.empty() ? "" : ", ", *diagnostic.line);
    }
    if (diagnostic.byte) {
        place += fmt::format("{}byte {}", place.empty() ? "" : ", ", *diagnostic.byte);
    }
    return place;
}

// "40 s", "12 min", "3 h 05 min"
std::string spoken(double seconds) {
    const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
    return whole < 100    ? fmt::format("{} s", whole)
           : whole < 5400 ? fmt::format("{} min", (whole + 30) / 60)
                          : fmt::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
}

} // namespace

std::string counted(std::uint64_t n, std::string_view one) {
    return fmt::format("{} {}{}", n, one, n == 1 ? "" : "s");
}

std::string Console::styled(std::string_view text, std::string_view style) const {
    return color ? fmt::format("\x1b[{}m{}\x1b[0m", style, text) : std::string(text);
}

int report(Console& console, const Error& error) {
    console.err << console.styled("fasti:", "1;31") << ' ' << error.message;
    if (!error.place.empty()) {
        console.err << " (" << error.place << ')';
    }
    console.err << '\n';
    if (!error.hint.empty()) {
        console.err << "  try: " << error.hint << '\n';
    }
    switch (error.code) {
    case ErrorCode::usage:
        return exit_usage;
    case ErrorCode::not_found:
        return exit_not_found;
    case ErrorCode::io:
    case ErrorCode::format:
    case ErrorCode::version:
    case ErrorCode::busy:
    case ErrorCode::internal:
        break;
    }
    return exit_failed;
}

void DiagnosticPrinter::operator()(const Diagnostic& diagnostic) {
    const std::lock_guard lock(mutex_);
    std::string_view word = "note";
    std::string_view style = "36";
    if (diagnostic.severity == Severity::skipped) {
        ++skipped_;
        if (kept_.size() < kept_at_most) {
            kept_.push_back(diagnostic);
        }
        word = "skipped";
        style = "31";
    } else if (diagnostic.severity == Severity::warning) {
        ++warnings_;
        word = "warning";
        style = "33";
    }
    if (++shown_ > shown_at_most) {
        return;
    }
    const std::string place = place_of(diagnostic);
    console_.err << console_.styled(word, style) << ": " << place << (place.empty() ? "" : ": ") << diagnostic.message
                 << " [" << diagnostic.code << "]\n";
}

int DiagnosticPrinter::finish() {
    if (shown_ > shown_at_most) {
        console_.err << "… and " << counted(shown_ - shown_at_most, "more message") << '\n';
    }
    if (skipped_ > 0) {
        console_.err << counted(skipped_, "input") << " skipped, " << counted(warnings_, "warning") << '\n';
        return exit_skipped;
    }
    return exit_done;
}

Progress::Progress(Console& console, std::string_view what) : console_(console), what_(what) {}

void Progress::step(std::uint64_t bytes, std::uint64_t position) {
    ++count_;
    bytes_ += bytes;
    const auto now = Clock::now();
    if (!console_.err_is_terminal || now - drawn_ < std::chrono::milliseconds(100)) {
        return;
    }
    drawn_ = now;
    const double seconds = std::chrono::duration<double>(now - begun_).count();
    const double megabytes = static_cast<double>(bytes_) / 1e6;
    std::string line =
        fmt::format("{} {}, {:.1f} MB, {:.0f}/s", count_, what_, megabytes, static_cast<double>(count_) / seconds);
    if (total_ > 0 && position > 0) {
        const double share = std::min(1.0, static_cast<double>(position) / static_cast<double>(total_));
        const auto filled = static_cast<std::size_t>(share * 20);
        line = fmt::format("[{:<20}] {}, {} left", std::string(filled, '#'), line, spoken(seconds / share - seconds));
    }
    draw(line);
}

void Progress::say(std::string_view what) {
    if (console_.err_is_terminal) {
        draw(fmt::format("{} {}, {}", count_, what_, what));
    }
}

void Progress::draw(std::string_view line) {
    on_screen_ = true;
    console_.err << "\r\x1b[K" << line << std::flush;
}

void Progress::clear() {
    if (on_screen_) {
        console_.err << "\r\x1b[K" << std::flush;
        on_screen_ = false;
    }
}

} // namespace fasti::cli
