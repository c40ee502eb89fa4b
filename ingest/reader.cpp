// See reader.hpp. Walks the paths, tells formats by content, and calls the reader of each. The table
// of formats below is the only list of them.
#include "ingest/reader.hpp"

#include "ingest/dates.hpp"
#include "ingest/lines.hpp"
#include "ingest/run.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace fasti::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t head_size = 4096;

struct Format {
    FormatInfo info;
    Reader read;
    /// True when the first bytes of an input can only be this; nullptr where only the name tells.
    bool (*looks_like)(std::string_view head);
    std::array<std::string_view, 3> extensions;
};

std::string_view after_blanks(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) {
        head.remove_prefix(3);
    }
    return head.substr(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
}

// An object whose first line ends with its closing brace.
bool looks_like_json_lines(std::string_view head) {
    head = after_blanks(head);
    if (!head.starts_with('{')) {
        return false;
    }
    const std::string_view inner = after_blanks(head.substr(1));
    if (!inner.starts_with('"') && !inner.starts_with('}')) {
        return false;
    }
    const std::size_t end = head.find('\n');
    return end == std::string_view::npos ? head.size() >= head_size / 2 || trimmed(head).ends_with('}')
                                         : trimmed(head.substr(0, end)).ends_with('}');
}

bool looks_like_json(std::string_view head) {
    head = after_blanks(head);
    if (head.starts_with('[')) {
        return after_blanks(head.substr(1)).starts_with('{');
    }
    return head.starts_with('{') && after_blanks(head.substr(1)).starts_with('"');
}

// Markup that only a page begins with, within the first bytes.
bool looks_like_html(std::string_view head) {
    head = after_blanks(head);
    if (!head.starts_with('<')) {
        return false;
    }
    for (const std::string_view begin :
         {"<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<table", "<title", "<main", "<h1"}) {
        if (starts_ignoring_case(head, begin)) {
            return true;
        }
    }
    // Behind comments and declarations; XML of other kinds has paragraphs and a title, too.
    const std::string low = ascii_lowered(head);
    return low.find("<html") != std::string::npos || low.find("<!doctype html") != std::string::npos ||
           low.starts_with("<?xml");
}

bool looks_like_feed(std::string_view head) {
    head = after_blanks(head);
    return head.starts_with('<') &&
           (head.find("<rss") != std::string_view::npos || head.find("<feed") != std::string_view::npos ||
            head.find("<rdf:RDF") != std::string_view::npos);
}

bool looks_like_warc(std::string_view head) {
    return head.starts_with("WARC/1.") || head.starts_with("WARC/0.");
}

// The name of the first entry of a zip; empty for everything else.
std::string_view first_zip_entry(std::string_view head) {
    constexpr std::size_t header = 30;
    if (!head.starts_with("PK\x03\x04") || head.size() < header) {
        return {};
    }
    const auto length = static_cast<std::size_t>(static_cast<unsigned char>(head[26])) |
                        static_cast<std::size_t>(static_cast<unsigned char>(head[27])) << 8;
    return head.substr(header, length);
}

bool looks_like_docx(std::string_view head) {
    const std::string_view name = first_zip_entry(head);
    return name == "[Content_Types].xml" || name == "_rels/.rels" || name.starts_with("docProps/") ||
           name.starts_with("word/");
}

bool looks_like_odt(std::string_view head) {
    return first_zip_entry(head) == "mimetype" &&
           head.find("application/vnd.oasis.opendocument.text") != std::string_view::npos;
}

bool looks_like_pdf(std::string_view head) {
    return head.starts_with("%PDF-");
}

bool looks_like_archive(std::string_view head) {
    for (const std::string_view magic : {std::string_view("\x1f\x8b"), std::string_view("\x28\xb5\x2f\xfd"),
                                         std::string_view("PK\x03\x04"), std::string_view("BZh"),
                                         std::string_view("\xfd"
                                                          "7zXZ")}) {
        if (head.starts_with(magic)) {
            return true;
        }
    }
    return head.size() > 262 && head.substr(257, 5) == "ustar";
}

// In the order in which they are asked; text takes the rest.
constexpr Format table[] = {
    {{"docx", "DOCX documents"}, read_docx, looks_like_docx, {".docx"}},
    {{"odt", "OpenDocument texts"}, read_odt, looks_like_odt, {".odt"}},
    {{"archive", "zip, tar, gzip, zstd, bzip2, xz: every entry by its own format"},
     read_archive,
     looks_like_archive,
     {}},
    {{"pdf", "PDF, through the program pdftotext"}, read_pdf, looks_like_pdf, {".pdf"}},
    {{"warc", "web archives: the pages of responses"}, read_warc, looks_like_warc, {".warc"}},
    {{"feed", "RSS and Atom: one article an item"}, read_feed, looks_like_feed, {".rss", ".atom"}},
    {{"jsonl", "JSON Lines: one article object a line"},
     read_json_lines,
     looks_like_json_lines,
     {".jsonl", ".ndjson", ".jl"}},
    {{"json", "JSON: an array of articles, one article, or {\"articles\": […]}"},
     read_json,
     looks_like_json,
     {".json"}},
    {{"html", "web pages, one article a page"}, read_html, looks_like_html, {".html", ".htm", ".xhtml"}},
    {{"csv", "CSV or TSV with a header line"}, read_csv, looks_like_csv, {".csv", ".tsv"}},
    {{"text", "plain text, one article a file"}, read_text, nullptr, {".txt", ".text", ".md"}},
};

const Format* format_named(std::string_view name) {
    const auto found =
        std::find_if(std::begin(table), std::end(table), [&](const Format& f) { return f.info.name == name; });
    return found == std::end(table) ? nullptr : found;
}

const Format& format_of(std::string_view head, std::string_view name) {
    for (const Format& format : table) {
        if (format.looks_like != nullptr && format.looks_like(head)) {
            return format;
        }
    }
    for (const Format& format : table) {
        for (const std::string_view extension : format.extensions) {
            if (!extension.empty() && name.size() > extension.size() &&
                equals_ignoring_case(name.substr(name.size() - extension.size()), extension)) {
                return format;
            }
        }
    }
    return *format_named("text");
}

void read_file(const std::string& path, Run& run) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        run.skip({path, {}, {}}, "unreadable", std::strerror(errno));
        return;
    }
    ByteSource bytes = ByteSource::from_descriptor(descriptor, run.options().bytes_taken);
    Input input;
    input.path = path;
    input.name = path;
    read_input(bytes, input, run);
    ::close(descriptor);
}

// Entries in byte order of their whole paths, so that "a.txt" comes before what is in "a/".
std::vector<fs::directory_entry> entries_of(const fs::path& folder, Run& run) {
    std::vector<fs::directory_entry> entries;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (!it->path().filename().native().starts_with('.')) {
            entries.push_back(*it);
        }
    }
    if (error) {
        run.skip({folder.string(), {}, {}}, "unreadable", error.message());
    }
    const auto key = [](const fs::directory_entry& entry) {
        std::error_code ignored;
        return entry.path().native() + (entry.is_directory(ignored) ? "/" : "");
    };
    std::sort(entries.begin(), entries.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    return entries;
}

// Empty for a link to a file within the folder that was given.
std::string_view why_not_followed(const fs::path& root, const fs::path& link) {
    std::error_code error;
    const fs::path target = fs::canonical(link, error);
    if (error) {
        return "a link that leads nowhere";
    }
    if (std::mismatch(root.begin(), root.end(), target.begin(), target.end()).first != root.end()) {
        return "a link that leads out of the folder that was given";
    }
    return fs::is_directory(target, error) ? "a link to a folder, which is read in its own place" : "";
}

void read_folder(const fs::path& folder, const fs::path& root, Run& run) {
    for (const fs::directory_entry& entry : entries_of(folder, run)) {
        if (run.stopped()) {
            return;
        }
        std::error_code error;
        const std::string path = entry.path().string();
        const std::string_view refused =
            entry.is_symlink(error) ? why_not_followed(root, entry.path()) : std::string_view{};
        if (!refused.empty()) {
            run.skip({path, {}, {}}, "link", std::string(refused));
        } else if (entry.is_directory(error)) {
            read_folder(entry.path(), root, run);
        } else if (entry.is_regular_file(error)) {
            read_file(path, run);
        } else {
            run.skip({path, {}, {}}, "not-a-file", "this is no regular file");
        }
    }
}

void read_path(const std::string& path, Run& run) {
    if (path == "-") {
        ByteSource bytes = ByteSource::from_descriptor(STDIN_FILENO, run.options().bytes_taken);
        Input input;
        input.path = "-";
        read_input(bytes, input, run);
        return;
    }
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
        run.skip({path, {}, {}}, "unreadable", error ? error.message() : "there is no such file or folder");
        return;
    }
    if (!fs::is_directory(status)) {
        read_file(path, run);
        return;
    }
    const std::uint64_t files = run.report().files;
    read_folder(path, fs::canonical(path, error), run);
    if (run.report().files == files && !run.stopped()) {
        run.skip({path, {}, {}}, "empty-folder", "there are no files in this folder");
    }
}

Status check(const Options& options) {
    if (options.input_format.empty() || format_named(options.input_format) != nullptr) {
        return {};
    }
    std::string names;
    for (const FormatInfo& format : formats()) {
        names.append(names.empty() ? "" : ", ").append(format.name);
    }
    return Error{ErrorCode::usage, "there is no input format '" + options.input_format + "'", "--input-format",
                 "one of " + names};
}

} // namespace

void read_input(ByteSource& bytes, const Input& input, Run& run) {
    ++run.report().files;
    const std::string_view head = bytes.peek(head_size);
    if (bytes.failed()) {
        run.skip({input.path, {}, 0}, "unreadable", "it could not be read");
        return;
    }
    if (head.empty()) {
        run.skip({input.path, 1, 0}, "empty", "the file is empty");
        return;
    }
    // What is asked for is the format of the files themselves, within archives too.
    const Format* wanted = format_named(run.options().input_format);
    const Format& told = format_of(head, input.name);
    const bool wrapped = told.read == read_archive;
    if (!wrapped && (wanted != nullptr ? *wanted : told).read != read_html &&
        (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"))) {
        run.skip({input.path, 1, 0}, "binary", "this is UTF-16; change it to UTF-8 (iconv -f UTF-16 -t UTF-8)");
        return;
    }
    const auto accounted = [&] { return run.report().articles + run.report().skipped_total(); };
    const std::uint64_t before = accounted();
    (wanted != nullptr && !wrapped ? *wanted : told).read(bytes, input, run);
    if (bytes.failed()) {
        run.skip({input.path, {}, bytes.offset()}, "unreadable", "it could not be read to its end");
    } else if (accounted() == before && !run.stopped()) {
        run.skip({input.path, 1, 0}, "empty", "there is no article in it");
    }
}

std::uint64_t Report::skipped_total() const {
    std::uint64_t total = 0;
    for (const auto& [code, count] : skipped) {
        total += count;
    }
    return total;
}

Result<Report> read_articles(std::span<const std::string> paths, const Options& options, const DiagnosticSink& sink,
                             const TakeArticle& take) {
    if (const Status checked = check(options); !checked) {
        return checked.error();
    }
    Run run(options, sink, take);
    for (const std::string& path : paths) {
        if (run.stopped()) {
            break;
        }
        read_path(path, run);
    }
    return std::move(run.report());
}

std::optional<std::uint64_t> find_input_size(std::span<const std::string> paths) {
    std::uint64_t total = 0;
    for (const std::string& path : paths) {
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (fs::is_regular_file(status)) {
            total += fs::file_size(path, error);
        } else if (fs::is_directory(status)) {
            for (fs::recursive_directory_iterator it(path, error), end; !error && it != end; it.increment(error)) {
                std::error_code ignored;
                if (it->path().filename().native().starts_with('.')) {
                    it.disable_recursion_pending();
                } else if (it->is_regular_file(ignored)) {
                    total += it->file_size(ignored);
                }
            }
        } else if (path == "-" || fs::exists(status)) {
            return std::nullopt;
        }
    }
    return total;
}

Result<Report> read_article_bytes(std::string_view bytes, const std::string& name, const Options& options,
                                  const DiagnosticSink& sink, const TakeArticle& take) {
    if (const Status checked = check(options); !checked) {
        return checked.error();
    }
    Run run(options, sink, take);
    ByteSource source = ByteSource::from_memory(bytes);
    Input input;
    input.path = name;
    input.name = name;
    read_input(source, input, run);
    return std::move(run.report());
}

Result<std::map<fs::path, ParsedDate>> read_dates(const fs::path& file) {
    std::ifstream in(file);
    if (!in) {
        return Error{ErrorCode::io, "the table of dates cannot be read", file.string(), ""};
    }
    std::map<fs::path, ParsedDate> dates;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        const std::string_view row = trimmed(line);
        if (row.empty() || row.front() == '#') {
            continue;
        }
        const std::size_t tab = row.find('\t');
        const auto date = tab == std::string_view::npos ? std::nullopt : parse_any_date(row.substr(tab + 1));
        if (!date) {
            if (number == 1) {
                continue; // the names of the columns
            }
            return Error{ErrorCode::usage, "this line is no path and date",
                         file.string() + ":" + std::to_string(number), "a path, a tab, and a date such as 2021-10-20"};
        }
        dates.insert_or_assign(fs::path(trimmed(row.substr(0, tab))).lexically_normal(), *date);
    }
    return dates;
}

std::span<const FormatInfo> formats() {
    static const auto infos = [] {
        std::array<FormatInfo, std::size(table)> all;
        std::transform(std::begin(table), std::end(table), all.begin(), [](const Format& f) { return f.info; });
        return all;
    }();
    return infos;
}

} // namespace fasti::ingest
