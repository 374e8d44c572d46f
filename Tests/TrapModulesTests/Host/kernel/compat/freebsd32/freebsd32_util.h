extern struct sysent freebsd32_sysent[];
