#
# FreeBSD system call object files.
#
# DO NOT EDIT-- this file is automatically @generated.
#

MIASM =  \
	linux_look.o \
	linux_semctl.o \
	borrowed.o \
	linux_wide.o \
	linux_words.o
