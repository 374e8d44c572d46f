import Decisions
import TestSupport
import Testing

@Suite("A rollout") struct RolloutTests {
    private func rollout(_ calls: Int, _ change: (inout Rollout.Particulars) -> Void = { _ in }) throws -> Rollout {
        let decision = try Grounds().decide(Grounds.manifest(Array(repeating: 0, count: calls)))
        var particulars = Rollout.Particulars(tree: Rollout.Tree("/usr/src"), manifests: ["m.yml"])
        change(&particulars)
        return try #require(Rollout(decision, particulars))
    }

    @Test("changes the kernel first, then the module, and names the command that proves each")
    func steps() throws {
        let rollout = try rollout(4) { $0.next = Rollout.Tree("src", revision: "releng/15.1") }
        #expect(
            rollout.steps.map(\.title) == [
                "The kernel: 2 slots in addition",
                "The module: 4 calls, each in a slot of its own; only when the kernel has them",
            ])
        #expect(rollout.steps[0].tasks[0].command == "sysent widen --slots 2 --tree /usr/src --patches patches")
        #expect(
            rollout.steps[0].proofs.map(\.command) == [
                "sysent series verify --patches patches --tree /usr/src --onto HEAD",
                "sysent generate --check --tree /usr/src", "sysent check --tree /usr/src --base HEAD~1",
                "sysent slots plan m.yml --tree /usr/src",
                "sysent series forecast --patches patches --tree src --onto releng/15.1",
                "sysent boot --kernel kernel --probe --module m.ko --manifest m.yml --expect-traps m.yml --tree /usr/src",
            ])
        #expect(rollout.steps[1].proofs.map(\.command).contains("sysent traps audit m --accept"))
    }

    @Test("takes a band of before back first, and names a labelled one after the module")
    func bands() throws {
        let slots = (8...9).map { "\($0)\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n" }.joined()
        let widened = try Grounds(Grounds.master(slots)).decide(Grounds.manifest(Array(repeating: 0, count: 7)))
        let tree = Rollout.Particulars(tree: Rollout.Tree("src"), manifests: ["m.yml"])
        #expect(
            Rollout(widened, tree)?.steps[0].tasks.map(\.command) == [
                "sysent narrow --tree src --patches patches", "sysent widen --slots 5 --tree src --patches patches", "",
            ])
        let next = try Grounds(Grounds.master(Grounds.call(8, "mat")))
        let labelled = try Grounds().decide(Grounds.manifest([0, 0, 0]), next: next, at: 20)
        #expect(
            Rollout(labelled, tree)?.steps[0].tasks[0].command
                == "sysent widen --slots 1 --at 20 --label 'System calls of the module m' --tree src --patches patches")
    }

    @Test("leaves the kernel alone where it has the slots")
    func moduleAlone() throws {
        #expect(try rollout(2).steps.map(\.title) == ["The module: 2 calls, each in a slot of its own"])
    }

    @Test("has a ticket with scope, markers and links")
    func ticket() throws {
        let ticket = try rollout(3) {
            $0.multiplexor = "mux"
            $0.markers = ["LAMP-OK"]
            $0.links = ["#168"]
        }.ticket
        #expect(ticket.title == "1 loadable slot in addition, and m with a slot for each call")
        #expect(ticket.scope.count == 3 && ticket.scope[1].hasSuffix("; mux goes"))
        #expect(
            ticket.markers == [
                "the console shows LAMP-OK", "m.syscall.m0 is a number of its own, 0 or above",
                "m.syscall.m1 is a number of its own, 0 or above", "m.syscall.m2 is a number of its own, 0 or above",
                "m.syscall.mux is gone",
            ])
        #expect(ticket.links == ["#168"])
        let proofs = try rollout(3) { $0.markers = ["LAMP-OK"] }.steps[1].proofs
        #expect(
            proofs.last?.command
                == "sysent boot --image image --replace-kernel kernel --expect-traps m.yml --tree /usr/src")
    }

    @Test("quotes what a shell would take apart")
    func quoted() throws {
        let rollout = try rollout(3) {
            $0.tree = Rollout.Tree("my tree; rm", revision: "v1")
            $0.manifests = ["it's.yml"]
        }
        #expect(
            rollout.steps[0].tasks[0].command
                == "sysent widen --slots 1 --tree 'my tree; rm' --base v1 --patches patches")
        #expect(rollout.steps[0].proofs[0].command.hasSuffix("--tree 'my tree; rm' --onto v1"))
        #expect(rollout.steps[0].proofs[3].command == "sysent slots plan 'it'\\''s.yml' --tree 'my tree; rm'")
    }

    @Test("there is none where nothing was adopted")
    func nothing() throws {
        let next = try Grounds(
            "0\tAUE_NULL\tSTD {\n\t\tint lamp(void);\n\t}\n1\tAUE_NULL\tNODEF|NOTSTATIC\tlkmnosys lkmnosys nosys_args int\n"
        )
        let decision = try next.decide(Grounds.manifest([0, 0]), at: 0)
        // The band at the end counts as one that was added, and the only band is not taken back.
        #expect(decision.adopted == nil)
        #expect(Rollout(decision, Rollout.Particulars(tree: Rollout.Tree("t"), manifests: ["m.yml"])) == nil)
    }
}
