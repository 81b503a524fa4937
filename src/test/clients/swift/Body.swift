import OpenAPIClient

func html(_ block: Block) -> String {
    switch block {
    case .typeParagraphBlock(let paragraph):
        return "<p>\(paragraph.html)</p>"
    case .typeBoxBlock(let box):
        return "<aside>\(box.body.map(html).joined())</aside>"
    default:
        return "" // a type that is newer than the app; ask for `include=bodyHtml` to show it nevertheless
    }
}
