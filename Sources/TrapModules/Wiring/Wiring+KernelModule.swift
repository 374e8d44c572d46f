// What the kernel linker calls.
extension Wiring {
    var moduleDeclaration: String {
        var text = """
            static int
            \(module)_modevent(module_t mod __unused, int what, void *arg __unused)
            {

            	switch (what) {
            	case MOD_LOAD:
            		return (\(module)_register());
            	case MOD_UNLOAD:
            		return (\(module)_deregister());
            	default:
            		return (EOPNOTSUPP);
            	}
            }

            static moduledata_t \(module)_mod = {
            	"\(module)",
            	\(module)_modevent,
            	NULL
            };

            DECLARE_MODULE(\(module), \(module)_mod, SI_SUB_SYSCALLS, SI_ORDER_ANY);
            MODULE_VERSION(\(module), \(manifest.version));

            """
        for dependency in manifest.dependencies {
            let version = dependency.version
            text += CText.list(
                "MODULE_DEPEND(", [module, dependency.module, "\(version)", "\(version)", "\(version)"], ");")
        }
        return text
    }
}
