/*
 * Process 1 of FreeBSD/amd64: its entry, and how it calls the kernel.
 */
	.text
	.globl	_start
_start:
	xorl	%ebp, %ebp
	andq	$-16, %rsp
	leaq	memory(%rip), %rdi
	call	probe_main
1:	jmp	1b

/*
 * int64_t kernel_call(int64_t number, const uint64_t words[8], int32_t *error)
 *
 * The first six words go in registers.  The kernel finds further ones on the
 * stack, behind the place of a return address.
 */
	.globl	kernel_call
kernel_call:
	pushq	%rbx
	pushq	%r12
	movq	%rdx, %rbx
	movq	%rsi, %r12
	movq	%rdi, %rax
	pushq	56(%r12)
	pushq	48(%r12)
	pushq	$0
	movq	0(%r12), %rdi
	movq	8(%r12), %rsi
	movq	16(%r12), %rdx
	movq	24(%r12), %r10
	movq	32(%r12), %r8
	movq	40(%r12), %r9
	syscall
	sbbl	%ecx, %ecx		/* the carry flag says that it failed */
	addq	$24, %rsp
	andl	%eax, %ecx
	movl	%ecx, (%rbx)
	popq	%r12
	popq	%rbx
	ret

	.bss
	.balign	16
memory:
	.skip	65536
