package org.depesche.media.metadata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;

import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Counts what the XMP packets of a file hold, before they are parsed. The library compares each property and list item with
 * all siblings before it, so that the time grows with the square of their number. It keeps namespaces until the process ends.
 */
final class XmpSize {

    static final int MAX_NAMES = 20_000;
    static final int MAX_ITEMS = 50_000;
    static final int MAX_NAMESPACES = 200;

    /** What an editor reads of a packet beyond the limits. */
    static final String TOO_LARGE = "An XMP packet was skipped; " + MAX_NAMES + " properties and attributes, " + MAX_ITEMS
            + " list items and " + MAX_NAMESPACES + " namespaces in all packets are the limits.";

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private Count total = new Count(0, 0, Set.of());

    /** Counts a packet, and returns whether it is within the limits for all packets. One that is not counts no further. */
    boolean accepts(byte[] packet) {
        var count = new Count(total.names, total.items, total.namespaces);
        try {
            parser().parse(new ByteArrayInputStream(packet), count);
        } catch (SAXException | IOException malformed) {
            // The library repairs some packets that are no XML. Each element and attribute in them has one of these characters.
            count.names = count.isWithinLimits() ? total.names + charactersOfMarkup(packet) : count.names;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        if (count.isWithinLimits()) {
            total = count;
        }
        return count.isWithinLimits();
    }

    private static SAXParser parser() throws ParserConfigurationException, SAXException {
        var factory = SAXParserFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(NO_DOCTYPE, true);
        return factory.newSAXParser();
    }

    private static int charactersOfMarkup(byte[] packet) {
        var count = 0;
        for (var character : packet) {
            count += character == '<' || character == '=' ? 1 : 0;
        }
        return count;
    }

    private static final class Count extends DefaultHandler {

        private final Set<String> namespaces;
        private int names;
        private int items;

        Count(int names, int items, Set<String> namespaces) {
            this.names = names;
            this.items = items;
            this.namespaces = new HashSet<>(namespaces);
        }

        boolean isWithinLimits() {
            return names <= MAX_NAMES && items <= MAX_ITEMS && namespaces.size() <= MAX_NAMESPACES;
        }

        @Override
        public void startPrefixMapping(String prefix, String uri) throws SAXException {
            namespaces.add(uri);
            stopBeyondLimits();
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
            names += attributes.getLength();
            if (uri.equals(RDF) && localName.equals("li")) {
                items++;
            } else {
                names++;
            }
            stopBeyondLimits();
        }

        private void stopBeyondLimits() throws SAXException {
            if (!isWithinLimits()) {
                throw new SAXException(TOO_LARGE);
            }
        }
    }
}
