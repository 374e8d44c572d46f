/// The bytes of a companion as they are written.
struct CodeWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// Appends text that reads like the C that it is.
    mutating func write(_ text: Code) {
        bytes += text.bytes
    }

    /// Appends bytes of the master as they stand there.
    mutating func write(verbatim text: [UInt8]) {
        bytes += text
    }

    /// Appends what another writer gathered.
    mutating func write(_ section: CodeWriter) {
        bytes += section.bytes
    }
}

/// Text with interpolations that goes into bytes without becoming a `String` first.
struct Code: ExpressibleByStringInterpolation {
    let bytes: [UInt8]

    init(stringLiteral value: StaticString) {
        bytes = value.withUTF8Buffer(Array.init)
    }

    init(stringInterpolation: StringInterpolation) {
        bytes = stringInterpolation.bytes
    }

    struct StringInterpolation: StringInterpolationProtocol {
        var bytes: [UInt8] = []

        init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + 24 * interpolationCount)
        }

        mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        mutating func appendInterpolation(_ text: String) {
            var text = text
            text.withUTF8 { bytes.append(contentsOf: $0) }
        }

        mutating func appendInterpolation(_ number: Int) {
            appendInterpolation(String(number))
        }
    }
}
