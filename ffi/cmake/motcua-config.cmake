# find_package(motcua): the targets motcua::motcua (shared) and motcua::motcua_static.
#
# This file lies in <prefix>/share/cmake/motcua; everything else is found from there, so that an
# installation can be moved.
get_filename_component(_motcua_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)

set(_motcua_lib_dirs
    "${_motcua_prefix}/lib"
    "${_motcua_prefix}/lib64"
    "${_motcua_prefix}/lib/${CMAKE_LIBRARY_ARCHITECTURE}")
set(_motcua_include "${_motcua_prefix}/include")

if(NOT TARGET motcua::motcua)
  if(WIN32)
    find_file(_motcua_shared NAMES motcua.dll PATHS "${_motcua_prefix}/bin" NO_DEFAULT_PATH NO_CACHE)
    find_library(_motcua_import NAMES motcua.dll libmotcua.dll.a motcua.dll.lib
                 PATHS ${_motcua_lib_dirs} NO_DEFAULT_PATH NO_CACHE)
  else()
    find_file(_motcua_shared NAMES libmotcua.so libmotcua.dylib
              PATHS ${_motcua_lib_dirs} NO_DEFAULT_PATH NO_CACHE)
  endif()
  if(_motcua_shared)
    add_library(motcua::motcua SHARED IMPORTED)
    set_target_properties(motcua::motcua PROPERTIES
      IMPORTED_LOCATION "${_motcua_shared}"
      INTERFACE_INCLUDE_DIRECTORIES "${_motcua_include}")
    if(WIN32)
      set_target_properties(motcua::motcua PROPERTIES IMPORTED_IMPLIB "${_motcua_import}")
    endif()
  endif()
endif()

if(NOT TARGET motcua::motcua_static)
  find_file(_motcua_static NAMES libmotcua.a motcua.lib
            PATHS ${_motcua_lib_dirs} NO_DEFAULT_PATH NO_CACHE)
  if(_motcua_static)
    add_library(motcua::motcua_static STATIC IMPORTED)
    # What the standard library of Rust needs of the system.
    if(WIN32)
      set(_motcua_system kernel32 ntdll userenv ws2_32 dbghelp)
    elseif(APPLE)
      set(_motcua_system "")
    else()
      set(_motcua_system gcc_s util rt pthread m dl c)
    endif()
    set_target_properties(motcua::motcua_static PROPERTIES
      IMPORTED_LOCATION "${_motcua_static}"
      INTERFACE_INCLUDE_DIRECTORIES "${_motcua_include}"
      INTERFACE_LINK_LIBRARIES "${_motcua_system}")
  endif()
endif()

if(NOT TARGET motcua::motcua AND NOT TARGET motcua::motcua_static)
  set(motcua_FOUND FALSE)
  set(motcua_NOT_FOUND_MESSAGE "there is no library of motcua under ${_motcua_prefix}")
endif()

unset(_motcua_prefix)
unset(_motcua_lib_dirs)
unset(_motcua_include)
unset(_motcua_shared)
unset(_motcua_import)
unset(_motcua_static)
unset(_motcua_system)
