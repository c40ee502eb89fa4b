// PDF through `pdftotext`, as a program of its own: poppler is GPL and its parsers have met more hostile files
// than ours ever will. Lines are joined into paragraphs again.
#include "ingest/lines.hpp"
#include "ingest/run.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>

extern char** environ;

namespace fasti::ingest {
namespace {

// A file without a name that holds `bytes`; −1 when there is no room.
int unnamed_file(std::string_view bytes) {
    std::string pattern = (std::filesystem::temp_directory_path() / "fasti-pdf-XXXXXX").string();
    const int file = ::mkstemp(pattern.data());
    if (file < 0) {
        return -1;
    }
    ::unlink(pattern.c_str());
    while (!bytes.empty()) {
        const ssize_t n = ::write(file, bytes.data(), bytes.size());
        if (n <= 0) {
            ::close(file);
            return -1;
        }
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    ::lseek(file, 0, SEEK_SET);
    return file;
}

struct Output {
    bool started = false;
    bool in_time = true;
    int status = 0;
    std::string text;
};

// Runs pdftotext with the file as its standard input, for so long and for so many bytes.
Output run_pdftotext(int file, const Limits& limits) {
    Output out;
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return out;
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, file, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::array<std::string, 6> words = {"pdftotext", "-enc", "UTF-8", "-nopgbrk", "-", "-"};
    std::array<char*, 7> arguments{};
    for (std::size_t i = 0; i < words.size(); ++i) {
        arguments[i] = words[i].data();
    }
    pid_t child = 0;
    out.started = ::posix_spawnp(&child, "pdftotext", &actions, nullptr, arguments.data(), environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(limits.program_seconds);
    std::array<char, 16 * 1024> block;
    while (out.started) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        pollfd wait{ends[0], POLLIN, 0};
        out.in_time = left.count() > 0 && ::poll(&wait, 1, static_cast<int>(left.count())) > 0;
        const ssize_t n = out.in_time ? ::read(ends[0], block.data(), block.size()) : 0;
        if (n <= 0 || out.text.size() > limits.article_bytes) {
            break;
        }
        out.text.append(block.data(), static_cast<std::size_t>(n));
    }
    ::close(ends[0]);
    if (out.started) {
        if (!out.in_time) {
            ::kill(child, SIGKILL);
        }
        ::waitpid(child, &out.status, 0);
    }
    return out;
}

// Lines to paragraphs: a blank line parts them, a hyphen before a small letter goes.
std::string paragraphs_of(std::string_view text) {
    std::string out;
    bool open = false;
    each_line(text, [&](std::string_view line, std::size_t) {
        line = trimmed(line);
        if (line.empty()) {
            open = false;
            return;
        }
        if (!open) {
            out += out.empty() ? "" : "\n\n";
        } else if (out.ends_with('-') && line.front() >= 'a' && line.front() <= 'z') {
            out.pop_back();
        } else {
            out += ' ';
        }
        out += line;
        open = true;
    });
    return out;
}

} // namespace

void read_pdf(ByteSource& bytes, const Input& input, Run& run) {
    const Place file{input.path, 1, 0};
    const auto whole = bytes.read_all(run.limits().article_bytes);
    if (bytes.failed()) {
        return;
    }
    if (!whole) {
        run.skip(file, "too-large", "the document is larger than an article may be");
        return;
    }
    const int copy = unnamed_file(*whole);
    if (copy < 0) {
        run.skip(file, "no-room", "there is no room for a temporary file");
        return;
    }
    const Output output = run_pdftotext(copy, run.limits());
    ::close(copy);
    const bool missing = !output.started || (WIFEXITED(output.status) && WEXITSTATUS(output.status) == 127);
    if (missing) {
        run.skip(file, "no-pdftotext", "PDF needs the program pdftotext (Debian: apt install poppler-utils)");
        return;
    }
    if (!output.in_time) {
        run.skip(file, "too-slow", "pdftotext took more than " + std::to_string(run.limits().program_seconds) + " s");
        return;
    }
    const auto text = run.checked_text(output.text, file);
    if (!text) {
        return;
    }
    Article article;
    article.text = paragraphs_of(*text);
    if (article.text.empty()) {
        run.skip(file, "no-text", "pdftotext finds no text in it; a scan needs recognition of characters first");
        return;
    }
    run.deliver(std::move(article), input, file, "pdf", Run::Holds::one);
}

} // namespace fasti::ingest
