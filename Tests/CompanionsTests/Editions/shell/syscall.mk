# FreeBSD system call object files.
# DO NOT EDIT-- this file is automatically @generated.
# $FreeBSD$
MIASM =  \
	syscall.o \
	leave.o \
	count.o \
	paint.o \
	glaze.o \
	freebsd7_mould.o \
	freebsd11_mould.o \
	fire.o \
	linux_fire.o \
	cool.o \
	cool.o \
	grip.o
