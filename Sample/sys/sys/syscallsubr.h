/* The functions behind the calls, which every ABI shares. */
#ifndef _SYS_SYSCALLSUBR_H_
#define	_SYS_SYSCALLSUBR_H_

enum uio_seg;
struct job;
struct stat;

int	kern_close(struct thread *td, int fd);
int	kern_job_wait(struct thread *td, id_t job, int *status,
	    struct rusage *usage);
int	kern_lseek(struct thread *td, int fd, off_t offset, int whence);
int	kern_unlink(struct thread *td, const char *path,
	    enum uio_seg pathseg);

#endif /* !_SYS_SYSCALLSUBR_H_ */
