package org.depesche.bootstrap.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A Markdown file of the repository, as GitHub shows it. */
record MarkdownFile(Path path) {

    static final Path README = Path.of("README.md");
    static final Path FOLDER = Path.of("src/main/docs");

    /** The README and everything in the folder of chapters. */
    static Stream<MarkdownFile> all() {
        return Stream.concat(Stream.of(README), filesOf(FOLDER).stream()).map(MarkdownFile::new);
    }

    String text() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text between tags is escaped, so only our own tags are in it. */
    Document rendered() {
        var extensions = List.of(TablesExtension.create(), HeadingAnchorExtension.create());
        var document = Parser.builder().extensions(extensions).build().parse(text());
        return Jsoup.parse(HtmlRenderer.builder().extensions(extensions).escapeHtml(true).build().render(document));
    }

    private static List<Path> filesOf(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
