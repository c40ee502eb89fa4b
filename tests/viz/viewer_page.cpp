// viewer_page PAGE empty|one|sample|hostile|N:ACTORS:TIES: fills the built page with a test story.
#include "exporters/viewer.hpp"
#include "generated_view.hpp"
#include "views.hpp"

#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

int main(int argc, char** argv) {
    using namespace fasti;
    if (argc != 3) {
        std::cerr << "viewer_page PAGE empty|one|sample|hostile|EVENTS:ACTORS:TIES\n";
        return 2;
    }
    std::ifstream file(argv[1], std::ios::binary);
    std::ostringstream page;
    page << file.rdbuf();
    auto view = exporters::testing::named_view(argv[2]);
    unsigned events = 0, actors = 0, ties = 0;
    if (!view && std::sscanf(argv[2], "%u:%u:%u", &events, &actors, &ties) == 3 && actors > 0) {
        view = viz::testing::generated_view(events, actors, ties);
    }
    if (!file || !view) {
        std::cerr << "no page, or no story of that name\n";
        return 2;
    }
    exporters::write_viewer_page(*view, page.str(), std::cout);
    return std::cout.good() ? 0 : 1;
}
