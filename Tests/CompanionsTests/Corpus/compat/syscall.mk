#
# FreeBSD system call object files.
#
# DO NOT EDIT-- this file is automatically @generated.
#

MIASM =  \
	present.o \
	freebsd7_seventh.o \
	freebsd10_tenth.o \
	freebsd12_twelfth.o \
	freebsd14_fourteenth.o \
