#
# FreeBSD system call object files.
#
# DO NOT EDIT-- this file is automatically @generated.
#

MIASM =  \
	multiplex.o \
	leave.o \
	count.o \
	paint.o \
	mould.o \
	glaze.o \
	fire.o \
	cool.o \
	lend.o \
	_exit.o \
	vfork.o \
