#
# FreeBSD system call object files.
#
# DO NOT EDIT-- this file is automatically @generated.
#

MIASM =  \
	always.o \
	dig.o \
	freebsd7_old_rake.o \
	school.o \
	swim.o \
	splash.o \
