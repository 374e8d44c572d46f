import Findings

/// What `body` was refused for, one `PLACE: MESSAGE [RULE]` for each finding, `root` cut out of the paths.
///
/// A body that succeeds gives what it returned, so that the difference tells.
func refusal<Result>(below root: String = "", _ body: () throws(Refusal) -> Result) -> [String] {
    do throws(Refusal) {
        return ["no refusal but \(try body())"]
    } catch {
        return error.findings.map { finding in
            let line = "\(finding.location?.path ?? "nowhere"): \(finding.message) [\(finding.rule)]"
            return root.isEmpty ? line : line.replacing(root + "/", with: "").replacing(root, with: "ROOT")
        }
    }
}
