#
# FreeBSD system call object files.
#
# DO NOT EDIT-- this file is automatically @generated.
#

MIASM =  \
	one.o \
