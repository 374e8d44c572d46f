import Findings

/// The rules of patch work: repositories, series, mails.
enum PatchDocumentation {
    static let all: [RuleDocumentation] = [
        RuleDocumentation(
            "git-missing",
            .error,
            checks: "git is installed.",
            matters: "Revisions and patches are git's.",
            example: "Install git.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "git-failed",
            .error,
            checks: "git does what it is asked for.",
            matters: "Its own message says why not.",
            example: "A repository that is damaged.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "not-a-repository",
            .error,
            checks: "The tree lies in a git repository.",
            matters: "A revision can only be read from one.",
            example: "--onto in an unpacked archive.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "bad-repository",
            .error,
            checks: "git can use the repository.",
            matters: "It may belong to another user, or be damaged.",
            example: "git's safe.directory.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unknown-revision",
            .error,
            checks: "A revision names a commit.",
            matters: "There is nothing to work on.",
            example: "--onto releng/16 before it was fetched.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "missing-object",
            .error,
            checks: "The repository has the objects of the revision.",
            matters: "A partial clone lacks what was not fetched.",
            example: "git fetch it there.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "scratch-failed",
            .error,
            checks: "The private store in which patches are made works.",
            matters: "Nothing of the source repository was touched.",
            example: "No room in the temporary directory.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "modified-input",
            .error,
            checks: "Files that a patch is made from are as its base has them.",
            matters: "The patch would contain somebody's unfinished work.",
            example: "Commit the change, or name the revision by --onto.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "no-author",
            .error,
            checks: "A patch has an author.",
            matters: "git am wants one.",
            example: "Set git's user.name and user.email, or use --author.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "bad-author",
            .error,
            checks: "An author is 'Name <address>'.",
            matters: "git am wants the form.",
            example: "--author Ada.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "bad-date",
            .error,
            checks: "A date is one that git understands.",
            matters: "The date becomes part of the patch.",
            example: "SOURCE_DATE_EPOCH=yesterday.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "bad-message",
            .error,
            checks: "A patch's message can be told from its diff.",
            matters: "git am would cut the message there.",
            example: "A line '---' in the message.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "series-syntax",
            .error,
            checks: "Every line of a series file names a patch or is a comment.",
            matters: "Tools that read it would disagree.",
            example: "A patch with options that git has no word for.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "series-duplicate",
            .error,
            checks: "A series names a patch once.",
            matters: "The second time it cannot apply.",
            example: "A name twice after a merge.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "series-changed",
            .error,
            checks: "The series stays as it is while a patch is made.",
            matters: "The patch was worked out on another series.",
            example: "Run the command again.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "missing-patch",
            .error,
            checks: "Every patch of a series is there.",
            matters: "The series cannot be applied.",
            example: "A name whose file was not added.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unlisted-patch",
            .error,
            checks: "Every patch of a patch directory is in its series.",
            matters: "Nobody would apply it.",
            example: "Add the name, or move the file away.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "patch-exists",
            .error,
            checks: "A new patch overwrites none.",
            matters: "The old one would be lost.",
            example: "A number that is taken.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "not-a-file",
            .error,
            checks: "A patch changes ordinary files.",
            matters: "A link or a submodule cannot be changed by text.",
            example: "sys/kern is a submodule.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "patch-does-not-apply",
            .error,
            checks: "The series applies to its base.",
            matters: "The next release would find it broken.",
            example: "The base moved. Bring the patch up to date.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "patch-differs",
            .error,
            checks: "The patched tree is what was planned.",
            matters: "The patch would not do what its message says.",
            example: "Report it, with the series and the base.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "merge-conflict",
            .error,
            checks: "What two sides changed in a master can be brought together.",
            matters: "A guess would decide for one of two people, and number a call that programs know otherwise.",
            example: "Both sides changed the arguments of one call. Decide which holds, and take the markers out.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "parted-number",
            .error,
            checks:
                "A row that a patch adds to the native master and to that of 32-bit programs keeps one number in both.",
            matters: "A call has one number. Programs of the other ABI would make another call.",
            example:
                "The base has a row more in 'sys/kern/syscalls.master' than in the 32-bit one: the new rows would be 585 and 584.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "missing-preimage",
            .error,
            checks:
                "What a patch changes in a master can be told: from the file that it was made from, or from its added rows alone.",
            matters: "Lines that moved may belong to another row by now.",
            example:
                "The patch changes a row, and the repository lacks its pre-image. Fetch the release that it was made for.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "other-base",
            .note,
            checks: "A patch is carried to the commit that it was made for.",
            matters: "What is there may differ from what its author saw.",
            example: "The patch names the commit of one release, and is carried to the next. Nothing need be done.",
            exceptions: "A rebase is meant to leave the base."
        ),
        RuleDocumentation(
            "patch-conflict",
            .error,
            checks: "git can merge the parts of a patch that are about no table.",
            matters: "Only a person knows what the lines are to be now.",
            example: "The base changed the lines that the patch changes. Redo the patch on the new base.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "published-number",
            .error,
            checks: "The number of a call that is no slot stays when a series is carried over.",
            matters: "Numbers are compiled into programs: after a move they call something else.",
            example:
                "Upstream took the number. Ask for the move by --renumber-published, and build all users again; then it is a warning.",
            exceptions: "Where the trailer of the patch says that nobody has the number yet."
        ),
        RuleDocumentation(
            "stale-message",
            .warning,
            checks: "The range of numbers in the message of a patch is the one of the rows that it adds.",
            matters: "A reader, and the next rebase, believe the message.",
            example:
                "The message says 599-646 and the rows are 603-650. Carry the series over by its intent, or correct the message.",
            exceptions: "Where a range of the same length means something else."
        ),
        RuleDocumentation(
            "stale-preimage",
            .note,
            checks: "A patch applies to the files that it was made from.",
            matters: "Context that still fits can hide that the code around it has changed.",
            example: "The patch applies a few lines away from where it says. Look at it, and refresh it by a rebase.",
            exceptions: "Where the rest of the file does not matter to the patch."
        ),
        RuleDocumentation(
            "unknown-merge",
            .error,
            checks: "A merge driver can tell which commits are merged.",
            matters: "A companion is made of the merged master, which only these commits have.",
            example: "A single cherry-pick leaves no trace of its sides. Regenerate the companions afterwards.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "unknown-patch",
            .error,
            checks: "A name or a number names one patch of the series.",
            matters: "Another patch would be dropped or moved.",
            example: "The series has no such patch. 'sysent series list' shows them.",
            exceptions: "Never."
        ),
        RuleDocumentation(
            "driver-exists",
            .error,
            checks: "No other merge driver has the name 'sysent'.",
            matters: "Two drivers of one name would be mixed.",
            example: "The repository's configuration has one. Take it out first.",
            exceptions: "Never."
        ),
    ]
}
