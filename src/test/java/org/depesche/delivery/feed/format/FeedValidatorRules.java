package org.depesche.delivery.feed.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.parser.ParseErrorList;
import org.jsoup.parser.Parser;
import org.w3c.dom.Element;

/**
 * The rules of the W3C's feed validator that our feeds could break, errors and warnings alike, written from its
 * documentation. Two of them are not here: a title may have an end tag of HTML in its text, and entries may be of one moment.
 */
public final class FeedValidatorRules {

    private static final Pattern ENTITY = Pattern.compile("&(#?\\w+);?");
    private static final String ADDRESS = "[a-zA-Z][a-zA-Z0-9+.-]*:[0-9a-zA-Z;/?:@&=+$._!~*'()%,#-]+";
    private static final Set<String> NAMESPACES = Set.of("", "http://www.w3.org/2000/xmlns/", "http://www.w3.org/2005/Atom",
            "http://purl.org/rss/1.0/modules/content/", "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/",
            "http://purl.org/syndication/history/1.0", "http://search.yahoo.com/mrss/",
            "http://purl.org/rss/1.0/modules/syndication/");
    private static final Set<String> PLAIN = Set.of("title", "subtitle", "summary", "rights", "name", "dc:rights", "category",
            "media:description");

    private final String text;
    private final Element root;
    private final List<String> findings = new ArrayList<>();

    private FeedValidatorRules(byte[] feed) throws Exception {
        text = new String(feed, StandardCharsets.UTF_8);
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        root = factory.newDocumentBuilder().parse(new ByteArrayInputStream(feed)).getDocumentElement();
    }

    /** Checks an RSS or Atom document. */
    public static void assertKept(byte[] feed) throws Exception {
        var rules = new FeedValidatorRules(feed);
        rules.checkAll();
        assertThat(rules.findings).isEmpty();
    }

    private void checkAll() {
        var isRss = root.getTagName().equals("rss");
        checkIdentities(isRss ? "guid" : "id");
        for (var element : elements("*")) {
            checkName(element);
            checkCharacters(element);
            checkAddresses(element);
            if (PLAIN.contains(element.getTagName()) && ENTITY.matcher(element.getTextContent()).find()) {
                check(text.contains("&#x26;"), "markup in plain text: " + element.getTextContent());
            }
        }
        (isRss ? elements("item") : elements("entry")).forEach(isRss ? this::checkItem : this::checkEntry);
        checkDates();
        elements("name").forEach(name -> check(!name.getTextContent().matches(".*<[^<>]+@[^<>]+>.*"), "an address in a name"));
        for (var filled : List.of("title", "category", "name", "media:credit", "dc:creator", "summary", "content")) {
            elements(filled).forEach(element -> check(element.getTagName().equals("category") && !isRss
                    || !element.getTextContent().isBlank(), "blank: " + filled));
        }
        checkHtml(isRss ? "content:encoded" : "content");
        check(links(root, "self").size() == 1, "one link to itself");
        check(elements("fh:archive").isEmpty() || !links(root, "prev-archive").isEmpty(), "an archive without links");
    }

    private void checkIdentities(String name) {
        var seen = new HashSet<String>();
        elements(name).forEach(id -> check(seen.add(id.getTextContent()), "twice: " + id.getTextContent()));
    }

    private void checkName(Element element) {
        check(NAMESPACES.contains(String.valueOf(element.getNamespaceURI()).replace("null", "")),
                "unknown namespace of " + element.getTagName());
        var attributes = element.getAttributes();
        IntStream.range(0, attributes.getLength()).mapToObj(attributes::item)
                .filter(attribute -> attribute.getNodeName().startsWith("xmlns"))
                .forEach(attribute -> check(NAMESPACES.contains(attribute.getNodeValue()), attribute.getNodeValue()));
    }

    private void checkCharacters(Element element) {
        check(element.getTextContent().codePoints().noneMatch(c -> c >= 0x7F && c <= 0x9F || (c & 0xFFFE) == 0xFFFE),
                "bad characters in " + element.getTagName());
    }

    private void checkAddresses(Element element) {
        for (var name : List.of("href", "url", "uri", "domain", "scheme")) {
            var value = element.getAttribute(name);
            if (!value.isEmpty()) {
                check(value.matches(ADDRESS) && URI.create(value).isAbsolute(),
                        "address: " + value);
            }
        }
        for (var name : List.of("width", "height", "fileSize")) {
            check(element.getAttribute(name).matches("|[1-9][0-9]*"), name + " of " + element.getTagName());
        }
    }

    private void checkItem(Element item) {
        var names = children(item);
        check(names.indexOf("description") >= 0, "no description");
        check(names.indexOf("content:encoded") < 0 || names.indexOf("description") < names.indexOf("content:encoded"),
                "content before description");
        check(names.stream().filter("enclosure"::equals).count() <= 1, "two enclosures");
        for (var once : List.of("title", "link", "guid", "pubDate", "description", "dc:source", "dc:rights", "dc:language")) {
            check(names.stream().filter(once::equals).count() <= 1, "twice: " + once);
        }
    }

    private void checkEntry(Element entry) {
        var names = children(entry);
        for (var required : List.of("id", "title", "updated", "published")) {
            check(names.stream().filter(required::equals).count() == 1, "once: " + required);
        }
        check(links(entry, "alternate").size() == 1, "one page");
        check(names.contains("author") || children(root).contains("author"), "no author");
        check(names.contains("content") || names.contains("summary"), "no text");
    }

    private void checkDates() {
        for (var name : List.of("updated", "published", "pubDate", "lastBuildDate")) {
            elements(name).forEach(date -> check(!date.getTextContent().contains("1970"), "implausible: " + name));
        }
    }

    private void checkHtml(String name) {
        for (var content : elements(name)) {
            var errors = ParseErrorList.tracking(10);
            Parser.parseFragment(content.getTextContent(), Jsoup.parse("").body(), "", errors);
            check(errors.isEmpty(), "HTML: " + errors + " in " + content.getTextContent());
            checkElements(Jsoup.parseBodyFragment(content.getTextContent()));
        }
    }

    /** Addresses are absolute and percent-encoded. Nothing depends on scripts or style sheets that a reader does not have. */
    private void checkElements(Document html) {
        html.select("[href],[src]").forEach(linked -> check((linked.attr("href") + linked.attr("src")).matches(ADDRESS),
                "address: " + linked));
        check(html.select("script,iframe,style,object,embed,form,input,[style],[class],[id],[srcset],[loading],[^on],[^data-]")
                .isEmpty(), "not for readers: " + html.body().html());
        html.traverse((node, depth) -> check(!(node instanceof Comment), "comment: " + node));
    }

    private List<Element> links(Element parent, String relation) {
        return elements(root.getTagName().equals("rss") ? "atom:link" : "link").stream()
                .filter(link -> link.getAttribute("rel").equals(relation))
                .filter(link -> parent != root || !link.getParentNode().getNodeName().equals("entry"))
                .filter(link -> parent == root || link.getParentNode() == parent).toList();
    }

    private List<Element> elements(String name) {
        var found = root.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast).toList();
    }

    private static List<String> children(Element parent) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> nodes.item(i).getNodeName()).toList();
    }

    private void check(boolean isKept, String finding) {
        if (!isKept) {
            findings.add(finding);
        }
    }
}
