# fasti_data(target part FILES a b …): copies files to data/<part>/ beside the program whenever they change.
function(fasti_data target part)
  cmake_parse_arguments(arg "" "" "FILES" ${ARGN})
  set(copies)
  foreach(file ${arg_FILES})
    get_filename_component(name ${file} NAME)
    set(copy ${FASTI_DATA_DIR}/${part}/${name})
    add_custom_command(OUTPUT ${copy}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${FASTI_DATA_DIR}/${part}
      COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_CURRENT_SOURCE_DIR}/${file} ${copy}
      DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${file} VERBATIM)
    list(APPEND copies ${copy})
  endforeach()
  add_custom_target(${target} ALL DEPENDS ${copies})
  set_property(GLOBAL APPEND PROPERTY FASTI_DATA_TARGETS ${target}) # the program waits for them
  install(DIRECTORY ${FASTI_DATA_DIR}/${part} DESTINATION share/fasti/${part}/..)
endfunction()
