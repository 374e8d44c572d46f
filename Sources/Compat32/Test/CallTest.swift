extension CompatPlan {
    /// The source of a program that makes the call as the ABI that it is compiled for, native or 32-bit, and says what it
    /// expects.
    ///
    /// What it expects follows from the plan, whatever `kern_NAME` does: no SIGSYS; EFAULT for an address that is not there,
    /// where the entry point copies; EINVAL for more elements than it takes; the sizes of structures in each ABI. Values of
    /// 64 bits tell their halves apart.
    ///
    /// - Parameters:
    ///   - number: the number of the call.
    ///   - header: the header that declares it, as a program includes it; `nil` to call it by number alone.
    public func testProgram(number: Int, header: String?) -> String {
        TestProgram(plan: self, number: number, header: header).text
    }
}

/// Writes the test program of a call.
private struct TestProgram {
    let plan: CompatPlan
    let number: Int
    let header: String?

    private var name: String { plan.call.name }

    var text: String {
        let purpose = StyleText.comment(
            "Makes the call \(name)(2) as the ABI that this is compiled for, and says what it expects of it. Compile it "
                + "twice: as it is for native programs, and with -m32 for 32-bit ones. It exits with 0 when all came as "
                + "expected, with 1 when something did not, and with 2 on a kernel that does not have the call.")
        let body = plan.call.returns ? head + cases : departure
        return (purpose + includes + definitions + body).joined(separator: "\n") + "\n"
    }

    private var includes: [String] {
        var system = ["sys/types.h", "sys/syscall.h"] + (plan.call.returns ? [] : ["sys/wait.h"])
        if let header, !system.contains(header) { system.append(header) }
        let others: [String] = ["errno.h", "signal.h", "stdint.h", "stdio.h", "string.h", "unistd.h"].filter {
            $0 != header
        }
        return include(system) + [""] + include(others) + [""]
    }

    private func include(_ headers: [String]) -> [String] {
        headers.map { "#include <\($0)>" }
    }

    private var definitions: [String] {
        var lines: [String] = []
        if header == nil { lines += ["#ifndef SYS_\(name)", "#define\tSYS_\(name)\t\(number)", "#endif", ""] }
        if plan.parameters.contains(where: \.isPointer) {
            lines += ["/* An address at which nothing is. */", "#define\tNOWHERE\t((void *)(uintptr_t)16)", ""]
        }
        // The header declares the structures; the compiler of each ABI says whether they are what the kernel takes them for.
        for definition in plan.definitions where header != nil {
            let tag = definition.nativeTag
            let proof = { (size: Int) in
                ["_Static_assert(sizeof(struct \(tag)) == \(size),", "    \"struct \(tag) has another layout\");"]
            }
            lines += ["#if defined(__LP64__)"] + proof(definition.nativeSize) + ["#elif defined(__i386__)"]
            lines += proof(definition.i386Size) + ["#else"] + proof(definition.narrowSize) + ["#endif", ""]
        }
        let memory = plan.parameters.filter(\.isPointer).filter { $0.passing != .string }
        if !memory.isEmpty {
            lines.append("/* What the arguments point to, large enough for any structure. */")
            lines += memory.map { "static uint64_t \($0.memory)[4096];" } + [""]
        }
        return lines
    }

    /// The statement that makes the call, with other values for some arguments.
    private func call(_ values: [String: String] = [:], assigned: Bool = true, indent: Int = 1) -> [String] {
        let list = plan.parameters.map { values[$0.name] ?? $0.testValue(plan) }
        let tabs = String(repeating: "\t", count: indent)
        let isVoid = header != nil && plan.call.result == "void"
        let result = !assigned || isVoid ? "" : "result = (long long)"
        // A result comes back from __syscall(2) with 64 bits, of which the call's own are these.
        let cast =
            result.isEmpty ? "" : plan.call.result.hasSuffix("*") ? "(intptr_t)" : header == nil ? plan.resultCast : ""
        guard header == nil else {
            return StyleText.list("\(tabs)\(result)\(cast)\(name)(", list, ");", continuation: tabs + "    ")
        }
        // __syscall(2) rather than syscall(2): it keeps values of 64 bits at even places.
        return StyleText.list(
            "\(tabs)\(result)\(cast)__syscall(", ["(quad_t)SYS_\(name)"] + list, ");", continuation: tabs + "    ")
    }

    private var head: [String] {
        """
        static volatile sig_atomic_t missing;
        static int failures;

        static void
        note_missing(int signal)
        {

        	(void)signal;
        	missing = 1;
        }

        """.lines
            + (expectations.isEmpty
                ? []
                : """
                static void
                expect(const char *what, int expected)
                {
                	int error;

                	error = errno;
                	printf("%s: expected '%s'", what, strerror(expected));
                	printf(", got '%s'\\n", strerror(error));
                	if (error != expected)
                		failures++;
                	errno = 0;
                }

                """.lines)
    }

    private var cases: [String] {
        var lines = ["int", "main(void)", "{", "\tlong long result;", ""]
        lines += ["\t/* A kernel without the call sends SIGSYS. */", "\tsignal(SIGSYS, note_missing);"]
        lines += plan.parameters.compactMap { $0.preparation(plan, "1") }
        if header != nil, plan.call.result == "void" { lines.append("\tresult = 0;") }
        lines += ["\terrno = 0;"] + call()
        lines += [
            "\tif (missing) {", "\t\tprintf(\"\(name): expected a call, got SIGSYS\\n\");", "\t\treturn (2);", "\t}",
            "\tprintf(\"\(name): returned %lld, '%s'\\n\", result, strerror(errno));", "\terrno = 0;",
        ]
        lines += expectations
        return lines + ["\treturn (failures == 0 ? 0 : 1);", "}"]
    }

    /// What the entry points promise.
    private var expectations: [String] {
        var lines: [String] = []
        for parameter in plan.parameters where parameter.passing.reads {
            lines += ["", "\t/* '\(parameter.name)' is copied in before anything is done. */"]
            lines += call([parameter.name: "NOWHERE"], assigned: false)
            lines.append("\texpect(\"\(parameter.name) leads nowhere\", EFAULT);")
        }
        for (counter, limit, isSigned) in plan.limits {
            let numbers = ["\(limit + 1)"] + (isSigned ? ["-1"] : [])
            lines += ["", "\t/* '\(counter.name)' counts no more than \(limit). */"]
            for number in numbers {
                if let preparation = counter.preparation(plan, number) {
                    lines += [preparation] + call(assigned: false)
                } else {
                    lines += call([counter.name: "(\(counter.castType(plan)))\(number)"], assigned: false)
                }
                lines.append("\texpect(\"\(counter.name) is \(number)\", EINVAL);")
            }
            if let preparation = counter.preparation(plan, "1") { lines.append(preparation) }
        }
        return lines
    }

    /// A call that does not return is made by a child.
    private var departure: [String] {
        ["int", "main(void)", "{", "\tpid_t child;", "\tint status;", "", "\tchild = fork();", "\tif (child == 0) {"]
            + call(assigned: false, indent: 2)
                + """
                		_exit(99);
                	}
                	if (child == -1 || waitpid(child, &status, 0) == -1)
                		return (1);
                	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS) {
                		printf("\(name): expected a call, got SIGSYS\\n");
                		return (2);
                	}
                	if (WIFEXITED(status) && WEXITSTATUS(status) == 99) {
                		printf("\(name): expected no return, and it returned\\n");
                		return (1);
                	}
                	printf("\(name): did not return, status %d\\n", status);
                	return (0);
                }
                """.lines
    }
}

extension CompatPlan {
    /// What narrows the result of `__syscall` to the result of the call.
    fileprivate var resultCast: String {
        if case .split = result.passage { return "" }
        guard case .scalar(let scalar) = types.meaning(of: DeclaredType(call.result)) else { return "(int)" }
        return scalar.isFixed ? "(int)" : "(long)"
    }

    /// The arguments that count elements of an array that is copied, with the largest number and whether it can be negative.
    fileprivate var limits: [(counter: Parameter, limit: Int, isSigned: Bool)] {
        var seen: Set<String> = []
        return parameters.compactMap { parameter in
            let count: Passing.ArrayCount
            switch parameter.passing {
            case .array(_, _, let number): count = number
            case .vector(let number): count = number
            case .value, .address, .string, .object, .addresses: return nil
            }
            switch count {
            case .argument(let name, let isSigned, let limit), .pointee(let name, let isSigned, let limit):
                guard let limit = Int(limit), let counter = parameters.first(where: { $0.name == name }),
                    seen.insert(name).inserted
                else { return nil }
                return (counter, limit, isSigned)
            case .constant: return nil
            }
        }
    }
}

extension Passing {
    /// Whether the entry point reads what the program points to, however much that is.
    fileprivate var reads: Bool {
        switch self {
        case .object(_, let direction), .array(_, let direction, _), .addresses(let direction, _): direction.reads
        case .vector: true
        case .value, .address, .string: false
        }
    }
}

extension Parameter {
    fileprivate var isPointer: Bool { !type.stars.isEmpty || passing == .address }

    /// The memory that the argument points to.
    fileprivate var memory: String { name + "_memory" }

    /// An integer type of the width of the argument, or of what it points to, that needs no header of its own.
    fileprivate func castType(_ plan: CompatPlan) -> String {
        guard case .scalar(let scalar) = plan.types.meaning(of: type.pointee ?? type) else { return "uintptr_t" }
        if scalar == .time { return "time_t" }
        if scalar.isFixed { return (scalar.isSigned ? "int" : "uint") + "\(scalar.native * 8)_t" }
        return scalar.isSigned ? "long" : "unsigned long"
    }

    /// Sets the number that the argument points to; `nil` where it points to none.
    fileprivate func preparation(_ plan: CompatPlan, _ number: String) -> String? {
        guard case .object = passing, plan.limits.contains(where: { $0.counter.name == name }) else { return nil }
        return "\t*(\(castType(plan)) *)\(memory) = \(number);"
    }

    /// A value that is harmless, and as telling as can be.
    fileprivate func testValue(_ plan: CompatPlan) -> String {
        if passing == .string { return "\"/nonexistent\"" }
        if isPointer { return "(void *)\(memory)" }
        let type = castType(plan)
        if plan.limits.contains(where: { $0.counter.name == name }) { return "(\(type))1" }
        switch passing {
        case .value(.pair): return "(\(type))0x1122334455667788LL"
        case .value(.signed), .value(.time): return "(\(type))-2"
        default: return ArgumentRole(type: self.type.base, name: name) == .none ? "(\(type))0" : "(\(type))-1"
        }
    }
}

extension String {
    fileprivate var lines: [String] { split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}
