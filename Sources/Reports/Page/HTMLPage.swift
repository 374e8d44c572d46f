/// A document of one file: its style is in it, and it loads and runs nothing.
public struct HTMLPage: Sendable {
    /// What the page is about, as text.
    public let title: String
    /// The program that made it.
    public let generator: String
    /// What stands in the body.
    public let body: HTML

    /// Makes a page.
    public init(title: String, generator: String, body: HTML) {
        self.title = title
        self.generator = generator
        self.body = body
    }

    /// The bytes of the file.
    public var bytes: [UInt8] { Array(markup.text.utf8) }

    private var markup: HTML {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="\(generator)">
        <title>\(title)</title>
        <style>
        \(HTMLPage.style)
        </style>
        </head>
        <body>
        \(body)
        </body>
        </html>

        """
    }
}
