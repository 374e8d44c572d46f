import Reports

/// How the kinds look on light and on dark.
///
/// The hues are those that are told apart by people who see fewer of them (blue, orange, green of different lightness, purple);
/// what cannot be called is hollow and dashed, and a letter stands in every cell. Text on each fill has a contrast of at
/// least 4.5 to 1.
enum MapStyle {
    static let colours: HTML = """
        :root, svg {
          --paper: #ffffff; --ink: #1c2024; --soft: #59636e; --line: #d0d7de; --shade: #f3f5f7; --link: #0550ae;
          --band: #006b4f; --mark: #a40e26;
        }
        .static { --fill: #dbe8f6; --edge: #b6cde6; --text: #23415f; }
        .private { --fill: #8a3f7d; --edge: #8a3f7d; --text: #ffffff; }
        .compat { --fill: #f7e3a1; --edge: #d8b94f; --text: #4d3c00; }
        .module { --fill: #8fd3ea; --edge: #4aa9c8; --text: #06303f; }
        .claimed { --fill: #e07b1a; --edge: #b35c05; --text: #1c0f00; }
        .free { --fill: #e3f6ee; --edge: #00835f; --text: #005a41; }
        .obsolete { --fill: #ededed; --edge: #9a9a9a; --text: #5c5c5c; }
        .reserved { --fill: #ffffff; --edge: #8b949e; --text: #444c56; }
        .unimplemented { --fill: #ffffff; --edge: #c3c9d0; --text: #626c77; }
        .missing { --fill: none; --edge: none; --text: #626c77; }
        @media (prefers-color-scheme: dark) {
          :root, svg {
            --paper: #14171b; --ink: #e3e7eb; --soft: #9ea7b1; --line: #3a4149; --shade: #1d2126; --link: #79b8ff;
            --band: #35c796; --mark: #ff8f8f;
          }
          .static { --fill: #1e3148; --edge: #33506f; --text: #b9d2ec; }
          .private { --fill: #d29ac7; --edge: #d29ac7; --text: #2a0e25; }
          .compat { --fill: #57470f; --edge: #8a722a; --text: #f6e2a0; }
          .module { --fill: #1f6d87; --edge: #4aa9c8; --text: #ffffff; }
          .claimed { --fill: #f0943c; --edge: #ffb873; --text: #241200; }
          .free { --fill: #0e3a2c; --edge: #35c796; --text: #a5edd2; }
          .obsolete { --fill: #2a2d31; --edge: #6d747c; --text: #a9b0b8; }
          .reserved { --fill: #14171b; --edge: #8b949e; --text: #c3cad2; }
          .unimplemented { --fill: #14171b; --edge: #4b535c; --text: #98a1ab; }
          .missing { --text: #98a1ab; }
        }
        """
}
