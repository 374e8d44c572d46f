/// Keeps the bytes of texts, which stay where they are until it goes.
///
/// Unchecked: a store is filled before anybody else sees it and never changes afterwards.
final class TextStore: @unchecked Sendable {
    private static let pieceSize = 1 << 15

    private var pieces: [UnsafeMutableRawPointer] = []
    /// The last piece that is for texts, behind what is taken of it.
    private var next: UnsafeMutablePointer<UInt8>
    private var room = TextStore.pieceSize

    init() {
        next = .allocate(capacity: room)
        pieces = [UnsafeMutableRawPointer(next)]
    }

    deinit {
        for piece in pieces { piece.deallocate() }
    }

    /// Room for `count` values, which stay as long as the texts.
    func allocate<Value: BitwiseCopyable>(_ count: Int, of _: Value.Type) -> UnsafeMutablePointer<Value> {
        let values = UnsafeMutablePointer<Value>.allocate(capacity: count)
        pieces.append(UnsafeMutableRawPointer(values))
        return values
    }

    func text(_ bytes: [UInt8]) -> Text {
        guard !bytes.isEmpty else { return "" }
        let start = begin(bytes.count)
        bytes.withUnsafeBufferPointer { append($0) }
        return text(from: start)
    }

    func text(_ string: String) -> Text {
        let start = begin(string.utf8.count)
        append(string)
        return text(from: start)
    }

    /// The parts in one piece.
    func text(_ prefix: String, _ stem: String, _ suffix: String = "") -> Text {
        let start = begin(prefix.utf8.count + stem.utf8.count + suffix.utf8.count)
        if !prefix.isEmpty { append(prefix) }
        append(stem)
        if !suffix.isEmpty { append(suffix) }
        return text(from: start)
    }

    /// Where a text of `count` bytes begins, for which there is room.
    @inline(__always)
    private func begin(_ count: Int) -> UnsafeMutablePointer<UInt8> {
        if count > room { makeRoom(for: count) }
        return next
    }

    @inline(never)
    private func makeRoom(for count: Int) {
        room = max(count, Self.pieceSize)
        next = .allocate(capacity: room)
        pieces.append(UnsafeMutableRawPointer(next))
    }

    @inline(__always)
    private func append(_ string: String) {
        string.utf8.span.withUnsafeBufferPointer { append($0) }
    }

    @inline(__always)
    private func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        next.initialize(from: source, count: bytes.count)
        next += bytes.count
        room -= bytes.count
    }

    @inline(__always)
    private func text(from start: UnsafeMutablePointer<UInt8>) -> Text {
        Text(bytes: UnsafeBufferPointer(start: start, count: next - start))
    }
}
