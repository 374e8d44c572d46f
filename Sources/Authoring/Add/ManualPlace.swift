import Checks
import Edits
import Findings
import SourceTree

/// The page of the manual, and its line in the makefile that installs it; or a link to a page that is there.
struct ManualPlace: Place {
    let name = "manual"

    /// The makefile that lists the pages of system calls; `nil` in a tree without one.
    func makefile(_ draft: Draft) throws(Refusal) -> SourceText? {
        for path in ["lib/libsys/Makefile.sys", "lib/libc/sys/Makefile.inc"] {
            if let text = try draft.text(TreePath(path)) { return text }
        }
        return nil
    }

    func missing(for call: NewCall, in draft: Draft) throws(Refusal) -> [Finding] {
        guard call.addition.page == nil, call.addition.description == nil, try makefile(draft) != nil else { return [] }
        return [
            missingOption(
                "what \(call.name) does is missing: --description TEXT for its page of the manual, or --page NAME.2 for a page that there is"
            )
        ]
    }

    func add(_ call: NewCall, to draft: inout Draft) throws(Refusal) {
        guard let makefile = try makefile(draft) else {
            draft.skip(name, "this tree has neither lib/libsys/Makefile.sys nor lib/libc/sys/Makefile.inc")
            return
        }
        let directory = makefile.path.parent
        if let page = call.addition.page, page != "\(call.name).2" {
            guard try draft.view.exists(directory.appending(page)) else {
                let place = Location(path: draft.view.label(directory.appending(page)))
                throw Refusal("missing-file", at: place, "there is no such page of the manual")
            }
            guard MakefileList.page(of: "\(call.name).2", in: makefile) != page else {
                draft.skip(name, "\(page) documents \(call.name) already")
                return
            }
            try link(call.name, to: page, makefile, &draft)
            draft.remark("\(page) documents \(call.name)(2); its text is the author's to write.")
            return
        }
        let path = directory.appending("\(call.name).2")
        guard try draft.text(path) == nil else {
            draft.skip(name, "\(path) is there already")
            return
        }
        let lists = MakefileList.all("MAN", in: makefile).filter { $0.items.contains { $0.text.hasSuffix(".2") } }
        guard let list = lists.max(by: { $0.items.count < $1.items.count }) else {
            let place = Location(path: draft.view.label(makefile.path))
            throw Refusal("no-place", at: place, "there is no list of pages to add to")
        }
        let index = SortedPlace.index(of: "\(call.name).2", in: list.items.map(\.text))
        let (range, text) = list.insertion(of: "\(call.name).2", at: index)
        try draft.replace(range, with: text, of: makefile, because: "the page is installed")
        let page = ManualPage(
            call: call, system: try SystemName(draft.view), date: try Self.date(directory, draft))
        try draft.create(path, page.text, because: "a page of the manual for \(call.name)(2)")
    }

    /// Puts a link into the list of the page's links, or gives the page its first one.
    private func link(_ call: String, to page: String, _ makefile: SourceText, _ draft: inout Draft) throws(Refusal) {
        let words = "\(page) \(call).2"
        let reason = "\(call)(2) leads to \(page)"
        let lists = MakefileList.all("MLINKS", in: makefile).filter { $0.items.count > 1 }
        if let list = lists.first(where: { $0.items[0].text == page }) {
            let links = stride(from: 1, to: list.items.count, by: 2).map { list.items[$0].text }
            let index = SortedPlace.index(of: "\(call).2", in: links)
            let (range, text) = list.insertion(of: words, at: index * 2)
            try draft.replace(range, with: text, of: makefile, because: reason)
            return
        }
        let index = SortedPlace.index(of: page, in: lists.map(\.items[0].text))
        let line = lists.indices.contains(index) ? lists[index].line : makefile.lineCount + 1
        try draft.insert("MLINKS+=\(words)\n", beforeLine: line, of: makefile, because: reason)
    }

    /// The newest date of the directory's pages: a page has one, and a plan depends on the tree alone.
    private static func date(_ directory: TreePath, _ draft: Draft) throws(Refusal) -> PageDate {
        var newest = PageDate.oldest
        for path in try draft.view.files(in: directory, where: { $0.hasSuffix(".2") || $0.hasSuffix(".3") }) {
            guard let text = try draft.text(path) else { continue }
            let line = text.allLines.lazy.first { $0.hasPrefix(".Dd ") }
            if let date = line.flatMap({ PageDate($0.dropFirst(4)) }), newest < date { newest = date }
        }
        return newest
    }
}

extension MakefileList {
    /// The page that `link` is another name of; `nil` when it is none's.
    static func page(of link: String, in makefile: SourceText) -> String? {
        for list in all("MLINKS", in: makefile) {
            for index in stride(from: 1, to: list.items.count, by: 2) where list.items[index].text == link {
                return list.items[index - 1].text
            }
        }
        return nil
    }
}

/// The date of a page, as mdoc(7) writes it.
struct PageDate: Comparable {
    private let year: Int
    private let month: Int
    private let day: Int

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// The beginning of time.
    static let oldest = PageDate(year: 1970, month: 1, day: 1)

    private init(year: Int, month: Int, day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Reads `November 24, 2025`; `nil` for anything else.
    init?(_ text: some StringProtocol) {
        let words = text.split(whereSeparator: { $0 == " " || $0 == "," })
        guard words.count == 3, let month = Self.months.firstIndex(of: String(words[0])), let day = Int(words[1]),
            let year = Int(words[2])
        else { return nil }
        self.init(year: year, month: month + 1, day: day)
    }

    /// `November 24, 2025`
    var text: String { "\(Self.months[month - 1]) \(day), \(year)" }

    static func < (left: PageDate, right: PageDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
