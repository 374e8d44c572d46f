import Edits
import Findings

/// A `syscalls.conf` as written: settings in the form `key=value`, read as data.
///
/// The file has the looks of a shell script because releases up to 12 sourced it. Nothing of it is ever executed; a line
/// that only a shell understands is a problem.
public struct ConfigurationSyntax: Sendable {
    /// The name under which problems are reported.
    public let path: String
    /// The settings in file order; a later one of the same key wins.
    public let settings: [Setting]
    /// What is wrong with the form, in file order.
    public let problems: [Finding]

    /// One `key=value`.
    public struct Setting: Sendable, Hashable {
        /// The key.
        public let key: String
        /// The value, without its quotes.
        public let value: String
        /// The pattern of names that stands for the value; `nil` for a plain value. See ``NamePattern``.
        public let names: NamePattern?
        /// Where the key stands.
        public let location: Location
        /// The bytes of the value.
        public let range: Range<Int>
    }

    /// The rule of the problem that a value would have to be computed by a shell.
    public static let substitutionRule = "shell-substitution"

    /// Whether a value would have to be computed by a shell.
    public var needsShell: Bool { problems.contains { $0.rule == Self.substitutionRule } }

    /// The last setting of `key`.
    public subscript(key: String) -> Setting? {
        settings.last { $0.key == key }
    }
}

extension ConfigurationSyntax {
    /// How a generator reads its configuration.
    public enum Dialect: Sendable, Hashable {
        /// `makesyscalls.sh` sources it: no blanks around `=`, either quotes.
        case shell
        /// `makesyscalls.lua` of FreeBSD 13: no empty value, and text in backticks goes to a shell.
        case lua13
        /// `makesyscalls.lua` of FreeBSD 14 and `config.process` of sys/tools/syscalls/config.lua.
        case lua
    }

    /// Parses `bytes` as a generator of `dialect` would, but for what would be executed.
    public static func parse(_ bytes: [UInt8], path: String, dialect: Dialect = .lua) -> ConfigurationSyntax {
        let lines = LineMap(bytes)
        var settings: [Setting] = []
        var problems: [Finding] = []
        for number in 1...lines.starts.count {
            var line = lines.range(ofLine: number)
            if !line.isEmpty, bytes[line.upperBound - 1] == 0x0A { line = line.lowerBound..<line.upperBound - 1 }
            let text = bytes.trimmed(line)
            if let offset = line.first(where: { bytes[$0] == 0x0D || bytes[$0] == 0 }) {
                let what = bytes[offset] == 0 ? ("nul-byte", "NUL byte") : ("carriage-return", "carriage return")
                problems.append(
                    Finding(
                        .error, what.0, at: Location(path: path, offset: offset, in: lines), "\(what.1) in a setting")
                )
                break
            }
            if text.isEmpty || bytes[text.lowerBound] == 0x23 { continue }
            do {
                let setting = try bytes.setting(in: line.lowerBound..<text.upperBound, dialect)
                settings.append(
                    Setting(
                        key: bytes.text(setting.key),
                        value: bytes.text(setting.value),
                        names: setting.names,
                        location: Location(path: path, offset: setting.key.lowerBound, in: lines),
                        range: setting.value
                    )
                )
            } catch {
                let place = Location(path: path, offset: error.offset, in: lines)
                problems.append(Finding(.error, error.rule, at: place, error.message))
            }
        }
        return ConfigurationSyntax(path: path, settings: settings, problems: problems)
    }
}

private struct SettingProblem: Error {
    let offset: Int
    let message: String
    var rule = "malformed-setting"
}

extension [UInt8] {
    /// `key=value` with an optional comment behind it; the value bare or in double quotes.
    fileprivate func setting(
        in line: Range<Int>,
        _ dialect: ConfigurationSyntax.Dialect
    ) throws(SettingProblem) -> (key: Range<Int>, value: Range<Int>, names: NamePattern?) {
        let keyEnd = line.first { !isIdentifier(self[$0]) } ?? line.upperBound
        let equals = trimmed(keyEnd..<line.upperBound).lowerBound
        guard keyEnd > line.lowerBound, equals < line.upperBound, self[equals] == 0x3D else {
            throw SettingProblem(
                offset: keyEnd < line.upperBound ? keyEnd : line.lowerBound,
                message: "expected 'key=value'; other shell syntax is not understood, and never executed"
            )
        }
        let rest = trimmed(equals + 1..<line.upperBound)
        if dialect == .shell, equals > keyEnd || rest.lowerBound > equals + 1 && !rest.isEmpty {
            throw SettingProblem(offset: keyEnd, message: "a shell takes no blanks around '='")
        }
        if dialect == .lua13, rest.isEmpty || holds("\"\"", at: rest) {
            throw SettingProblem(offset: equals, message: "this release's generator takes no empty value")
        }
        if dialect != .lua, let names = NamePattern(substitution: self[rest]) {
            return (line.lowerBound..<keyEnd, rest, names)
        }
        let quote: UInt8 = dialect == .shell && !rest.isEmpty && self[rest.lowerBound] == 0x27 ? 0x27 : 0x22
        let isQuoted = !rest.isEmpty && self[rest.lowerBound] == quote
        let value: Range<Int>
        let tail: Range<Int>
        if isQuoted {
            guard let close = (rest.lowerBound + 1..<rest.upperBound).first(where: { self[$0] == quote }) else {
                throw SettingProblem(offset: rest.lowerBound, message: "the value has no closing quote")
            }
            value = rest.lowerBound + 1..<close
            tail = trimmed(close + 1..<rest.upperBound)
        } else {
            let end = rest.first { isSpace(self[$0]) || self[$0] == 0x23 } ?? rest.upperBound
            value = rest.lowerBound..<end
            tail = trimmed(end..<rest.upperBound)
        }
        if quote == 0x22, let offset = value.first(where: { "`$\\".utf8.contains(self[$0]) }) {
            throw SettingProblem(
                offset: offset,
                message:
                    "'\(text(offset..<offset + 1))' would be expanded by a shell; a configuration is data, never executed",
                rule: ConfigurationSyntax.substitutionRule
            )
        }
        if !isQuoted, let offset = value.first(where: { "'\";&|<>()*?[]{}~".utf8.contains(self[$0]) }) {
            throw SettingProblem(
                offset: offset,
                message: "'\(text(offset..<offset + 1))' has a meaning for a shell; put the value in double quotes"
            )
        }
        if !tail.isEmpty, self[tail.lowerBound] != 0x23 {
            throw SettingProblem(offset: tail.lowerBound, message: "unexpected text behind the value")
        }
        if dialect == .shell {
            if !isQuoted, value.upperBound < rest.upperBound, self[value.upperBound] == 0x23 {
                throw SettingProblem(
                    offset: value.upperBound, message: "'#' without a blank ahead of it is part of the value")
            }
            return (line.lowerBound..<keyEnd, value, nil)
        }
        // `line_expr` of config.lua takes the longest run without blanks that a '=' follows for the key.
        let blank = line.first { isSpace(self[$0]) } ?? line.upperBound
        let afterBlank = trimmed(blank..<line.upperBound).lowerBound
        if let offset = value.first(where: { self[$0] == 0x3D }),
            offset < blank || (equals < blank && offset == afterBlank)
        {
            throw SettingProblem(
                offset: offset, message: "'=' in a value, which the generator takes for part of the key")
        }
        return (line.lowerBound..<keyEnd, value, nil)
    }
}
