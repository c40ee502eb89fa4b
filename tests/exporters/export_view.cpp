// export_view FORMAT VIEW: writes one of the test views, for the readers that are no part of Fasti.
#include "exporters/exporter.hpp"
#include "views.hpp"

#include <iostream>
#include <string>

int main(int argc, char** argv) {
    using namespace fasti::exporters;
    if (argc == 2 && std::string(argv[1]) == "--list") {
        for (const Exporter& exporter : all_exporters()) {
            std::cout << exporter.name << ' ' << exporter.extension << '\n';
        }
        return 0;
    }
    const Exporter* exporter = argc > 2 ? find_exporter(argv[1]) : nullptr;
    const auto view = argc > 2 ? testing::named_view(argv[2]) : std::nullopt;
    if (exporter == nullptr || !view) {
        std::cerr << "export_view FORMAT empty|one|sample|hostile [--gephi]\n";
        return 2;
    }
    ExportOptions options;
    options.gephi = argc > 3;
    exporter->write(*view, options, std::cout);
    return std::cout.good() ? 0 : 1;
}
