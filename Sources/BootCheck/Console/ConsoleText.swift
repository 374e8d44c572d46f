/// Turns the bytes of a console into clean lines.
///
/// What a terminal would act upon is left out: escape sequences, control bytes, a carriage return before a line feed. What
/// moves the cursor to another line or to the beginning of its own ends a line here. Bytes that are no UTF-8 become U+FFFD.
/// A line has an upper length; a longer one is handed on in pieces. Nothing that a guest writes makes it fail, or grow.
struct ConsoleText: Sendable {
    /// How a piece of text ends.
    enum End: Sendable {
        /// With the line.
        case line
        /// The line goes on: it has reached its upper length.
        case cut
    }

    /// The line that has not ended.
    private(set) var open: [UInt8] = []
    /// Whether the open line is what is left of one that was cut.
    private(set) var isContinued = false

    private let limit: Int
    private var state = State.text
    private var parameter = 0
    /// The bytes of a character that has begun, and how many of it are to come.
    private var scalar: UInt32 = 0
    private var scalarCount = 0
    private var expected = 0

    private enum State {
        case text, carriageReturn, escape, control, string, stringEscape, skipOne
    }

    /// - Parameter limit: the upper length of a line in bytes.
    init(limit: Int = 4096) {
        self.limit = limit
        open.reserveCapacity(limit)
    }

    /// Takes bytes, and calls `sink` with each line that ends in them.
    @inline(__always)
    mutating func feed(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ sink: (_ line: UnsafeBufferPointer<UInt8>, _ end: End, _ isContinued: Bool) -> Void
    ) {
        var index = 0
        while index < bytes.count {
            if state == .text, expected == 0 {
                // Most of all bytes are plain text, and are taken in one go.
                let start = index
                while index < bytes.count, bytes[index] >= 0x20, bytes[index] < 0x7F { index += 1 }
                if index > start {
                    add(UnsafeBufferPointer(rebasing: bytes[start..<index]), sink)
                    if index == bytes.count { return }
                }
            }
            take(bytes[index], sink)
            index += 1
        }
    }

    /// Ends what is open: nothing more will come.
    mutating func finish(_ sink: (UnsafeBufferPointer<UInt8>, End, Bool) -> Void) {
        flushScalar(sink)
        if !open.isEmpty { end(.line, sink) }
    }

    private mutating func add(
        _ text: UnsafeBufferPointer<UInt8>, _ sink: (UnsafeBufferPointer<UInt8>, End, Bool) -> Void
    ) {
        var rest = text
        while open.count + rest.count > limit {
            let room = limit - open.count
            open.append(contentsOf: rest[..<room])
            end(.cut, sink)
            rest = UnsafeBufferPointer(rebasing: rest[room...])
        }
        open.append(contentsOf: rest)
    }

    private mutating func add(_ byte: UInt8, _ sink: (UnsafeBufferPointer<UInt8>, End, Bool) -> Void) {
        if open.count >= limit { end(.cut, sink) }
        open.append(byte)
    }

    private mutating func end(_ end: End, _ sink: (UnsafeBufferPointer<UInt8>, End, Bool) -> Void) {
        open.withUnsafeBufferPointer { sink($0, end, isContinued) }
        open.removeAll(keepingCapacity: true)
        isContinued = end == .cut
    }

    private mutating func take(_ byte: UInt8, _ sink: (UnsafeBufferPointer<UInt8>, End, Bool) -> Void) {
        switch state {
        case .text: takeText(byte, sink)
        case .carriageReturn:
            switch byte {
            case 0x0D: break
            case 0x0A:
                state = .text
                end(.line, sink)
            default:
                // The cursor is back at the first column: what comes is a line of its own.
                state = .text
                if !open.isEmpty { end(.line, sink) }
                takeText(byte, sink)
            }
        case .escape:
            switch byte {
            case UInt8(ascii: "["):
                state = .control
                parameter = 0
            case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
                state = .string
                parameter = 0
            case 0x20...0x2F: state = .skipOne
            case 0x1B: break
            case 0x0A, 0x0D:
                state = .text
                takeText(byte, sink)
            case UInt8(ascii: "c"), UInt8(ascii: "D"), UInt8(ascii: "E"), UInt8(ascii: "M"):
                state = .text
                if !open.isEmpty { end(.line, sink) }
            default: state = .text
            }
        case .skipOne:
            if !(0x20...0x2F).contains(byte) { state = .text }
        case .control: takeControl(byte, sink)
        case .string:
            parameter += 1
            switch byte {
            case 0x07: state = .text
            case 0x1B: state = .stringEscape
            // No terminal is told that much, or a line feed: the sequence was none.
            case 0x0A, 0x0D:
                state = .text
                takeText(byte, sink)
            default: if parameter > 1024 { state = .text }
            }
        case .stringEscape:
            state = byte == UInt8(ascii: "\\") ? .text : .escape
            if state == .escape { take(byte, sink) }
        }
    }

    /// A byte of a control sequence, `ESC [ … letter`.
    private mutating func takeControl(_ byte: UInt8, _ sink: (UnsafeBufferPointer<UInt8>, End, Bool) -> Void) {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            parameter = min(parameter * 10 + Int(byte - UInt8(ascii: "0")), 1000)
        case UInt8(ascii: ";"): parameter = 0
        case 0x20...0x2F, 0x3A, 0x3C...0x3F: break
        case UInt8(ascii: "C"):
            // The cursor goes to the right.
            state = .text
            for _ in 0..<min(max(parameter, 1), 80) { add(0x20, sink) }
        case UInt8(ascii: "A"), UInt8(ascii: "B"), UInt8(ascii: "E"), UInt8(ascii: "F"), UInt8(ascii: "G"),
            UInt8(ascii: "H"), UInt8(ascii: "f"), UInt8(ascii: "d"), UInt8(ascii: "J"):
            state = .text
            if !open.isEmpty { end(.line, sink) }
        case 0x40...0x7E: state = .text
        case 0x1B: state = .escape
        case 0x0A, 0x0D:
            state = .text
            takeText(byte, sink)
        default: state = .text
        }
    }

    private mutating func takeText(_ byte: UInt8, _ sink: (UnsafeBufferPointer<UInt8>, End, Bool) -> Void) {
        if expected > 0 {
            if byte & 0xC0 == 0x80, isContinuation(byte) {
                scalar = scalar << 8 | UInt32(byte)
                scalarCount += 1
                expected -= 1
                if expected == 0 { addScalar(sink) }
                return
            }
            flushScalar(sink)
        }
        switch byte {
        case 0x20..<0x7F, 0x09: add(byte, sink)
        case 0x0A: end(.line, sink)
        case 0x0D: state = .carriageReturn
        case 0x1B: state = .escape
        case 0x08:
            // One character back, which may have several bytes.
            while let last = open.popLast(), last & 0xC0 == 0x80 {}
        case 0x0B, 0x0C: if !open.isEmpty { end(.line, sink) }
        case 0xC2...0xF4:
            scalar = UInt32(byte)
            scalarCount = 1
            expected = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
        case 0x80...0xFF: addReplacement(sink)
        // Bells, NULs and the like.
        default: break
        }
    }

    /// Whether the byte can stand in its place: no overlong form, no surrogate, nothing past U+10FFFF.
    private func isContinuation(_ byte: UInt8) -> Bool {
        guard scalarCount == 1 else { return true }
        return switch scalar {
        case 0xE0: byte >= 0xA0
        case 0xED: byte < 0xA0
        case 0xF0: byte >= 0x90
        case 0xF4: byte < 0x90
        default: true
        }
    }

    private mutating func flushScalar(_ sink: (UnsafeBufferPointer<UInt8>, End, Bool) -> Void) {
        guard expected > 0 else { return }
        expected = 0
        addReplacement(sink)
    }

    private mutating func addScalar(_ sink: (UnsafeBufferPointer<UInt8>, End, Bool) -> Void) {
        if open.count + scalarCount > limit { end(.cut, sink) }
        for index in (0..<scalarCount).reversed() {
            open.append(UInt8(truncatingIfNeeded: scalar >> UInt32(index * 8)))
        }
    }

    private mutating func addReplacement(_ sink: (UnsafeBufferPointer<UInt8>, End, Bool) -> Void) {
        scalar = 0xEFBFBD
        scalarCount = 3
        addScalar(sink)
    }
}
