import Findings
import SyscallTable

/// What changed in a call that is the same call in both tables.
struct CallDetails {
    let old: Entry
    let new: Entry
    let word: WordWidth
    let scope: Scope

    /// What of two tables can be compared at all.
    struct Scope: Sendable {
        /// Whether both generators know `_Contains_` annotations.
        var containsAnnotations: Bool
        /// Whether any generator knows annotations; both must.
        var annotations: Bool
        /// Whether the programs are those of another system, whose headers say what they pass.
        var isForeign: Bool
        /// The symbols of calls by the further names that the newer headers have for their numbers.
        var aliases: [String: String]
        /// The kinds that both generators know.
        var flags: Kinds.Flags
    }

    /// The changes of the call's interface and of what is said about it.
    func changes() -> [Change] {
        guard old.isCall, new.isCall else { return [] }
        return result() + arguments() + annotations() + flags() + capability() + audit() + wrapper() + condition()
            + option()
    }

    /// Whether the interface is the same but for names and annotations.
    var agree: Bool {
        old.result == new.result && old.arguments.map(\.type) == new.arguments.map(\.type)
    }

    private func change(
        _ kind: Change.Kind, from: String?, to: String?, _ impact: Impact, _ reason: String
    ) -> Change {
        Change(kind, old, new, from: from, to: to, impact, reason)
    }

    private func result() -> [Change] {
        switch (old.result, new.result) {
        case (let before?, let after?) where before != after:
            let verdict =
                scope.isForeign
                ? TypeVerdict(.information, "programs declare what the headers of their own system say")
                : TypeVerdict(result: before, to: after)
            return [change(.result, from: before, to: after, verdict.impact, verdict.reason)]
        case (nil, _?), (_?, nil):
            return [
                change(
                    .prototype,
                    from: old.result == nil ? nil : old.declaration,
                    to: new.result == nil ? nil : new.declaration,
                    .information,
                    "only one of the rows declares the call, so that there is nothing to compare"
                )
            ]
        default: return []
        }
    }

    private func arguments() -> [Change] {
        guard old.result != nil, new.result != nil else { return [] }
        let isMultiplexer = old.flags.contains(.multiplexer) || new.flags.contains(.multiplexer)
        return ArgumentAlignment(old.arguments, new.arguments).pairs.flatMap { pair -> [Change] in
            let before = pair.old.map { old.arguments[$0] }
            let after = pair.new.map { new.arguments[$0] }
            switch (before, after) {
            case (let before?, let after?): return argument(before, after)
            case (nil, let after?):
                let isLast = (pair.new ?? 0) >= old.arguments.count
                return [extra(.argumentAdded, nil, after, isLast: isLast, isMultiplexer)]
            case (let before?, nil):
                let isLast = (pair.old ?? 0) >= new.arguments.count
                return [extra(.argumentRemoved, before, nil, isLast: isLast, isMultiplexer)]
            case (nil, nil): return []
            }
        }
    }

    private func argument(_ before: Entry.Argument, _ after: Entry.Argument) -> [Change] {
        if before.type != after.type {
            var verdict = TypeVerdict(argument: before.type, to: after.type, word: word)
            if scope.isForeign, verdict.impact == .binaryBreak {
                verdict = TypeVerdict(
                    .sourceBreak,
                    "programs pass what the headers of their own system say; the handler reads other bits of it than before"
                )
            }
            var change = change(.argumentType, from: before.text, to: after.text, verdict.impact, verdict.reason)
            change.isCertain = verdict.isCertain
            return [change]
        }
        guard before.name != after.name else { return [] }
        let reason = "names of arguments are for readers; no program holds them"
        return [change(.argumentName, from: before.text, to: after.text, .information, reason)]
    }

    private func extra(
        _ kind: Change.Kind, _ before: Entry.Argument?, _ after: Entry.Argument?, isLast: Bool, _ isMultiplexer: Bool
    ) -> Change {
        if isMultiplexer {
            let reason = "a multiplexer hands on what it is given; its prototype is a description"
            return change(kind, from: before?.text, to: after?.text, .information, reason)
        }
        if scope.isForeign {
            let isHarmless = kind == .argumentAdded && isLast
            let reason =
                isHarmless
                ? "programs pass what the headers of their own system say; the row did not mention it before"
                : "programs pass what the headers of their own system say; the handler takes it apart differently"
            return change(
                kind, from: before?.text, to: after?.text, isHarmless ? .compatible : .sourceBreak, reason)
        }
        let reason =
            switch (kind, isLast) {
            case (.argumentAdded, true):
                "programs that were built before pass no such argument, and the kernel reads one"
            case (.argumentRemoved, true): "what programs pass there is ignored from now on"
            default: "the arguments behind it move to other registers"
            }
        return change(kind, from: before?.text, to: after?.text, .binaryBreak, reason)
    }

    private func annotations() -> [Change] {
        guard scope.annotations else { return [] }
        // Of arguments that came or went the change of the argument says enough.
        let pairs = ArgumentAlignment(old.arguments, new.arguments).pairs
        let differing = pairs.compactMap { pair -> (String, String)? in
            guard let before = pair.old.map({ old.arguments[$0] }), let after = pair.new.map({ new.arguments[$0] })
            else { return nil }
            let (from, to) = (compared(before.annotations), compared(after.annotations))
            guard from != to else { return nil }
            return (
                (from.isEmpty ? "no annotation" : from) + " \(before.name)",
                (to.isEmpty ? "no annotation" : to) + " \(after.name)"
            )
        }
        guard !differing.isEmpty else { return [] }
        return [
            change(
                .annotations,
                from: differing.map(\.0).joined(separator: ", "),
                to: differing.map(\.1).joined(separator: ", "),
                .information,
                "annotations describe what the kernel does with an argument; they do not change it"
            )
        ]
    }

    private func compared(_ annotations: String) -> String {
        guard !scope.containsAnnotations else { return annotations }
        return annotations.split(separator: " ").filter { !$0.hasPrefix("_Contains_") }.joined(separator: " ")
    }

    private func flags() -> [Change] {
        let (before, after) = (old.flags.intersection(scope.flags), new.flags.intersection(scope.flags))
        // What the kernel's own header declares of a multiplexer follows from that it is one.
        let isMultiplexer = old.flags.union(new.flags).contains(.multiplexer)
        return FlagChange.all.compactMap { flag in
            if isMultiplexer, flag.flag == .noPrototype || flag.flag == .noArguments { return nil }
            let (was, isNow) = (before.contains(flag.flag), after.contains(flag.flag))
            guard was != isNow else { return nil }
            let (impact, reason) = isNow ? flag.added : flag.removed
            return change(.flags, from: was ? flag.word : nil, to: isNow ? flag.word : nil, impact, reason)
        }
    }

    private func capability() -> [Change] {
        switch (old.isCapabilityEnabled, new.isCapabilityEnabled) {
        case (false, true):
            return [
                change(
                    .capabilityGranted, from: "refused", to: "allowed", .compatible,
                    "sandboxed programs may call it now; what capability mode protects is worth a look"
                )
            ]
        case (true, false):
            return [
                change(
                    .capabilityWithdrawn, from: "allowed", to: "refused", .binaryBreak,
                    "programs in capability mode get ECAPMODE from now on"
                )
            ]
        default: return []
        }
    }

    private func audit() -> [Change] {
        guard old.audit != new.audit else { return [] }
        let reason = "audit trails name the call by another event; programs do not see it"
        return [change(.audit, from: old.audit, to: new.audit, .information, reason)]
    }

    private func wrapper() -> [Change] {
        guard old.hasWrapper != new.hasWrapper, old.name == new.name else { return [] }
        func handler(_ entry: Entry) -> String { entry.hasWrapper ? "a handler of this ABI" : "the plain name" }
        return [
            change(
                .wrapper, from: handler(old), to: handler(new), .information,
                "which function of the kernel serves the number is not visible to programs"
            )
        ]
    }

    /// An interface of the same past release that an option brings now, or does not any more.
    private func option() -> [Change] {
        guard old.state == new.state else { return [] }
        switch (old.kernelOption, new.kernelOption) {
        case (nil, let option?):
            return [
                change(
                    .condition, from: "unconditional", to: option, .binaryBreak,
                    "kernels without \(option) lack the call")
            ]
        case (let option?, nil):
            return [change(.condition, from: option, to: "unconditional", .compatible, "every kernel has the call now")]
        default: return []
        }
    }

    private func condition() -> [Change] {
        guard old.isConditional != new.isConditional else { return [] }
        return [
            new.isConditional
                ? change(
                    .condition, from: "unconditional", to: "conditional", .binaryBreak,
                    "kernels for which the preprocessor condition does not hold lack the call")
                : change(
                    .condition, from: "conditional", to: "unconditional", .compatible, "every kernel has the call now")
        ]
    }
}

extension Entry.Argument {
    /// The declaration without annotations.
    var text: String { type.hasSuffix("*") ? type + name : type + " " + name }
}
