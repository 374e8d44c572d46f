import Findings
import GitStore
import TestSupport
import Testing

@Suite("Who the author is, and when")
struct GitIdentityTests {
    let sandbox: GitSandbox

    init() throws {
        sandbox = try GitSandbox()
        try sandbox.makeRepository("src", ["a": "a\n"])
    }

    private func configured(_ changes: [String: String] = [:]) throws -> GitIdentity {
        let values = sandbox.environment.merging(changes) { $1 }
        return try GitIdentity.configured(for: sandbox.path("src"), environment: ProcessEnvironment(values))
    }

    @Test("The user's configuration names the author, and the repository's goes before it")
    func configuration() throws {
        #expect(try configured() == GitIdentity(name: "Test User", email: "test@example.org"))
        try sandbox.git("src", "config", "user.email", "work@example.org")
        #expect(try configured().email == "work@example.org")
    }

    @Test("The environment goes before the configuration, and its broken date does not matter")
    func environment() throws {
        let author = try configured([
            "GIT_AUTHOR_NAME": "Änne Müller", "GIT_AUTHOR_DATE": "nonsense", "GIT_DIR": "/nowhere",
        ])
        #expect(author.name == "Änne Müller")
    }

    @Test("An author that git would make up is refused with the option that names one")
    func madeUp() throws {
        try sandbox.write("home/.gitconfig", "")
        let refusal = #expect(throws: Refusal.self) { try configured() }
        #expect(refusal?.findings.first?.rule == "no-author")
        #expect(refusal?.findings.first?.message.contains("--author") == true)
    }

    @Test("An author is read as it is written on the command line")
    func parsing() throws {
        #expect(try GitIdentity(parsing: "Änne Müller <anne@example.org>").name == "Änne Müller")
        for text in ["", "Anne", "anne@example.org", "<anne@example.org>", "Anne <>", "Anne <a> <b>", "A\nB <c>"] {
            let refusal = #expect(throws: Refusal.self) { try GitIdentity(parsing: text) }
            #expect(refusal?.findings.first?.rule == "bad-author")
        }
    }

    @Test(
        "Dates are read without a look at the clock",
        arguments: [
            ("2024-01-02", 1_704_153_600, "+0000"), ("2024-01-02T03:04:05", 1_704_164_645, "+0000"),
            ("2024-01-02T03:04:05+01:00", 1_704_161_045, "+0100"), ("@5", 5, "+0000"),
            ("Tue, 2 Jan 2024 03:04:05 +0100", 1_704_161_045, "+0100"),
        ]
    )
    func date(text: String, seconds: Int64, zone: String) throws {
        let date = try GitDate(parsing: text, environment: ProcessEnvironment(sandbox.environment))
        #expect(date.seconds == seconds)
        #expect(date.zone == zone)
    }

    @Test("What is no date is refused", arguments: ["", "yesterday", "2024", "@", "@x", "12:00"])
    func noDate(text: String) throws {
        let refusal = #expect(throws: Refusal.self) {
            try GitDate(parsing: text, environment: ProcessEnvironment(sandbox.environment))
        }
        #expect(refusal?.findings.first?.rule == "bad-date")
    }

    @Test("SOURCE_DATE_EPOCH is a count of seconds or is refused")
    func sourceDateEpoch() throws {
        func read(_ text: String) throws -> GitDate? {
            try GitDate.sourceDateEpoch(ProcessEnvironment(["SOURCE_DATE_EPOCH": text]))
        }
        #expect(try read("1700000000")?.seconds == 1_700_000_000)
        #expect(try read("") == nil)
        for text in ["x", "-1", "1.5", "99999999999999999"] {
            #expect(throws: Refusal.self) { try read(text) }
        }
    }
}
