/// A document of one file: its style is in it, and it loads nothing. It runs nothing either, but for a script of its own that
/// its policy allows by the script's hash.
public struct HTMLPage: Sendable {
    /// What the page is about, as text.
    public let title: String
    /// The program that made it.
    public let generator: String
    /// What stands in the body.
    public let body: HTML
    /// Rules beside those that all pages have.
    public let style: HTML
    /// The script that the page runs when it has been read; `nil` for none. Nothing of it comes from a tree.
    public let script: StaticString?

    /// Makes a page.
    public init(title: String, generator: String, body: HTML, style: HTML = "", script: StaticString? = nil) {
        self.title = title
        self.generator = generator
        self.body = body
        self.style = style
        self.script = script
    }

    /// The bytes of the file.
    public var bytes: [UInt8] { Array(markup.text.utf8) }

    private var markup: HTML {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'\(scriptPolicy)">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="\(generator)">
        <title>\(title)</title>
        <style>
        \(HTMLPage.style)
        \(style.text.isEmpty ? "" : "\(style)\n" as HTML)</style>
        </head>
        <body>
        \(body)
        \(scriptElement)</body>
        </html>

        """
    }

    private var scriptPolicy: HTML {
        guard let script else { return "" }
        let bytes = script.withUTF8Buffer { Array($0) }
        return HTML(stringLiteral: "; script-src 'sha256-\(SHA256.digest(bytes).base64)'")
    }

    private var scriptElement: HTML {
        guard let script else { return "" }
        return HTML(stringLiteral: "<script>\(script)</script>\n")
    }
}
