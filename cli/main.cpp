// The process: standard streams, signals, exit code. Everything else is in command.cpp.
#include "cli/command.hpp"

#include <csignal>
#include <iostream>
#include <string>
#include <unistd.h>
#include <vector>

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    std::signal(SIGPIPE, SIG_DFL); // `fasti … | head` ends quietly
    std::signal(SIGXFSZ, SIG_IGN); // a file at its limit fails like a full disk, with a message
    fasti::cli::Console console{std::cin, std::cout, std::cerr, isatty(STDOUT_FILENO) == 1, isatty(STDERR_FILENO) == 1};
    if (argc > 0) {
        console.program = argv[0];
    }
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    const int code = fasti::cli::run_program(arguments, console);
    std::cout.flush();
    if (!std::cout && code <= fasti::cli::exit_skipped) {
        return fasti::cli::report(console,
                                  {fasti::ErrorCode::io, "the output could not be written", "standard output", ""});
    }
    return code;
}
