# The version is that of the installed header. While the major version is 0 a new minor version may
# break callers; from 1 on a new major one.
foreach(_motcua_part MAJOR MINOR PATCH)
  file(STRINGS "${CMAKE_CURRENT_LIST_DIR}/../../../include/motcua.h" _motcua_line
       REGEX "^#define MOTCUA_VERSION_${_motcua_part} ")
  string(REGEX REPLACE ".* " "" _motcua_number "${_motcua_line}")
  set(_motcua_${_motcua_part} "${_motcua_number}")
endforeach()
set(PACKAGE_VERSION "${_motcua_MAJOR}.${_motcua_MINOR}.${_motcua_PATCH}")

set(PACKAGE_VERSION_COMPATIBLE FALSE)
if(NOT PACKAGE_VERSION VERSION_LESS PACKAGE_FIND_VERSION
   AND _motcua_MAJOR EQUAL "${PACKAGE_FIND_VERSION_MAJOR}"
   AND (NOT _motcua_MAJOR EQUAL 0 OR _motcua_MINOR EQUAL "${PACKAGE_FIND_VERSION_MINOR}"))
  set(PACKAGE_VERSION_COMPATIBLE TRUE)
endif()
if(PACKAGE_VERSION VERSION_EQUAL PACKAGE_FIND_VERSION)
  set(PACKAGE_VERSION_EXACT TRUE)
endif()
