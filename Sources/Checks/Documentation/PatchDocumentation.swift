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
    ]
}
