import Findings

/// The rules of boot checks and of their plans.
enum BootDocumentation {
    static let all: [RuleDocumentation] = [
        RuleDocumentation(
            "malformed-pattern",
            .error,
            checks: "The pattern of a marker, or of what a conversation waits for, can be read.",
            matters: "A pattern that means something else than was thought finds nothing, or everything.",
            example: "'pattern: \"[0-9\"' lacks a bracket.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unknown-state",
            .error,
            checks: "A state that a marker wants to find is one that another marker leads to.",
            matters: "The marker could never be found, and the boot would wait for it until its deadline.",
            example: "'from: logged-in', and no marker has 'to: logged-in'.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "qemu-missing",
            .error,
            checks: "The QEMU that plays the architecture can be found.",
            matters: "No kernel can be booted.",
            example:
                "qemu-system-aarch64 is not installed. The message names Debian's package; --qemu names a program.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "qemu-failed",
            .error,
            checks: "QEMU can be started.",
            matters: "Nothing was booted, so nothing can be judged.",
            example: "--qemu names a file that cannot be executed.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "firmware-missing",
            .error,
            checks: "The firmware that an image needs is there.",
            matters: "Without it the machine starts nothing.",
            example: "--firmware uefi without the package ovmf, or BIOS for arm64.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "malformed-variable",
            .error,
            checks: "A variable of the kernel's environment can be handed to it on its command line.",
            matters: "It would arrive cut off, or not at all.",
            example: "--env a, or a value with a space.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "probe-missing",
            .error,
            checks: "The probe's program is where it is looked for.",
            matters: "Nothing could be the first process.",
            example: "No sysent-probe lies beside the program, and neither --probe-file nor SYSENT_PROBE names one.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "xorriso-missing",
            .error,
            checks: "xorriso, which makes and changes ISO images, can be found.",
            matters: "The probe's root cannot be made, nor a kernel be put into an image.",
            example: "Install Debian's package xorriso.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "xorriso-failed",
            .error,
            checks: "xorriso can do what is asked of it.",
            matters: "The image would not be what it should.",
            example: "--kernel-path names a file that the image does not have.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unwritable-file",
            .error,
            checks: "A file that was asked for can be written.",
            matters: "The result would be lost.",
            example: "--log names a directory on a full disk.",
            exceptions: "Never."
        ),
    ]
}
