package org.depesche.delivery.feed.format;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.jspecify.annotations.Nullable;

/**
 * Writes an XML document. Every XML format of this service uses this class, because it removes the characters that XML 1.0
 * cannot carry (section 2.2): one of them makes a whole feed unreadable. Names may have prefixes that the root declares.
 *
 * <pre>
 * var xml = new XmlWriter("rss", "version", "2.0");
 * xml.text("title", "5 &lt; 6");
 * return xml.toBytes();
 * </pre>
 */
public final class XmlWriter {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private static final String CDATA_END = "]]>";
    private static final char DELETE = 0x7F;
    private static final char NEXT_LINE = 0x85;
    private static final char LAST_CONTROL = 0x9F;

    private final StringWriter document = new StringWriter();
    private final XMLStreamWriter writer;

    /** @param attributes names and values by turns; an attribute whose value is null is left out */
    public XmlWriter(String root, @Nullable Object... attributes) {
        try {
            writer = FACTORY.createXMLStreamWriter(document);
            writer.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        open(root, attributes);
    }

    /** Begins an element. */
    public XmlWriter open(String name, @Nullable Object... attributes) {
        return write(() -> {
            writer.writeStartElement(name);
            writeAttributes(attributes);
        });
    }

    /** Ends the innermost element. */
    public XmlWriter close() {
        return write(writer::writeEndElement);
    }

    /** Writes an element without content. */
    public XmlWriter empty(String name, @Nullable Object... attributes) {
        return write(() -> {
            writer.writeEmptyElement(name);
            writeAttributes(attributes);
        });
    }

    /** Writes an element with text. Nothing is written when the text is null. */
    public XmlWriter text(String name, @Nullable Object text, @Nullable Object... attributes) {
        if (text == null) {
            return this;
        }
        open(name, attributes);
        return write(() -> {
            writeCharacters(clean(text.toString()));
            writer.writeEndElement();
        });
    }

    /** Writes an element with HTML as character data. Nothing is written when the HTML is null. */
    public XmlWriter html(String name, @Nullable String html, @Nullable Object... attributes) {
        if (html == null) {
            return this;
        }
        open(name, attributes);
        return write(() -> {
            var clean = clean(html);
            var start = 0;
            for (var end = clean.indexOf(CDATA_END); end >= 0; end = clean.indexOf(CDATA_END, start)) {
                writer.writeCData(clean.substring(start, end + 2));
                start = end + 2;
            }
            writer.writeCData(clean.substring(start));
            writer.writeEndElement();
        });
    }

    /** Ends all elements and returns the document. */
    public byte[] toBytes() {
        write(() -> {
            writer.writeEndDocument();
            writer.close();
        });
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The text without the characters that XML 1.0 forbids, lone surrogates included, and without those that it discourages
     * (section 2.2), because validators and strict parsers of HTML report them. A next line (U+0085) becomes a line feed.
     */
    public static String clean(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return cleanFrom(text, i);
            }
        }
        return text;
    }

    private static String cleanFrom(String text, int start) {
        var clean = new StringBuilder(text.length()).append(text, 0, start);
        text.codePoints().skip(text.codePointCount(0, start)).map(c -> c == NEXT_LINE ? '\n' : c)
                .filter(XmlWriter::isCharacter).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < DELETE || c > LAST_CONTROL && c < Character.MIN_SURROGATE || c == '\n' || c == '\t';
    }

    private static boolean isCharacter(int c) {
        var isNoncharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        return c == '\t' || c == '\n' || c == '\r' || c >= ' ' && c < DELETE || c > LAST_CONTROL && c < Character.MIN_SURROGATE
                || c > Character.MAX_SURROGATE && !isNoncharacter;
    }

    /**
     * A parser would read a carriage return as a line feed, unless it is a reference. The others are references in hexadecimal,
     * because readers then know that the text is no markup that was escaped once too often (RSS Advisory Board's profile).
     */
    private void writeCharacters(String text) throws XMLStreamException {
        var start = 0;
        for (var end = 0; end < text.length(); end++) {
            var reference = switch (text.charAt(end)) {
                case '&' -> "#x26";
                case '<' -> "#x3C";
                case '\r' -> "#13";
                default -> "";
            };
            if (!reference.isEmpty()) {
                writer.writeCharacters(text.substring(start, end));
                writer.writeEntityRef(reference);
                start = end + 1;
            }
        }
        writer.writeCharacters(text.substring(start));
    }

    private void writeAttributes(@Nullable Object... attributes) throws XMLStreamException {
        for (var i = 0; i < attributes.length; i += 2) {
            var value = attributes[i + 1];
            if (value != null) {
                writer.writeAttribute(String.valueOf(attributes[i]), clean(value.toString()));
            }
        }
    }

    private XmlWriter write(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Step {
        void run() throws XMLStreamException;
    }
}
