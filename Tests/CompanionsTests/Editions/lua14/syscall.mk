# FreeBSD system call object files.
# DO NOT EDIT-- this file is automatically @generated.
# $FreeBSD$
MIASM =  \
	syscall.o \
	leave.o \
	count.o \
	paint.o \
	glaze.o \
	freebsd13_mould.o \
	fire.o \
	breeze.o \
	freebsd11_gone.o \
	dust.o \
	wipe.o
