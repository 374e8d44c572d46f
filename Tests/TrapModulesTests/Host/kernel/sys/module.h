#ifndef TESTS_MODULE_H
#define	TESTS_MODULE_H

typedef	struct module	*module_t;
typedef	int	(*modeventhand_t)(module_t mod, int what, void *arg);

enum modeventtype { MOD_LOAD, MOD_UNLOAD, MOD_SHUTDOWN, MOD_QUIESCE };

typedef struct moduledata {
	const char	*name;
	modeventhand_t	 evhand;
	void		*priv;
} moduledata_t;

/* The stand-in keeps one module; a real linker keeps a list. */
void	stand_in_module(const moduledata_t *data);

#define	DECLARE_MODULE(name, data, sub, order)				\
	_Static_assert((long)(sub) + (long)(order) != 0, "");		\
	__attribute__((constructor)) static void			\
	name##_declare(void)						\
	{								\
		stand_in_module(&data);					\
	}								\
	struct stand_in_semicolon
#define	MODULE_VERSION(module, version)					\
	_Static_assert((version) > 0, #module)
#define	MODULE_DEPEND(module, other, low, wanted, high)			\
	_Static_assert((low) <= (wanted) && (wanted) <= (high), #module #other)

#endif
