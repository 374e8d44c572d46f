#
# FreeBSD system call object files.
#
# DO NOT EDIT-- this file is automatically @generated.
#

MIASM =  \
	syscall.o \
	_exit.o \
	fork.o \
	read.o \
	write.o \
	open.o \
	close.o \
	freebsd11_stat.o \
	unlink.o \
	stat.o \
	sysarch.o \
	mapper.o \
	lseek.o \
	job_wait.o \
	job_cancel.o \
	getrandom.o \
	sysctl.o
