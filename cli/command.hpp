// A command of the program: one file each, one row in the table of command.cpp. `setup` declares
// its arguments and does no work; the function that it returns does the work, so that commands
// are tested without a process.
#pragma once

#include "cli/console.hpp"

#include <CLI/CLI.hpp>

#include <functional>
#include <span>
#include <string_view>

namespace fasti::cli {

/// Does the work once the arguments are read; returns the exit code.
using Run = std::function<int(Console&)>;

struct Command {
    const char* name;
    const char* summary;
    const char* example; ///< shown by --help, run by the tests
    Run (*setup)(CLI::App& app);
};

/// All commands, in the order in which --help lists them.
[[nodiscard]] std::span<const Command> commands();

Run setup_annotate(CLI::App& app);
Run setup_build(CLI::App& app);
Run setup_export(CLI::App& app);
Run setup_parse(CLI::App& app);
Run setup_query(CLI::App& app);
Run setup_remove(CLI::App& app);
Run setup_resolve(CLI::App& app);
Run setup_rules(CLI::App& app);
Run setup_show(CLI::App& app);
Run setup_timeline(CLI::App& app);
Run setup_triples(CLI::App& app);
Run setup_view(CLI::App& app);

/// The whole program: reads `arguments` (without the program's name), runs the command, returns the exit code.
int run_program(std::span<const std::string> arguments, Console& console);

} // namespace fasti::cli
