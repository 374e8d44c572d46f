/// Results of tests in the form that most continuous integration reads.
public struct JUnitDocument: Sendable {
    let suites: [Suite]

    /// Makes a document.
    public init(suites: [Suite]) {
        self.suites = suites
    }

    /// Tests that belong together.
    public struct Suite: Sendable {
        let name: String
        let seconds: String
        let cases: [Case]

        /// Makes a suite that took `seconds`, a number in decimals.
        public init(name: String, seconds: String, cases: [Case]) {
            self.name = name
            self.seconds = seconds
            self.cases = cases
        }
    }

    /// A test.
    public struct Case: Sendable {
        let group: String
        let name: String
        let seconds: String
        let result: Result

        /// Makes a test.
        public init(group: String, name: String, seconds: String, result: Result) {
            self.group = group
            self.name = name
            self.seconds = seconds
            self.result = result
        }
    }

    /// How a test ended.
    public enum Result: Sendable, Hashable {
        case passed
        case skipped
        /// It came out wrong.
        case failed(type: String, message: String, details: String)
        /// It could not be carried out.
        case error(type: String, message: String, details: String)
    }

    /// The document.
    public var bytes: [UInt8] {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
        for suite in suites {
            let failures = suite.cases.filter { if case .failed = $0.result { true } else { false } }.count
            let errors = suite.cases.filter { if case .error = $0.result { true } else { false } }.count
            let skipped = suite.cases.filter { $0.result == .skipped }.count
            text += "  <testsuite name=\"\(Self.escaped(suite.name))\" tests=\"\(suite.cases.count)\""
            text += " failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\" time=\"\(suite.seconds)\">\n"
            for test in suite.cases { text += Self.text(test) }
            text += "  </testsuite>\n"
        }
        return Array((text + "</testsuites>\n").utf8)
    }

    private static func text(_ test: Case) -> String {
        let head =
            "    <testcase classname=\"\(escaped(test.group))\" name=\"\(escaped(test.name))\" time=\"\(test.seconds)\""
        switch test.result {
        case .passed: return head + "/>\n"
        case .skipped: return head + "><skipped/></testcase>\n"
        case .failed(let type, let message, let details):
            return head + ">\n" + element("failure", type, message, details) + "    </testcase>\n"
        case .error(let type, let message, let details):
            return head + ">\n" + element("error", type, message, details) + "    </testcase>\n"
        }
    }

    private static func element(_ name: String, _ type: String, _ message: String, _ details: String) -> String {
        let start = "      <\(name) type=\"\(escaped(type))\" message=\"\(escaped(message))\""
        return details.isEmpty ? start + "/>\n" : start + ">\(escaped(details))</\(name)>\n"
    }

    /// Text as XML takes it; what XML has no way to say is left out.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            default:
                let isText = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                result.unicodeScalars.append(isText ? scalar : "\u{FFFD}")
            }
        }
        return result
    }
}
