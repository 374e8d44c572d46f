# FreeBSD system call object files.
# DO NOT EDIT-- this file is automatically @generated.
# $FreeBSD$
MIASM =  \
	syscall.o \
	leave.o \
	count.o \
	warp_paint.o \
	warp_glaze.o \
	freebsd13_warp_mould.o \
	fire.o \
	breeze.o \
	warp_wipe.o
