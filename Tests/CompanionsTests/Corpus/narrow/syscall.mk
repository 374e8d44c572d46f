#
# FreeBSD system call object files.
#
# DO NOT EDIT-- this file is automatically @generated.
#

MIASM =  \
	shared.o \
	narrow_wide_even.o \
	narrow_wide_odd.o \
	narrow_wide_twice.o \
	narrow_wide_first.o \
	narrow_bare_long.o \
	narrow_long_pointers.o \
	narrow_time_within.o \
	narrow_long_within.o \
	narrow_union_within.o \
	narrow_pointer_array.o \
	narrow_listed.o \
	exempted.o \
	freebsd7_narrow_lowest.o \
	freebsd11_narrow_newer.o \
	other_types.o \
	narrow_padded.o \
	loadable.o \
	multiplex.o \
	result.o \
