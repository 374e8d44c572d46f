import Checks
import Compat32
import Edits
import Findings
import SourceTree

/// The case of the event in the kernel's translation of records to BSM. Without it a record is dropped, with a message on
/// the console (`kaudit_to_bsm` of sys/security/audit/audit_bsm.c).
struct AuditRecordPlace: Place {
    let name = "audit-record"
    private static let path = AuditTranslation.path

    func add(_ call: NewCall, to draft: inout Draft) throws(Refusal) {
        guard let event = call.addition.audit, event != "AUE_NULL" else { return }
        guard let text = try draft.text(Self.path) else {
            draft.skip(name, "this tree has no \(Self.path)")
            return
        }
        guard !AuditTranslation.cases(text.bytes).contains(event) else {
            draft.skip(name, "\(Self.path) has a case for \(event) already")
            return
        }
        if let definition = try AuditEvents.read(draft.view)?[event], Int(definition.value) == nil {
            draft.skip(name, "\(event) is another name of \(definition.value)")
            return
        }
        let lines = text.allLines
        let end = lines.indices.last {
            lines[$0] == "\tcase AUE_NULL:" && lines.indices.contains($0 + 1) && lines[$0 + 1] == "\tdefault:"
        }
        guard let end else {
            let place = Location(path: draft.view.label(Self.path))
            throw Refusal(
                "no-place", at: place,
                "there is no 'case AUE_NULL:' with 'default:' behind it, ahead of which \(event) belongs")
        }
        let tokens = call.prototype.auditedArguments.flatMap(\.tokens)
        let block = ["\tcase \(event):"] + tokens + ["\t\tbreak;", ""]
        try draft.insert(
            block.map { $0 + "\n" }.joined(), beforeLine: end + 1, of: text,
            because: "without a case a record of \(event) is dropped")
    }
}

/// An argument that an audit record holds.
struct AuditedArgument {
    /// The argument.
    let name: String
    /// The macro of sys/security/audit/audit.h that records it, such as `AUDIT_ARG_FD`.
    let macro: String
    /// The lines that write it into a BSM record.
    let tokens: [String]
    /// The directory that a path is relative to; `nil` for anything but a path.
    var directory: String?
}

extension CallPrototype {
    /// What audit records of the call hold: what audit.h has a place for, each place once.
    var auditedArguments: [AuditedArgument] {
        var audited: [AuditedArgument] = []
        var taken: Set<String> = []
        var paths = 0
        for (index, argument) in arguments.enumerated() {
            let number = index + 1
            let next = index + 1 < arguments.count ? arguments[index + 1] : nil
            if argument.isString {
                paths += 1
                guard paths <= 2 else { continue }
                let previous = index > 0 && arguments[index - 1].isDescriptor ? arguments[index - 1].name : "AT_FDCWD"
                audited.append(
                    AuditedArgument(
                        name: argument.name, macro: "AUDIT_ARG_UPATH\(paths)",
                        tokens: [paths == 1 ? "\t\tUPATH1_VNODE1_TOKENS;" : "\t\tUPATH2_TOKENS;"], directory: previous))
            } else if argument.isDescriptor, next?.isString == true {
                guard paths < 2 else { continue }
                audited.append(
                    AuditedArgument(
                        name: argument.name, macro: "AUDIT_ARG_ATFD\(paths + 1)",
                        tokens: ["\t\tATFD\(paths + 1)_TOKENS(\(number));"]))
            } else if let (macro, field) = Self.field(of: argument), taken.insert(macro).inserted {
                let lines =
                    macro == "PID"
                    ? ["\t\tPROCESS_PID_TOKENS(\(number));"]
                    : [
                        "\t\tif (ARG_IS_VALID(kar, ARG_\(macro))) {",
                        "\t\t\ttok = au_to_arg32(\(number), \"\(argument.name)\",", "\t\t\t    ar->\(field));",
                        "\t\t\tkau_write(rec, tok);", "\t\t}",
                    ]
                audited.append(AuditedArgument(name: argument.name, macro: "AUDIT_ARG_\(macro)", tokens: lines))
            }
        }
        return audited
    }

    /// The macro and the field of a record for a scalar argument.
    private static func field(of argument: Argument) -> (macro: String, field: String)? {
        if argument.isDescriptor { return ("FD", "ar_arg_fd") }
        if argument.isPointer { return nil }
        switch (argument.type, argument.name) {
        case ("pid_t", _): return ("PID", "ar_arg_pid")
        case ("mode_t", _): return ("MODE", "ar_arg_mode")
        case ("uid_t", _): return ("UID", "ar_arg_uid")
        case ("gid_t", _): return ("GID", "ar_arg_gid")
        case ("int", "flags"), ("u_int", "flags"): return ("FFLAGS", "ar_arg_fflags")
        case ("int", "cmd"), ("u_int", "cmd"): return ("CMD", "ar_arg_cmd")
        case ("int", "sig"), ("int", "signum"): return ("SIGNUM", "ar_arg_signum")
        default: return nil
        }
    }
}
