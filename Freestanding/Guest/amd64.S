/*
 * Entry through PVH: 32-bit protected mode without paging, %ebx the address of
 * the start information.  Long mode, SSE and a stack is all that Swift wants.
 */
	.section .note.pvh, "a", @note
	.balign	4
	.long	4, 4, 18		/* XEN_ELFNOTE_PHYS32_ENTRY */
	.asciz	"Xen"
	.long	start32

	.text
	.code32
	.globl	start32
start32:
	cli
	movl	$stack_top, %esp
	/* The first GiB, in pages of 2 MiB. */
	movl	$pdpt + 3, pml4
	movl	$pd + 3, pdpt
	xorl	%ecx, %ecx
1:	movl	%ecx, %eax
	shll	$21, %eax
	orl	$0x83, %eax
	movl	%eax, pd(,%ecx,8)
	incl	%ecx
	cmpl	$512, %ecx
	jne	1b
	movl	$pml4, %eax
	movl	%eax, %cr3
	movl	%cr4, %eax
	orl	$0x620, %eax		/* PAE, OSFXSR, OSXMMEXCPT */
	movl	%eax, %cr4
	movl	$0xc0000080, %ecx	/* EFER.LME */
	rdmsr
	orl	$0x100, %eax
	wrmsr
	movl	%cr0, %eax
	andl	$~4, %eax		/* no emulation of the FPU */
	orl	$0x80000003, %eax	/* PG, MP, PE */
	movl	%eax, %cr0
	lgdt	gdt_pointer
	ljmp	$8, $start64

	.code64
start64:
	xorl	%eax, %eax
	movl	%eax, %ds
	movl	%eax, %es
	movl	%eax, %ss
	movq	$stack_top, %rsp
	movl	%ebx, %edi
	call	guest_main
1:	hlt
	jmp	1b

	/* A fault of which nobody is told is a reset. */
	.globl	guest_fault
guest_fault:
	lidt	no_idt
	int3
1:	jmp	1b

	.data
	.balign	8
gdt:	.quad	0, 0x00209a0000000000
gdt_pointer:
	.word	15
	.long	gdt
no_idt:	.word	0
	.quad	0

	.bss
	.balign	4096
pml4:	.skip	4096
pdpt:	.skip	4096
pd:	.skip	4096
stack:	.skip	65536
stack_top:
