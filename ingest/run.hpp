// One run of the reader: what every format's reader is given and hands its articles to. It keeps the
// report, sends the diagnostics, and completes each article (date, id, title, language, furniture).
// Inside ingest only.
#pragma once

#include "ingest/byte_source.hpp"
#include "ingest/reader.hpp"

#include <memory>

namespace fasti::ingest {

/// A place in the input, for messages.
struct Place {
    std::string path;
    std::optional<std::uint64_t> line;
    std::optional<std::uint64_t> byte;
};

/// What is known about an input before it is read: its name, and what an archive or an HTTP
/// header says about it.
struct Input {
    std::string path;                  ///< as shown in messages: "news.zip!a.html"
    std::string name;                  ///< its own path, in which a file name may hold a date
    std::string url;                   ///< where it was fetched from
    std::string charset;               ///< as the HTTP header gives it
    std::optional<ParsedDate> fetched; ///< when an archive says that it was fetched
    unsigned depth = 0;                ///< archives around it
};

class Run {
public:
    Run(const Options& options, const DiagnosticSink& sink, const TakeArticle& take)
        : options_(options), sink_(sink), take_(take) {}

    [[nodiscard]] const Options& options() const { return options_; }
    [[nodiscard]] const Limits& limits() const { return options_.limits; }
    [[nodiscard]] Report& report() { return report_; }
    /// The caller wants no more articles.
    [[nodiscard]] bool stopped() const { return stopped_; }

    void skip(const Place& place, std::string_view code, std::string message);
    void warn(const Place& place, std::string_view code, std::string message);

    /// The bytes as valid UTF-8: without a byte order mark, each invalid sequence replaced and told. Nothing, and a
    /// message, when they are no text: NUL bytes, or more than a tenth invalid. `start` is
    /// where the bytes begin in the file.
    [[nodiscard]] std::optional<std::string> checked_text(std::string_view bytes, const Place& start);

    /// Reads a date; says so when it is none or does not exist. "" and "None" are silently none.
    [[nodiscard]] std::optional<ParsedDate> checked_date(std::string_view date, const Place& place);

    /// Whether an input holds one article, so that its name may date it, or many.
    enum class Holds : std::uint8_t { one, many };
    /// Completes the article and hands it on. Its text must be valid UTF-8.
    void deliver(Article&& article, const Input& input, const Place& place, std::string_view format, Holds holds);

private:
    void tell(Severity severity, const Place& place, std::string_view code, std::string message);

    const Options& options_;
    const DiagnosticSink& sink_;
    const TakeArticle& take_;
    Report report_;
    bool stopped_ = false;
};

/// Reads all articles of one input.
using Reader = void (*)(ByteSource& bytes, const Input& input, Run& run);

/// Tells the format of an input and reads it; `--input-format` goes before what the bytes look like.
void read_input(ByteSource& bytes, const Input& input, Run& run);

// One reader a format, each in the file of its name.
void read_text(ByteSource& bytes, const Input& input, Run& run);
void read_json_lines(ByteSource& bytes, const Input& input, Run& run);
void read_json(ByteSource& bytes, const Input& input, Run& run);
void read_html(ByteSource& bytes, const Input& input, Run& run);
void read_csv(ByteSource& bytes, const Input& input, Run& run);
void read_feed(ByteSource& bytes, const Input& input, Run& run);
void read_warc(ByteSource& bytes, const Input& input, Run& run);
void read_docx(ByteSource& bytes, const Input& input, Run& run);
void read_odt(ByteSource& bytes, const Input& input, Run& run);
void read_pdf(ByteSource& bytes, const Input& input, Run& run);
void read_archive(ByteSource& bytes, const Input& input, Run& run);

/// All bytes of an input that is one article, `what` ("page") in messages. Nothing when they could not be read, which
/// whoever opened them says, or when they are more than an article may have, which is said here.
[[nodiscard]] std::optional<std::string> read_whole(ByteSource& bytes, const Input& input, Run& run,
                                                    std::string_view what);

/// A header line that names an article's fields.
[[nodiscard]] bool looks_like_csv(std::string_view head);

} // namespace fasti::ingest
