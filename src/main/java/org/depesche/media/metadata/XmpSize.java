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

    static final int MAX_PACKETS = 100;
    static final int MAX_NAMES = 10_000;
    static final int MAX_ITEMS = 15_000;
    static final int MAX_NAMESPACES = 200;

    /** What an editor reads of a packet beyond the limits. */
    static final String TOO_LARGE = "An XMP packet was skipped; " + MAX_PACKETS + " packets with " + MAX_NAMES
            + " properties and attributes, " + MAX_ITEMS + " list items and " + MAX_NAMESPACES
            + " namespaces in all are the limits.";

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String DECLARATION = "xmlns";
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private Count total = new Count();
    private int packets;

    /** Counts a packet, and returns whether it is within the limits for all packets of the file. */
    boolean accepts(byte[] packet) {
        return ++packets <= MAX_PACKETS && isSmall(packet);
    }

    /** Adds the content of a packet to the total, unless that would exceed a limit. */
    private boolean isSmall(byte[] packet) {
        var count = new Count(total);
        try {
            parser().parse(new ByteArrayInputStream(packet), count);
        } catch (SAXException | IOException malformed) {
            // The library repairs some packets that are no XML.
            if (count.isWithinLimits()) {
                count.addMarkup(packet);
            }
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

    private static final class Count extends DefaultHandler {

        private final Set<String> namespaces = new HashSet<>();
        private int declarations;
        private int names;
        private int items;

        Count() {
        }

        Count(Count former) {
            this.namespaces.addAll(former.namespaces);
            this.declarations = former.declarations;
            this.names = former.names;
            this.items = former.items;
        }

        boolean isWithinLimits() {
            return names <= MAX_NAMES && items <= MAX_ITEMS && namespaces.size() + declarations <= MAX_NAMESPACES;
        }

        /** Counts at least as much as there is. Zero bytes are halves of characters in UTF-16. */
        void addMarkup(byte[] packet) {
            var matched = 0;
            for (var one : packet) {
                if (one != 0) {
                    names += one == '<' || one == '=' ? 1 : 0;
                    matched = one == DECLARATION.charAt(matched) ? matched + 1 : one == DECLARATION.charAt(0) ? 1 : 0;
                    declarations += matched == DECLARATION.length() ? 1 : 0;
                    matched %= DECLARATION.length();
                }
            }
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
