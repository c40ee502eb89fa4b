// What holds for every format, and what the formats promise one by one. Goldens and independent
// readers are in read_back_test.py.
#include "exporters/codes.hpp"
#include "exporters/exporter.hpp"

#include "core/utf8.hpp"
#include "exporters/csv_writer.hpp"
#include "exporters/date_text.hpp"
#include "exporters/elements.hpp"
#include "exporters/html_escape.hpp"
#include "exporters/layout.hpp"
#include "exporters/xml_writer.hpp"
#include "views.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <set>
#include <sstream>

using namespace fasti;
using namespace fasti::exporters;

namespace {

std::string written(const Exporter& exporter, const graph::GraphView& view) {
    std::ostringstream out;
    exporter.write(view, {}, out);
    return std::move(out).str();
}

} // namespace

TEST_CASE("every format writes every view, twice the same, as valid UTF-8 that ends with a line break") {
    for (const Exporter& exporter : all_exporters()) {
        for (const char* name : {"empty", "one", "sample", "hostile"}) {
            CAPTURE(exporter.name, name);
            const auto view = testing::named_view(name);
            const std::string first = written(exporter, *view);
            CHECK(first == written(exporter, *view));
            CHECK(utf8::valid(first));
            CHECK((first.empty() || first.back() == '\n'));
            CHECK((!first.empty() || exporter.name == "jsonl" || exporter.name == "ftm"));
        }
    }
}

TEST_CASE("names of formats are unique and found") {
    std::set<std::string_view> names;
    for (const Exporter& exporter : all_exporters()) {
        CHECK(names.insert(exporter.name).second);
        CHECK(find_exporter(exporter.name) == &exporter);
    }
    CHECK(find_exporter("nonsense") == nullptr);
}

TEST_CASE("sizes of nodes span 4 to 100 exactly, and one node alone is legal") {
    const auto view = testing::sample_view();
    const Elements elements = make_elements(view);
    double low = 1e9;
    double high = 0;
    for (const NodeElement& node : elements.nodes) {
        low = std::min(low, node.size);
        high = std::max(high, node.size);
        CHECK_FALSE(node.label.empty());
    }
    CHECK(low == 4);
    CHECK(high == 100);
    const auto one = testing::one_actor_view();
    CHECK(make_elements(one).nodes[0].size == 4);
}

TEST_CASE("there is one edge for each source, target and relation, and its weight is positive") {
    for (const char* name : {"sample", "hostile"}) {
        const auto view = testing::named_view(name);
        std::set<std::tuple<std::uint32_t, std::uint32_t, std::string>> seen;
        std::set<std::string> ids;
        for (const EdgeElement& edge : make_elements(*view).edges) {
            CHECK(seen.emplace(edge.source, edge.target, edge.relation).second);
            CHECK(ids.insert(edge.id).second);
            CHECK(edge.weight > 0);
        }
    }
}

TEST_CASE("the layout is deterministic, finite and keeps nodes apart") {
    std::vector<LayoutEdge> edges;
    for (std::uint32_t i = 1; i < 300; ++i) {
        edges.push_back({i, i / 3, 1.0 + i % 5});
    }
    const auto first = layout(300, edges);
    const auto second = layout(300, edges);
    REQUIRE(first.size() == 300);
    for (std::size_t i = 0; i < first.size(); ++i) {
        REQUIRE(std::isfinite(first[i].x));
        REQUIRE(first[i].x == second[i].x);
        REQUIRE(first[i].y == second[i].y);
        for (std::size_t k = 0; k < i; ++k) {
            REQUIRE(std::hypot(first[i].x - first[k].x, first[i].y - first[k].y) > 0.1);
        }
    }
    CHECK(layout(0, {}).empty());
    CHECK(layout(1, {}).size() == 1);
}

TEST_CASE("neighbours come to lie closer than strangers") {
    // Two cliques with one edge between them.
    std::vector<LayoutEdge> edges;
    for (std::uint32_t i = 0; i < 10; ++i) {
        for (std::uint32_t k = 0; k < i; ++k) {
            edges.push_back({i, k, 1});
            edges.push_back({i + 10, k + 10, 1});
        }
    }
    edges.push_back({0, 10, 1});
    const auto points = layout(20, edges);
    double inside = 0, across = 0;
    for (std::uint32_t i = 0; i < 10; ++i) {
        for (std::uint32_t k = 0; k < 10; ++k) {
            inside += std::hypot(points[i].x - points[k].x, points[i].y - points[k].y);
            across += std::hypot(points[i].x - points[k + 10].x, points[i].y - points[k + 10].y);
        }
    }
    CHECK(inside * 1.5 < across);
}

TEST_CASE("dates read as a person would write them") {
    const auto day = [](int y, unsigned m, unsigned d) { return Moment(*make_day(y, m, d)); };
    CHECK(date_text(unit_interval(day(2021, 10, 20), Granularity::day), Granularity::day) == "20 October 2021");
    CHECK(date_text(unit_interval(day(2021, 10, 1), Granularity::month), Granularity::month) == "October 2021");
    CHECK(date_text(unit_interval(day(-489, 1, 1), Granularity::year), Granularity::year) == "490 BC");
    CHECK(date_text(unit_interval(day(1914, 1, 1), Granularity::year), Granularity::year, Modifier::approx) ==
          "about 1914");
    CHECK(date_text({day(2021, 10, 6), day(2021, 10, 10)}, Granularity::day) == "6–9 October 2021");
    CHECK(date_text({day(2021, 9, 28), day(2021, 10, 3)}, Granularity::day) == "28 September – 2 October 2021");
    CHECK(date_text({}, Granularity::day) == "undated");
    CHECK(date_text({day(2021, 1, 1), std::nullopt}, Granularity::year) == "since 2021");
    CHECK(date_text(unit_interval(day(1990, 1, 1), Granularity::decade), Granularity::decade) == "the 1990s");
    CHECK(date_text({day(1957, 1, 1), day(1959, 1, 1)}, Granularity::year) == "1957–1958");
}

TEST_CASE("cells that a spreadsheet would run are made safe") {
    CHECK(csv_cell("=1+1") == "'=1+1");
    CHECK(csv_cell("@x") == "'@x");
    CHECK(csv_cell("a,b") == "\"a,b\"");
    CHECK(csv_cell("say \"x\"") == "\"say \"\"x\"\"\"");
    CHECK(csv_plain("-0489-09-01") == "-0489-09-01");
}

TEST_CASE("XML leaves out what it forbids and escapes the rest") {
    std::ostringstream out;
    {
        XmlWriter xml(out, XmlWriter::Layout::inline_text);
        xml.open("a").attribute("b", "<\"&\n\x01").text("]]>\x02\xEF\xBF\xBF<").close();
    }
    CHECK(out.str() == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&lt;&quot;&amp;&#10;\">]]&gt;&lt;</a>\n");
}

TEST_CASE("countries and languages have the codes that Aleph takes") {
    CHECK(country_code("RUS") == "ru");
    CHECK(country_code("SUN") == "suhh");
    CHECK(country_code("ZWE") == "zw");
    CHECK(country_code("AFG") == "af");
    CHECK(country_code("XXX").empty());
    CHECK(language_code("en") == "eng");
    CHECK(language_code("zh") == "zho");
    CHECK(language_code("").empty());
}

TEST_CASE("only addresses of the web are linked") {
    CHECK(linkable("javascript:alert(1)").empty());
    CHECK(linkable("https://example.org/") == "https://example.org/");
}
