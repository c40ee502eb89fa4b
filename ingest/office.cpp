// Documents of word processors: DOCX (ECMA-376) and ODT (OpenDocument), both XML in a zip.
#include "ingest/archive_entries.hpp"
#include "ingest/dates.hpp"
#include "ingest/lines.hpp"
#include "ingest/xml.hpp"

namespace fasti::ingest {
namespace {

// The paragraphs of a document part. The names of both formats do not collide.
bool read_paragraphs(ByteSource& bytes, std::uint64_t limit, std::string& text) {
    XmlReader xml(bytes);
    unsigned skipped = 0; // depth within notes, deletions and field codes
    unsigned texts = 0;   // depth within what is shown
    const auto is_skipped = [](std::string_view name) {
        return name == "del" || name == "instrText" || name == "annotation" || name == "tracked-changes" ||
               name == "note";
    };
    for (;;) {
        const auto event = xml.next();
        if (event == XmlReader::Event::finished || event == XmlReader::Event::broken || text.size() > limit) {
            return event == XmlReader::Event::finished;
        }
        const std::string name(xml.name());
        const bool word = xml.prefix() == "w";
        const bool shown = word ? name == "t" : name == "p" || name == "h";
        if (event == XmlReader::Event::begin) {
            skipped += is_skipped(name);
            texts += shown;
            if (skipped == 0 && (name == "tab" || name == "s")) {
                text += ' ';
            } else if (skipped == 0 && (name == "br" || name == "line-break")) {
                text += '\n';
            }
        } else if (event == XmlReader::Event::end) {
            skipped -= is_skipped(name) && skipped > 0;
            texts -= shown && texts > 0;
            if ((name == "p" || name == "h") && !text.empty() && !text.ends_with("\n\n")) {
                text += "\n\n";
            }
        } else if (skipped == 0 && texts > 0) {
            text += xml.text();
        }
    }
}

struct Properties {
    std::string title;
    std::string created;
};

void read_properties(ByteSource& bytes, Properties& out) {
    XmlReader xml(bytes);
    std::string* into = nullptr;
    for (auto event = xml.next(); event != XmlReader::Event::finished && event != XmlReader::Event::broken;
         event = xml.next()) {
        if (event == XmlReader::Event::begin) {
            into = xml.name() == "title"                                      ? &out.title
                   : xml.name() == "created" || xml.name() == "creation-date" ? &out.created
                                                                              : nullptr;
        } else if (event == XmlReader::Event::text && into != nullptr && into->size() < 1000) {
            into->append(xml.text());
        } else if (event == XmlReader::Event::end) {
            into = nullptr;
        }
    }
}

void read_document(ByteSource& bytes, const Input& input, Run& run, std::string_view format, std::string_view text_part,
                   std::string_view properties_part) {
    const Place file{input.path, 1, 0};
    std::string text;
    Properties properties;
    bool found = false;
    bool whole = true;
    each_archive_entry(bytes, input, run, [&](ByteSource& part, const std::string& name) {
        if (name == text_part && !found) {
            found = true;
            whole = read_paragraphs(part, run.limits().article_bytes, text);
        } else if (name == properties_part) {
            read_properties(part, properties);
        }
    });
    if (!found) {
        run.skip(file, "broken-document", "there is no " + std::string(text_part) + " in it");
        return;
    }
    if (text.size() > run.limits().article_bytes) {
        run.skip(file, "too-large", "the document is larger than an article may be");
        return;
    }
    if (!whole) {
        run.warn(file, "broken-document", "the document breaks off; what came before is kept");
    }
    Article article;
    article.text = trimmed(text);
    article.title = trimmed(properties.title);
    // A name that somebody gave says more than the day on which the file was first saved.
    if (!date_in_file_name(input.name)) {
        article.published = run.checked_date(properties.created, file);
        article.published_from = article.published ? PublishedFrom::meta : PublishedFrom::none;
    }
    run.deliver(std::move(article), input, file, format, Run::Holds::one);
}

} // namespace

void read_docx(ByteSource& bytes, const Input& input, Run& run) {
    read_document(bytes, input, run, "docx", "word/document.xml", "docProps/core.xml");
}

void read_odt(ByteSource& bytes, const Input& input, Run& run) {
    read_document(bytes, input, run, "odt", "content.xml", "meta.xml");
}

} // namespace fasti::ingest
