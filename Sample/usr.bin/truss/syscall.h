/* How truss(1) shows arguments. */
enum Argtype {
	None = 1,

	/* Scalar integers. */
	Octal,
	Int,
	UInt,
	Hex,
	Long,
	LongHex,
	Sizet,
	Quad,
	QuadHex,
	Atfd,

	/* Pointers. */
	Ptr,
	Name,
	Stat,
	Rusage,
	Timespec,

	MAX_ARG_TYPE,
};
