# Which generator a real tree would run; sysent reads the names alone.
SYSENT_FILE?=	syscalls.master
SYSENT_CONF?=	syscalls.conf
