#
# FreeBSD system call object files.
#
# DO NOT EDIT-- this file is automatically @generated.
#

MIASM =  \
	plain.o \
	cap_pointed.o \
	cap_old_pointer.o \
	cap_number_like.o \
	cap_array.o \
	freebsd11_cap_old.o
