package org.depesche.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class XmpSizeTest {

    @Test
    void aPacketOfVeryManyPropertiesIsSkippedAndTheNextOneRead() {
        var warnings = new ArrayList<String>();
        var packets = List.of(utf8(packet(properties(XmpSize.MAX_NAMES))), utf8(packet("<dc:format>b</dc:format>")));

        var fields = XmpFields.read(packets, new MetadataText(1_000, warnings::add), MetadataLimits.DEFAULT, warnings::add);

        assertThat(warnings).containsExactly(XmpSize.TOO_LARGE);
        assertThat(fields.raw()).containsOnlyKeys("dc:format");
    }

    @Test
    void attributesArePropertiesToo() {
        IntFunction<String> attribute = number -> " dc:p" + number + "='x'";
        IntFunction<String> element = number -> "<dc:q" + number + repeat(attribute, 100) + "/>";

        assertThat(new XmpSize().accepts(utf8(packet(repeat(element, XmpSize.MAX_NAMES / 101 - 1))))).isTrue();
        assertThat(new XmpSize().accepts(utf8(packet(repeat(element, XmpSize.MAX_NAMES / 101 + 1))))).isFalse();
    }

    /** Some programs list thousands of former documents. */
    @Test
    void aListMayBeLongerThanThereMayBeProperties() {
        var item = "<rdf:li>x</rdf:li>";

        assertThat(new XmpSize().accepts(utf8(packet(bag(item.repeat(XmpSize.MAX_ITEMS)))))).isTrue();
        assertThat(new XmpSize().accepts(utf8(packet(bag(item.repeat(XmpSize.MAX_ITEMS + 1)))))).isFalse();
    }

    @Test
    void differentNamespacesAreCounted() {
        IntFunction<String> same = number -> "<n:p" + number + " xmlns:n='urn:example'/>";
        IntFunction<String> different = number -> "<n:p xmlns:n='urn:example:" + number + "'/>";

        assertThat(new XmpSize().accepts(utf8(packet(repeat(same, XmpSize.MAX_NAMESPACES + 1))))).isTrue();
        assertThat(new XmpSize().accepts(utf8(packet(repeat(different, XmpSize.MAX_NAMESPACES + 1))))).isFalse();
    }

    /** The library repairs a control character, and finds the encoding of a packet that does not declare it. */
    @Test
    void aPacketThatIsNoXmlIsCountedByItsMarkup() {
        for (var properties : List.of(10, XmpSize.MAX_NAMES)) {
            var packet = packet("<dc:format>a\u0001b</dc:format>" + properties(properties));

            assertThat(new XmpSize().accepts(utf8(packet))).isEqualTo(properties == 10);
            assertThat(new XmpSize().accepts(packet.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(properties == 10);
        }
        IntFunction<String> namespace = number -> "<n:p xmlns:n='urn:example:" + number + "'/>";
        var packet = packet("<dc:format>a\u0001b</dc:format>" + repeat(namespace, XmpSize.MAX_NAMESPACES));
        assertThat(new XmpSize().accepts(utf8(packet))).isFalse();
        assertThat(new XmpSize().accepts(packet.getBytes(StandardCharsets.UTF_16LE))).isFalse();
    }

    @Test
    void allPacketsOfAFileAreCountedTogether() {
        var size = new XmpSize();
        var large = utf8(packet(properties(XmpSize.MAX_NAMES / 3 * 2)));

        assertThat(size.accepts(large)).isTrue();
        assertThat(size.accepts(large)).isFalse();
        assertThat(size.accepts(utf8(packet(properties(10))))).isTrue();
    }

    @Test
    void thePacketsOfAFileAreCounted() {
        var size = new XmpSize();
        var packet = utf8(packet("<dc:format>b</dc:format>"));

        for (var accepted = 0; accepted < XmpSize.MAX_PACKETS; accepted++) {
            assertThat(size.accepts(packet)).isTrue();
        }
        assertThat(size.accepts(packet)).isFalse();
    }

    private static String properties(int count) {
        return repeat(number -> "<dc:p" + number + ">x</dc:p" + number + ">", count);
    }

    private static String repeat(IntFunction<String> text, int count) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
    }

    private static String bag(String items) {
        return "<dc:subject><rdf:Bag>" + items + "</rdf:Bag></dc:subject>";
    }

    private static String packet(String properties) {
        return "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">" + properties
                + "</rdf:Description></rdf:RDF></x:xmpmeta>";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
