/*
 * What Swift has no words for: ports, registers of devices, calls of the firmware.
 */
#include <stdint.h>

void guest_fault(void);

#if defined(__x86_64__)

static inline void
port_write(uint16_t port, uint8_t byte)
{
	__asm__ volatile("outb %0, %1" : : "a"(byte), "Nd"(port));
}

static inline void
port_write16(uint16_t port, uint16_t word)
{
	__asm__ volatile("outw %0, %1" : : "a"(word), "Nd"(port));
}

static inline uint8_t
port_read(uint16_t port)
{
	uint8_t byte;

	__asm__ volatile("inb %1, %0" : "=a"(byte) : "Nd"(port));
	return (byte);
}

static inline void
processor_rest(void)
{
	__asm__ volatile("pause");
}

#else

static inline void
register_write(uint64_t address, uint32_t value)
{
	*(volatile uint32_t *)address = value;
}

static inline uint32_t
register_read(uint64_t address)
{
	return (*(volatile uint32_t *)address);
}

static inline uint64_t
counter(void)
{
	uint64_t value;

	__asm__ volatile("isb; mrs %0, cntvct_el0" : "=r"(value));
	return (value);
}

static inline uint64_t
counter_frequency(void)
{
	uint64_t value;

	__asm__ volatile("mrs %0, cntfrq_el0" : "=r"(value));
	return (value);
}

static inline void
firmware_call(uint64_t function)
{
	register uint64_t x0 __asm__("x0") = function;

	__asm__ volatile("hvc #0" : "+r"(x0) : : "memory");
}

static inline void
processor_rest(void)
{
	__asm__ volatile("yield");
}

#endif
