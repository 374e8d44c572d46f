import SyscallTable

/// A generator's source with the data of a few lines: the statements that are read, and no code behind them.
enum SmallGenerator {
    static let config = """
        local config = {
            sysnames = "names.c",
            syshdr_extra = nil;
            abi_flags = {},
            compat_set = "lamps",
            mincompat = 0,
        }
        config.known_abi_flags = {
            dim = { "_Dim_", "^dim_t$" },
            bright = {
                -- no expr
            },
        }
        local compat_option_sets = {
            lamps = {
                { definition = "COMPAT_OIL", compatlevel = 3, flag = "COMPAT", prefix = "o", descr = "oil" },
                { stdcompat = "FREEBSD9" },
            },
            none = {},
        }
        """

    static let util = """
        function util.is64bitType(type)
            return type:find("^lumen_t[ ]*$") or type:find("^off_t[ ]*$")
        end
        """

    static let syscall = """
        syscall.known_flags = util.set { "STD", "RESERVED", "UNIMPL", "OBSOL", "GLOWING", }
        """

    static func source(config: String = config, util: String = util, syscall: String = syscall) -> GeneratorSource {
        GeneratorSource(
            files: [
                "config.lua": Array(config.utf8), "tools/util.lua": Array(util.utf8),
                "core/syscall.lua": Array(syscall.utf8),
            ],
            directory: "tools"
        )
    }
}
