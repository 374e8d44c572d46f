import Findings
import TestSupport
import Testing
import TrapModules

@Suite("A manifest made of sources") struct AuditManifestTests {
    private func manifest(_ files: [String: String]) throws -> TrapManifest {
        let text = try AuditManifest(Sources.audit(files), module: "lamp", splitsMultiplexors: false).text
        return try TrapManifest.read(Array(text.utf8), path: "lamp.yml")
    }

    @Test("has handlers, arguments with their types, and what programs call")
    func complete() throws {
        let manifest = try manifest([
            "types.h":
                "typedef unsigned int lamp_flux_t;\ntypedef lamp_flux_t lamp_power_t;\ntypedef struct lamp *lamp_t;\n#define LAMP_NONE 7\n",
            "args.h": """
            struct dim_args {
            	char lamp_l_[PADL_(lamp_t)]; lamp_t lamp; char lamp_r_[PADR_(lamp_t)];
            	char by_l_[PADL_(lamp_power_t)]; lamp_power_t by; char by_r_[PADR_(lamp_power_t)];
            	char how_l_[PADL_(struct how *)]; struct how * how; char how_r_[PADR_(struct how *)];
            	char odd_l_[PADL_(odd_t)]; odd_t odd; char odd_r_[PADR_(odd_t)];
            };
            """,
            "lamp.c": Sources.module([("dim", 4)])
                + "int sys_dim(struct thread *td, struct dim_args *uap) { return (dim(uap->lamp)); }\n",
            "liblamp.c": Sources.library(
                Sources.function("lamp_dim", looksUp: "dim", ", a, b, c, d").replacing("ENOSYS", with: "LAMP_NONE")),
        ])
        let trap = try #require(manifest.traps.first)
        #expect(trap.name == "dim")
        #expect(trap.user == "lamp_dim")
        #expect(trap.absent == "7")
        #expect(trap.structure == "dim_args")
        #expect(trap.arguments.map(\.type.text) == ["lamp_t", "lamp_power_t", "struct how *", "odd_t"])
        #expect(trap.arguments.map(\.type.passing) == [.pointer, .int, .pointer, .ulong])
    }

    @Test("says what the sources leave open, and has as many words as the row")
    func doubts() throws {
        let text = try AuditManifest(
            Sources.audit(Sources.module([("light", 3)])), module: "lamp", splitsMultiplexors: false
        ).text
        #expect(text.contains("# ? no file defines its arguments"))
        #expect(try TrapManifest.read(Array(text.utf8), path: "lamp.yml").traps.map { $0.words(wide: true) } == [3])
    }

    @Test("is refused where nothing is registered, and for a name that is none")
    func refused() {
        #expect(throws: Refusal.self) {
            try AuditManifest(Sources.audit("int x;"), module: "lamp", splitsMultiplexors: false)
        }
        #expect(throws: Refusal.self) {
            try AuditManifest(Sources.audit(Sources.module([("light", 1)])), module: "a b", splitsMultiplexors: false)
        }
    }
}
