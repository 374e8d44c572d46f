-- A generator's data
local config = {
	sysnames = "syscalls.c", -- names
	["mincompat"] = 0,
}
--[[ a long
comment ]]
config.known_abi_flags = {
	long_size = { "_Contains[a-z_]*_long_", "^long [a-z0-9_]+$", "long [*]" },
	pair_64bit = { "^dev_t[ ]*$", '^off_t%s-$' },
}
local compat_option_sets = {
	native = {
		{ definition = "COMPAT_43", compatlevel = 3, flag = "COMPAT", prefix = "o", descr = "old" },
		{ stdcompat = "FREEBSD11" },
	},
}
syscall.known_flags = util.set {
	"STD", "OBSOL",
}
function util.is64bitType(type)
	return type:find("^id_t[ ]*$") ~= nil or x[ [=[y]=] ]
end
