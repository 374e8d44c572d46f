#
# FreeBSD system call object files.
#
# DO NOT EDIT-- this file is automatically @generated.
#

MIASM =  \
	none.o \
	empty.o \
	stars.o \
	words.o \
	pointer_like.o \
	restricted.o \
	annotated.o \
	spaced.o \
	comma_last.o \
	variable.o \
	structures.o \
	eight.o \
	indirect.o
