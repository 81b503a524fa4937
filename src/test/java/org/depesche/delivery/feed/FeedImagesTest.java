package org.depesche.delivery.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.depesche.media.metadata.PhotoFile;
import org.depesche.media.rendition.TestPictures;
import org.depesche.testkit.Callers;
import org.depesche.testkit.UniqueNames;
import org.depesche.testkit.Uploads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;

/** F12: what the formats say of a file is true of this very file. */
@QuarkusTest
class FeedImagesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IMAGES = "/v1/editorial/images";

    private static final String RIGHTS = """
            <photoshop:Credit>Jo Baum/Agentur</photoshop:Credit>
            <dc:creator><rdf:Seq><rdf:li>Jo Baum</rdf:li></rdf:Seq></dc:creator>
            <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Jo Baum</rdf:li></rdf:Alt></dc:rights>
            <xmpRights:WebStatement>https://agency.example/terms</xmpRights:WebStatement>
            <p:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource">
            <p:LicensorURL>https://agency.example/buy</p:LicensorURL></rdf:li></rdf:Seq></p:Licensor>
            <Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture
            </Iptc4xmpExt:DigitalSourceType>""";

    /** Renditions take a while, so that all tests share one article. */
    private static String category;
    private static String slug;

    @BeforeEach
    void publishAnArticleWithAnUploadedImage() {
        if (slug == null) {
            publish();
        }
    }

    private static void publish() {
        var id = Callers.as("admin").contentType("multipart/form-data")
                .multiPart("file", "a.jpg", Uploads.withHead(TestPictures.jpeg(2000, 1333), new PhotoFile().xmp(RIGHTS).head()))
                .multiPart("metadata", "{\"alt\": \"Vier Farben\"}", "application/json").post(IMAGES).then().statusCode(201)
                .extract().<String> path("id");
        await().until(() -> "ready".equals(Callers.as("admin").get(IMAGES + "/" + id).path("file.renditions")));
        category = FeedsResourceTest.category();
        slug = FeedsResourceTest.publish(category, Map.of("headline", UniqueNames.of("Bild"), "body", "<p>Text</p>", "image",
                Map.of("id", id)));
    }

    @Test
    void enclosuresHaveTheLengthAndTheTypeOfTheFile() throws Exception {
        var rss = element("rss?leadImage=enclosure", "enclosure");
        var atom = element("atom?leadImage=enclosure", "link[enclosure]");
        var attachment = JSON.readTree(given().get(feed("json?leadImage=enclosure")).asString()).at("/items/0/attachments/0");

        for (var part : new String[][] { { rss.getAttribute("url"), rss.getAttribute("length"), rss.getAttribute("type") },
                { atom.getAttribute("href"), atom.getAttribute("length"), atom.getAttribute("type") },
                { attachment.path("url").asText(), attachment.path("size_in_bytes").asText(),
                        attachment.path("mime_type").asText() } }) {
            var head = given().head(URI.create(part[0]).getPath()).then().statusCode(200).extract();
            assertThat(head.header("Content-Length")).isEqualTo(part[1]);
            assertThat(head.header("Content-Type")).isEqualTo(part[2]);
        }
    }

    @Test
    void mediaHaveTheSizeOfTheFile() throws Exception {
        for (var format : new String[] { "rss", "atom" }) {
            var content = element(format + "?leadImage=media", "media:content");
            var thumbnail = element(format + "?leadImage=media", "media:thumbnail");

            var file = file(content.getAttribute("url"));
            assertThat(content.getAttribute("fileSize")).isEqualTo(String.valueOf(file.length));
            assertHasSize(file, content.getAttribute("width"), content.getAttribute("height"));
            assertHasSize(file(thumbnail.getAttribute("url")), thumbnail.getAttribute("width"),
                    thumbnail.getAttribute("height"));
            assertThat(thumbnail.getAttribute("width")).isEqualTo("320");
        }
        assertThat(given().get(feed("json")).jsonPath().getString("items[0].content_html")).contains(
                "width=\"1280\" height=\"853\"");
    }

    @Test
    void ninjsHasTheRenditionsOfAnImage() throws Exception {
        var item = JSON.readTree(given().get("/feeds/articles/" + slug + ".ninjs.json").asString());

        var renditions = item.at("/associations/0/renditions");
        assertThat(renditions).hasSizeGreaterThan(4);
        assertThat(renditions.path(0).path("name").asText()).isEqualTo("main");
        for (var rendition : renditions) {
            var file = file(rendition.path("href").asText());
            assertThat(rendition.path("sizeInBytes").asInt()).isEqualTo(file.length);
            assertHasSize(file, rendition.path("width").asText(), rendition.path("height").asText());
        }
    }

    @Test
    void jsonLdHasThreeShapesOfAtLeast1200Pixels() throws Exception {
        var images = JSON.readTree(given().get("/feeds/articles/" + slug + ".jsonld").asString()).path("image");

        for (var image : images) {
            assertHasSize(file(image.path("url").asText()), image.path("width").asText(), image.path("height").asText());
            assertThat(image.path("width").asInt()).isGreaterThanOrEqualTo(1200);
        }
        assertThat(StreamSupport.stream(images.spliterator(), false).map(FeedImagesTest::ratio)).containsExactly("1.78", "1.33",
                "1.00");
    }

    /** What search engines show beside a picture, from the file to the page. */
    @Test
    void jsonLdNamesTheRightsOfAnImage() throws Exception {
        var images = JSON.readTree(given().get("/feeds/articles/" + slug + ".jsonld").asString()).path("image");

        assertThat(images).hasSize(3);
        for (var image : images) {
            assertThat(image.path("@type").asText()).isEqualTo("ImageObject");
            assertThat(image.path("license").asText()).isEqualTo("https://agency.example/terms");
            assertThat(image.path("acquireLicensePage").asText()).isEqualTo("https://agency.example/buy");
            assertThat(image.path("creditText").asText()).isEqualTo("Jo Baum/Agentur");
            assertThat(image.path("copyrightNotice").asText()).isEqualTo("© Jo Baum");
            assertThat(image.path("creator").path("name").asText()).isEqualTo("Jo Baum");
            assertThat(image.path("digitalSourceType").asText()).endsWith("/digitalCapture");
        }
    }

    private static String ratio(JsonNode image) {
        return String.format(Locale.ROOT, "%.2f", image.path("width").asDouble() / image.path("height").asDouble());
    }

    private static byte[] file(String url) {
        return given().get(URI.create(url).getPath()).then().statusCode(200).extract().asByteArray();
    }

    private static void assertHasSize(byte[] file, String width, String height) {
        try {
            var picture = ImageIO.read(new ByteArrayInputStream(file));
            assertThat(width + "x" + height).isEqualTo(picture.getWidth() + "x" + picture.getHeight());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String feed(String format) {
        return "/feeds/categories/" + category + "." + format;
    }

    /** @param name of the element, with the relation that it has in brackets */
    private static Element element(String format, String name) throws Exception {
        var text = given().get(feed(format)).then().statusCode(200).extract().asString();
        var document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        var found = document.getElementsByTagName(name.replaceFirst("\\[.*", ""));
        for (var i = 0; i < found.getLength(); i++) {
            var element = (Element) found.item(i);
            if (!name.contains("[") || name.contains("[" + element.getAttribute("rel") + "]")) {
                return element;
            }
        }
        throw new AssertionError("no " + name + " in " + text);
    }
}
