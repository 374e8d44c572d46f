/// Calls of every kind, for what has to hold of all of them.
enum CallSamples {
    static let types = """
        struct lamp {
        	int fd;
        	long level;
        	const char *name;
        	struct timespec when;
        	uint64_t cookie;
        	long marks[3];
        	struct lamp *next;
        	struct iovec pipe;
        	bool lit;
        };
        struct len { long parent; char text[16]; pid_t owner; };

        """

    static let all = [
        "int lamp(void)", "int lamp(int fd, u_int flags, mode_t mode)", "int lamp(int fd, off_t off, long way)",
        "ssize_t lamp(int fd, _Out_writes_bytes_(nbyte) void *buf, size_t nbyte)",
        "int lamp(_Inout_updates_bytes_(*len) char *buf, _Inout_ _Contains_long_ size_t *len)",
        "int lamp(int dirfd, _In_z_ const char *path, _In_z_ const char *label, uid_t uid, gid_t gid)",
        "pid_t lamp(pid_t pid, _In_opt_ _Contains_long_timet_ const struct timespec *ts)",
        "int lamp(_In_z_ _Contains_ptr_ char **argv, _Out_writes_(n) _Contains_ptr_ void **slots, u_int n)",
        "int lamp(_In_reads_(iovcnt) _Contains_long_ptr_ const struct iovec *iov, u_int iovcnt)",
        "int lamp(_Inout_ _Contains_long_ptr_timet_ struct lamp *l, _In_reads_opt_(n) _Contains_long_ptr_timet_ const struct lamp *ls, int n)",
        "int lamp(_Out_ _Contains_long_ struct len *parent, _In_ const struct unknown *u)",
        "int lamp(_In_reads_(n) const struct unknown *u, size_t n)",
        "int lamp(_Out_ int *fdp, _In_reads_(2) _Contains_long_timet_ const struct timeval *tv)",
        "int lamp(void *addr, caddr_t handle, intptr_t arg)",
        "off_t lamp(int s, _In_ _Contains_timet_ const time_t *t)",
        "int lamp(_Inout_updates_(*n) _Contains_long_ long *v, _Inout_ _Contains_long_ size_t *n)",
        "void lamp(long status)",
        "int lamp(_In_reads_z_(len) const char *name, size_t len, _Out_writes_(4) u_int *ids, bool all)",
    ]
}
