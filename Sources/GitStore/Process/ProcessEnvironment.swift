// The environment of a process is a mutable C global, which the importer cannot know to be left alone: nothing in this
// program sets a variable.
@preconcurrency import Glibc
import SystemPackage

/// The environment variables that the program was started with, as a value.
///
/// A value rather than a look at the process: what depends on the environment says so in its parameters, and a test can
/// give another one.
public struct ProcessEnvironment: Sendable, Hashable {
    /// The variables by name.
    public let values: [String: String]

    /// Makes an environment of `values`.
    public init(_ values: [String: String]) {
        self.values = values
    }

    /// The environment of this process.
    public static var current: ProcessEnvironment {
        var values: [String: String] = [:]
        var next = environ
        while let entry = next.pointee {
            let text = String(cString: entry)
            if let equals = text.firstIndex(of: "=") {
                values[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            next += 1
        }
        return ProcessEnvironment(values)
    }

    /// The value of `name`; `nil` when it is unset or empty.
    public subscript(name: String) -> String? {
        guard let value = values[name], !value.isEmpty else { return nil }
        return value
    }
}

extension ProcessEnvironment {
    /// The environment for commands whose result may depend on nothing but their input: no configuration of the user
    /// or the machine, no `GIT_` variable from outside, one language, one time zone, no network.
    ///
    /// `home` holds the configuration that such commands do see; see ``ScratchDirectory``.
    func scrubbed(home: FilePath) -> [String: String] {
        var result = [
            "HOME": home.string,
            "XDG_CONFIG_HOME": home.appending(".config").string,
            "LC_ALL": "C",
            "TZ": "UTC",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": home.appending(".gitconfig").string,
            "GIT_ATTR_NOSYSTEM": "1",
            "GIT_NO_REPLACE_OBJECTS": "1",
            "GIT_OPTIONAL_LOCKS": "0",
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_PAGER": "cat",
            "GIT_EDITOR": "false",
            // A partial clone fetches what it lacks, and that writes into it. Newer versions of git know the first
            // variable; for older ones no transport is allowed.
            "GIT_NO_LAZY_FETCH": "1",
            "GIT_ALLOW_PROTOCOL": "none",
        ]
        for name in ["PATH", "LD_LIBRARY_PATH", "TMPDIR"] {
            result[name] = values[name]
        }
        return result
    }

    /// The environment for asking who the user is: theirs, without what would point git at another repository.
    var forIdentity: [String: String] {
        var result = values
        for name in [
            "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
            "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_PREFIX", "GIT_CONFIG",
        ] {
            result[name] = nil
        }
        // The date is not asked for, and a broken one would make git fail.
        result["GIT_AUTHOR_DATE"] = "@0 +0000"
        result["GIT_OPTIONAL_LOCKS"] = "0"
        result["GIT_TERMINAL_PROMPT"] = "0"
        result["LC_ALL"] = "C"
        return result
    }
}
