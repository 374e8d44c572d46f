/*
 * Entry of QEMU's machine "virt": EL1, no MMU, the device tree at the beginning
 * of memory.
 */
	.text
	.globl	_start
_start:
	mov	x1, #3 << 20		/* FP and SIMD do not trap */
	msr	cpacr_el1, x1
	isb
	ldr	x1, =stack_top
	mov	sp, x1
	mov	x0, #0x40000000
	bl	guest_main
1:	wfi
	b	1b

	.globl	guest_fault
guest_fault:
	b	guest_fault

	.bss
	.balign	16
stack:	.skip	65536
stack_top:
