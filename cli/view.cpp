// fasti view: the story's page, served on this machine or written as one offline file.
#include "cli/command.hpp"
#include "cli/output_file.hpp"
#include "cli/view_server.hpp"
#include "cli/viewer_template.hpp"
#include "exporters/viewer.hpp"
#include "graph/story.hpp"

#include <cstdlib>
#include <memory>
#include <spawn.h>
#include <sys/wait.h>

namespace fasti::cli {
namespace {

struct Options {
    std::string story;
    std::string output;
    ViewServerOptions server;
    bool no_browser = false;
};

Result<graph::GraphView> read_view(const std::string& path) {
    const auto story = graph::Story::open_readonly(path);
    if (!story) {
        return story.error();
    }
    return story->view();
}

// By the desktop's own opener, which may outlive the command that calls it; without a desktop nothing happens.
void open_browser(const std::string& address) {
    const auto set = [](const char* name) {
        const char* value = std::getenv(name);
        return value != nullptr && *value != '\0';
    };
    if (!set("DISPLAY") && !set("WAYLAND_DISPLAY")) {
        return;
    }
    std::string shell = "sh";
    std::string flag = "-c";
    std::string script = R"(xdg-open "$0" >/dev/null 2>&1 </dev/null &)";
    std::string given = address;
    char* arguments[] = {shell.data(), flag.data(), script.data(), given.data(), nullptr};
    pid_t child = 0;
    if (posix_spawn(&child, "/bin/sh", nullptr, nullptr, arguments, environ) == 0) {
        int status = 0;
        waitpid(child, &status, 0);
    }
}

int write_page(const Options& options, const std::string& page, Console& console) {
    auto file = OutputFile::open(options.output);
    if (!file) {
        return report(console, file.error());
    }
    const auto view = read_view(options.story);
    if (!view) {
        return report(console, view.error());
    }
    exporters::write_viewer_page(*view, page, file->stream());
    const Status done = file->commit();
    return done ? static_cast<int>(exit_done) : report(console, done.error());
}

int serve(const Options& options, std::string page, Console& console) {
    auto view = read_view(options.story);
    if (!view) {
        return report(console, view.error());
    }
    auto server = ViewServer::open(exporters::WholeStory(*std::move(view)), std::move(page), options.server);
    if (!server) {
        return report(console, server.error());
    }
    const std::string& address = (*server)->address();
    console.out << address << std::endl; // whoever started the program waits for this line
    console.err << "the address is for this machine alone; Ctrl+C ends the server\n";
    if (!options.no_browser && console.out_is_terminal) {
        open_browser(address);
    }
    const Status served = (*server)->serve_until_signal();
    return served ? static_cast<int>(exit_done) : report(console, served.error());
}

int run(const Options& options, Console& console) {
    auto page = viewer_template();
    if (!page) {
        return report(console, page.error());
    }
    return options.output.empty() ? serve(options, *std::move(page), console) : write_page(options, *page, console);
}

} // namespace

Run setup_view(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("story", options->story, "Folder of the story")->required();
    app.add_option("-o,--output", options->output, "Write the page to this file instead, to be opened offline");
    app.add_option("--port", options->server.port, "Port on 127.0.0.1; the system chooses when left out");
    app.add_option("--events", options->server.most_events,
                   "Events in the page at a time; of a larger story the period that is looked at is loaded")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    app.add_flag("--no-browser", options->no_browser, "Only print the address");
    return [options](Console& console) { return run(*options, console); };
}

} // namespace fasti::cli
