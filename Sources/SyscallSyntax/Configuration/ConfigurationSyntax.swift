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
        /// Where the key stands.
        public let location: Location
    }

    /// The last setting of `key`.
    public subscript(key: String) -> Setting? {
        settings.last { $0.key == key }
    }
}

extension ConfigurationSyntax {
    /// Parses `bytes` by the rules of `config.process` of sys/tools/syscalls/config.lua.
    public static func parse(_ bytes: [UInt8], path: String) -> ConfigurationSyntax {
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
                let setting = try bytes.setting(in: line.lowerBound..<text.upperBound)
                settings.append(
                    Setting(
                        key: bytes.text(setting.key),
                        value: bytes.text(setting.value),
                        location: Location(path: path, offset: setting.key.lowerBound, in: lines)
                    )
                )
            } catch {
                let place = Location(path: path, offset: error.offset, in: lines)
                problems.append(Finding(.error, "malformed-setting", at: place, error.message))
            }
        }
        return ConfigurationSyntax(path: path, settings: settings, problems: problems)
    }
}

private struct SettingProblem: Error {
    let offset: Int
    let message: String
}

extension [UInt8] {
    /// `key=value` with an optional comment behind it; the value bare or in double quotes.
    fileprivate func setting(in line: Range<Int>) throws(SettingProblem) -> (key: Range<Int>, value: Range<Int>) {
        let keyEnd = line.first { !isIdentifier(self[$0]) } ?? line.upperBound
        let equals = trimmed(keyEnd..<line.upperBound).lowerBound
        guard keyEnd > line.lowerBound, equals < line.upperBound, self[equals] == 0x3D else {
            throw SettingProblem(
                offset: keyEnd < line.upperBound ? keyEnd : line.lowerBound,
                message: "expected 'key=value'; other shell syntax is not understood, and never executed"
            )
        }
        let rest = trimmed(equals + 1..<line.upperBound)
        let isQuoted = !rest.isEmpty && self[rest.lowerBound] == 0x22
        let value: Range<Int>
        let tail: Range<Int>
        if isQuoted {
            guard let close = (rest.lowerBound + 1..<rest.upperBound).first(where: { self[$0] == 0x22 }) else {
                throw SettingProblem(offset: rest.lowerBound, message: "the value has no closing quote")
            }
            value = rest.lowerBound + 1..<close
            tail = trimmed(close + 1..<rest.upperBound)
        } else {
            let end = rest.first { isSpace(self[$0]) || self[$0] == 0x23 } ?? rest.upperBound
            value = rest.lowerBound..<end
            tail = trimmed(end..<rest.upperBound)
        }
        if let offset = value.first(where: { "`$\\".utf8.contains(self[$0]) }) {
            throw SettingProblem(
                offset: offset,
                message:
                    "'\(text(offset..<offset + 1))' would be expanded by a shell; a configuration is data, never executed"
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
        // `line_expr` of config.lua takes the longest run without blanks that a '=' follows for the key.
        let blank = line.first { isSpace(self[$0]) } ?? line.upperBound
        let afterBlank = trimmed(blank..<line.upperBound).lowerBound
        if let offset = value.first(where: { self[$0] == 0x3D }),
            offset < blank || (equals < blank && offset == afterBlank)
        {
            throw SettingProblem(
                offset: offset, message: "'=' in a value, which the generator takes for part of the key")
        }
        return (line.lowerBound..<keyEnd, value)
    }
}
