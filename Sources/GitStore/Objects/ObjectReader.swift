import Edits
import Findings
import Synchronization

/// Reads objects of a ``ScratchStore``, and of the repository behind it, through one long-lived `cat-file --batch`.
///
/// Directories are read as the tree objects that they are, by id, and kept: no path ever appears in a question to git,
/// so no name needs quoting, and a listing costs no process.
public final class ObjectReader: Sendable {
    fileprivate struct State: Sendable {
        var conversation: GitConversation?
        var received: [UInt8] = []
        var position = 0
        var trees: [ObjectId: TreeObject] = [:]
    }

    private let command: GitCommand
    private let state = Mutex(State())

    init(_ command: GitCommand) {
        self.command = command
    }

    /// The bytes of the blob `id`.
    ///
    /// - Throws: a `Refusal` with rule `missing-object` when the repository lacks it, or `git-failed`.
    public func blob(_ id: ObjectId) throws(Refusal) -> [UInt8] {
        try object(id, ofType: "blob")
    }

    /// The commit `id`.
    package func commit(_ id: ObjectId) throws(Refusal) -> CommitObject {
        guard let commit = CommitObject(try object(id, ofType: "commit")) else { throw damaged(id) }
        return commit
    }

    /// The directory `id`.
    func tree(_ id: ObjectId) throws(Refusal) -> TreeObject {
        if let known = state.withLock({ $0.trees[id] }) { return known }
        guard let tree = TreeObject(try object(id, ofType: "tree"), nameLength: id.hex.utf8.count / 2) else {
            throw damaged(id)
        }
        state.withLock { $0.trees[id] = tree }
        return tree
    }

    /// The names in the directory `id`, in git's order.
    ///
    /// - Throws: a `Refusal` with rule `missing-object` when the repository lacks it, or `git-failed`.
    public func entries(of id: ObjectId) throws(Refusal) -> [(name: String, entry: GitEntry)] {
        try tree(id).entries
    }

    /// The entry called `name` in the directory `id`; `nil` when there is none.
    ///
    /// - Throws: a `Refusal` with rule `missing-object` when the repository lacks the directory, or `git-failed`.
    public func entry(_ name: String, in id: ObjectId) throws(Refusal) -> GitEntry? {
        try tree(id).entry(name)
    }

    private func object(_ id: ObjectId, ofType expected: String) throws(Refusal) -> [UInt8] {
        let (type, bytes) = try state.withLock { (state) throws(Refusal) in
            try state.ask(id, with: command)
        }
        guard type == expected else {
            throw Refusal("git-failed", "git object \(id) is a \(type) where a \(expected) is expected")
        }
        return bytes
    }

    private func damaged(_ id: ObjectId) -> Refusal {
        Refusal("git-failed", "git object \(id) cannot be understood")
    }
}

extension ObjectReader.State {
    /// Asks for one object: `ID\n`, answered by `ID TYPE SIZE\n`, the bytes and a line feed, or by `ID missing\n`.
    fileprivate mutating func ask(
        _ id: ObjectId,
        with command: GitCommand
    ) throws(Refusal) -> (type: String, bytes: [UInt8]) {
        let git: GitConversation
        if let conversation {
            git = conversation
        } else {
            git = try GitConversation(command)
            conversation = git
        }
        guard git.send(Array(id.hex.utf8) + [0x0A]) else { throw gone }
        let words = try line(from: git).split(separator: " ")
        guard words.count == 3, let size = Int(words[2]) else {
            throw Refusal(
                "missing-object",
                "the repository lacks git object \(id)",
                notes: [Note("a partial clone lacks what was not fetched yet; `git show \(id)` there fetches it")]
            )
        }
        let bytes = try take(size, from: git)
        _ = try take(1, from: git)
        return (String(words[1]), bytes)
    }

    private mutating func line(from git: GitConversation) throws(Refusal) -> String {
        while true {
            if let end = received[position...].firstIndex(of: 0x0A) {
                defer { position = end + 1 }
                return String(decoding: received[position..<end], as: UTF8.self)
            }
            try fill(from: git, atLeast: 1)
        }
    }

    private mutating func take(_ count: Int, from git: GitConversation) throws(Refusal) -> [UInt8] {
        while received.count - position < count {
            try fill(from: git, atLeast: count - (received.count - position))
        }
        defer { position += count }
        return Array(received[position..<(position + count)])
    }

    private mutating func fill(from git: GitConversation, atLeast count: Int) throws(Refusal) {
        if position > 0 {
            received.removeFirst(position)
            position = 0
        }
        guard let bytes = git.receive(atMost: max(count, 65536)) else { throw gone }
        received += bytes
    }

    private var gone: Refusal { Refusal("git-failed", "git ended while it was asked for an object") }
}
