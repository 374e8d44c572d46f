import Findings
import GitStore

/// What a patch is to say besides its diff.
public struct PatchRequest: Sendable {
    /// The messages, one for each step of the edit.
    public let messages: [PatchMessage]
    /// Who wrote the patch; `nil` for the author that git's configuration names.
    public let author: GitIdentity?
    /// When; `nil` for `SOURCE_DATE_EPOCH`, else the base commit's date, else that of the series' last patch, else the
    /// beginning of 1970.
    public let date: GitDate?

    /// Makes a request.
    public init(messages: [PatchMessage], author: GitIdentity? = nil, date: GitDate? = nil) {
        self.messages = messages
        self.author = author
        self.date = date
    }
}
