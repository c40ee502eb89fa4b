# Compiler settings that every target shares, as the interface library `fasti_options`.
add_library(fasti_options INTERFACE)
target_include_directories(fasti_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_features(fasti_options INTERFACE cxx_std_20)
target_compile_options(fasti_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # g++ 12 sees overlapping copies in `"a" + std::to_string(n)` where there are none (GCC bug 105651).
  target_compile_options(fasti_options INTERFACE -Wno-restrict)
endif()

set(FASTI_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize= takes them: address,undefined")
if(FASTI_SANITIZE)
  add_compile_options(-fsanitize=${FASTI_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${FASTI_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
    add_compile_options(-fsanitize-ignorelist=${CMAKE_CURRENT_LIST_DIR}/sanitizer_ignorelist.txt)
  endif()
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    # Instrumented code confuses g++ 12's flow analysis: it warns within libstdc++ itself (GCC bug 105562).
    target_compile_options(fasti_options INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()

if(FASTI_FUZZ) # tells the fuzzer which branches of the libraries an input takes
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# fasti_library(folder SOURCES a.cpp … LINKS other …): the static library of one folder.
function(fasti_library folder)
  cmake_parse_arguments(arg "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(fasti_${folder} STATIC ${arg_SOURCES})
  target_link_libraries(fasti_${folder} PUBLIC fasti_options ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS})
endfunction()
