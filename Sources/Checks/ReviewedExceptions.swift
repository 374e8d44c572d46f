/// Findings that are true and legitimate in released trees: somebody has looked, and says why.
///
/// Such findings are kept in JSON and SARIF reports, as suppressed ones with their reason.
enum ReviewedExceptions {
    /// A reason and the calls that it holds for.
    struct Entry {
        let rule: String
        let reason: String
        let calls: Set<String>

        /// The calls are separated by blanks.
        init(_ rule: String, _ reason: String, _ calls: String) {
            self.rule = rule
            self.reason = reason
            self.calls = Set(calls.split(separator: " ").map(String.init))
        }
    }

    /// Why a finding of `rule` about `call` is legitimate; `nil` when nobody has said so.
    static func reason(_ rule: String, _ call: String) -> String? {
        all.first { $0.rule == rule && $0.calls.contains(call) }?.reason
    }

    /// FreeBSD 13 to 15.
    static let all = [
        Entry(
            "missing-symbol",
            "brk(2) and sbrk(2) are the interface of libc; nothing calls the system call by its own name",
            "break sstk"
        ),
        Entry(
            "missing-symbol",
            "a slot for a file system from outside the tree, which makes the call by syscall(2)",
            "afs3_syscall nnpfs_syscall"
        ),
        Entry(
            "missing-symbol",
            "exported with its versions by C files of lib/libc/sys",
            "openat setcontext swapcontext"
        ),
        Entry(
            "missing-symbol",
            "libc reaches it as __sys_shm_open2, behind shm_open(2) and memfd_create(3)",
            "shm_open2"
        ),
        Entry(
            "missing-symbol",
            "only the threads library and the run-time linker make the call, as __sys_sigfastblock",
            "sigfastblock"
        ),
        Entry(
            "missing-symbol",
            "libc reaches it as __sys___realpathat, behind realpath(3)",
            "__realpathat"
        ),
        Entry(
            "missing-symbol",
            "libc reaches it as __sys___specialfd, behind eventfd(2) and inotify_init(2)",
            "__specialfd"
        ),
        Entry(
            "missing-symbol",
            "libc reaches it as __sys_sctp_generic_…, behind sctp_sendmsg(3) and sctp_recvmsg(3)",
            "sctp_generic_recvmsg sctp_generic_sendmsg sctp_generic_sendmsg_iov"
        ),
        Entry(
            "missing-symbol",
            "superseded by sched_yield(2); kept for old programs",
            "yield"
        ),
        Entry(
            "missing-symbol",
            "an earlier form of swapoff(2), kept for old programs; its name is no interface",
            "freebsd13_swapoff"
        ),
        Entry(
            "symbol-namespace",
            "a function of libc that became a system call, and kept its version",
            "posix_openpt pselect"
        ),
        Entry(
            "symbol-namespace",
            "took a number that was free among older ones",
            """
            __cap_rights_get clock_getcpuclockid2 clock_nanosleep ffclock_getcounter ffclock_getestimate \
            ffclock_setestimate setfib
            """
        ),
        Entry(
            "symbol-namespace",
            "one daemon of the base system is the only caller: rpc.lockd(8), gssd(8), rpc.tlsservd(8)",
            "gssd_syscall nlm_syscall rpctls_syscall"
        ),
        Entry(
            "private-symbol",
            "the libraries of the base system make the call as __sys_… alone, behind a function of their own",
            """
            aio_cancel aio_error aio_fsync aio_read aio_readv aio_return aio_suspend aio_waitcomplete aio_write \
            aio_writev clock_nanosleep lio_listio pdfork shm_open2 sigfastblock
            """
        ),
        Entry(
            "truss-arguments",
            "its one decoder takes the address and, as its length, the argument behind",
            "utrace"
        ),
        Entry(
            "missing-declaration",
            "brk(2) and sbrk(2) are the interface of libc",
            "break sstk"
        ),
        Entry(
            "missing-declaration",
            "a slot for a file system from outside the tree, which makes the call by syscall(2)",
            "afs3_syscall nnpfs_syscall"
        ),
        Entry(
            "missing-declaration",
            "declared where libc uses it, behind getcwd(3), mac_get(3), mac_set(3), mac_execve(3), semctl(2), sysctl(3), realpath(3), eventfd(2)",
            """
            __getcwd __mac_execve __mac_get_fd __mac_get_file __mac_get_link __mac_get_pid __mac_get_proc \
            __mac_set_fd __mac_set_file __mac_set_link __mac_set_proc __realpathat __semctl __specialfd \
            __sysctl __sysctlbyname
            """
        ),
        Entry(
            "missing-declaration",
            "declared where librt uses it, behind mq_open(3) and its kin, and timer_create(2) and its kin",
            """
            kmq_notify kmq_open kmq_setattr kmq_timedreceive kmq_timedsend kmq_unlink ktimer_create \
            ktimer_delete ktimer_getoverrun ktimer_gettime ktimer_settime
            """
        ),
        Entry(
            "missing-declaration",
            "a multiplexer that the calls of System V IPC replaced; kept for old programs",
            "msgsys semsys shmsys"
        ),
        Entry(
            "missing-declaration",
            "declared where libc uses it, behind sctp_sendmsg(3) and sctp_recvmsg(3)",
            "sctp_generic_recvmsg sctp_generic_sendmsg sctp_generic_sendmsg_iov"
        ),
        Entry(
            "missing-declaration",
            "declared where libc uses it, behind shm_open(2) and memfd_create(3)",
            "shm_open2"
        ),
        Entry(
            "missing-declaration",
            "declared where the threads library and the run-time linker use it",
            "sigfastblock"
        ),
        Entry(
            "missing-declaration",
            "declared where the daemon uses it: gssd(8) is the only caller",
            "gssd_syscall"
        ),
        Entry(
            "missing-declaration",
            "kept for old programs; sched_yield(2) and swapoff(2) are the interface",
            "freebsd13_swapoff yield"
        ),
        Entry(
            "missing-manual",
            "documented as acl_get(3), acl_set(3), acl_delete(3), acl_valid(3)",
            """
            __acl_aclcheck_fd __acl_aclcheck_file __acl_aclcheck_link __acl_delete_fd __acl_delete_file \
            __acl_delete_link __acl_get_fd __acl_get_file __acl_get_link __acl_set_fd __acl_set_file \
            __acl_set_link
            """
        ),
        Entry(
            "missing-manual",
            "documented as mac_get(3), mac_set(3), mac_execve(3) and mac(3)",
            """
            __mac_execve __mac_get_fd __mac_get_file __mac_get_link __mac_get_pid __mac_get_proc \
            __mac_set_fd __mac_set_file __mac_set_link __mac_set_proc mac_syscall
            """
        ),
        Entry(
            "missing-manual",
            "documented as cap_rights_get(3)",
            "__cap_rights_get"
        ),
        Entry(
            "missing-manual",
            "documented as getcwd(3), realpath(3), semctl(2), sysctl(3), eventfd(2)",
            "__getcwd __realpathat __semctl __specialfd __sysctl __sysctlbyname"
        ),
        Entry(
            "missing-manual",
            "for the regression tests alone; compiled with option REGRESSION",
            "__setugid"
        ),
        Entry(
            "missing-manual",
            "a slot for a file system from outside the tree",
            "afs3_syscall nnpfs_syscall"
        ),
        Entry(
            "missing-manual",
            "documented as brk(2); sstk was never implemented",
            "break sstk"
        ),
        Entry(
            "missing-manual",
            "documented as clock_getcpuclockid(3)",
            "clock_getcpuclockid2"
        ),
        Entry(
            "missing-manual",
            "documented as mq_open(2) and its kin",
            """
            kmq_notify kmq_open kmq_setattr kmq_timedreceive kmq_timedsend kmq_unlink
            """
        ),
        Entry(
            "missing-manual",
            "documented as sem_open(3), sem_init(3) and their kin",
            """
            ksem_close ksem_destroy ksem_getvalue ksem_init ksem_open ksem_post ksem_timedwait ksem_trywait \
            ksem_unlink ksem_wait
            """
        ),
        Entry(
            "missing-manual",
            "documented as timer_create(2) and its kin",
            """
            ktimer_create ktimer_delete ktimer_getoverrun ktimer_gettime ktimer_settime
            """
        ),
        Entry(
            "missing-manual",
            "a multiplexer that msgget(2), semget(2) and shmget(2) replaced; kept for old programs",
            "msgsys semsys shmsys"
        ),
        Entry(
            "missing-manual",
            "one daemon of the base system is the only caller: rpc.lockd(8), gssd(8), rpc.tlsservd(8)",
            "gssd_syscall nlm_syscall rpctls_syscall"
        ),
        Entry(
            "missing-manual",
            "documented as shm_open(2)",
            "shm_open2"
        ),
        Entry(
            "missing-manual",
            "replaced by thr_new(2); kept for old programs",
            "thr_create"
        ),
        Entry(
            "missing-manual",
            "documented as sched_yield(2) and swapoff(2); kept for old programs",
            "freebsd13_swapoff yield"
        ),
        Entry(
            "missing-manual",
            "documented with OpenBSM, which brings the pages of its calls in contrib/openbsm",
            """
            auditctl auditon getaudit getaudit_addr getauid setaudit setaudit_addr setauid
            """
        ),
        Entry(
            "missing-manual",
            "described by sctp_generic_sendmsg(2), without a link of its own name",
            "sctp_generic_sendmsg_iov"
        ),
        Entry(
            "missing-manual",
            "documented as sched_getcpu(3)",
            "sched_getcpu"
        ),
    ]
}
