# Reading: MB/s of JSON Lines and pages.
add_executable(fasti_bench_ingest ingest_read.cpp)
target_link_libraries(fasti_bench_ingest PRIVATE fasti_ingest)
