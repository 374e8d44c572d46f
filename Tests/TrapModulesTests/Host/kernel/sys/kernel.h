#ifndef TESTS_KERNEL_H
#define	TESTS_KERNEL_H

enum sysinit_sub_id { SI_SUB_SYSCALLS = 0xd800000, SI_SUB_DRIVERS = 0x3100000 };
enum sysinit_elem_order { SI_ORDER_FIRST = 0, SI_ORDER_MIDDLE = 0x1000000, SI_ORDER_ANY = 0xfffffff };

extern int hz;

#endif
