#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Whether the tests run as root, for whom mode bits mean little.
public var isSuperuser: Bool { geteuid() == 0 }
