package org.depesche.content.body.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;

import org.depesche.content.body.Block;
import org.depesche.content.body.BodyText;
import org.depesche.content.body.html.Warning;
import org.depesche.platform.problem.InputError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {

    @Test
    void everyErrorHasItsPointer() {
        var form = BodyFixtures
                .form("""
                        [{'type': 'paragraf', 'html': 'x'}, {'html': 'x'}, {'type': 'paragraph'},
                         {'type': 'paragraph', 'html': 'a', 'text': 'b'},
                         {'type': 'heading', 'level': 7, 'html': 'x'}, {'type': 'list', 'items': ['a', {'htm': 'b'}]},
                         {'type': 'box', 'body': [{'type': 'box', 'body': []}]}, {'type': 'image'}, 'x',
                         {'type': 'articleLink', 'article': 'fehlt'}, {'type': 'embed', 'url': 'javascript:alert(1)'},
                         {'type': 'table', 'rows': [{}]}, {'type': 'media', 'kind': 'film', 'url': 'https://a.example/b.mp4'},
                         {'type': 'file', 'url': 'https://a.example/b', 'mediaType': 'pdf'}]""");

        BodyFixtures.read(form);

        assertThat(form.errors()).extracting(InputError::pointer, InputError::detail).contains(
                tuple("/body/8", "`/body/8` must be an object, not a string."),
                tuple("/body/1/type", "`/body/1/type` is required."),
                tuple("/body/2/html", "`/body/2/html` is required."),
                tuple("/body/3/text", "`/body/3/text` stands beside html; give one of them."),
                tuple("/body/4/level", "`/body/4/level` must be a whole number from 2 to 4."),
                tuple("/body/5/items/0", "`/body/5/items/0` must be an object, not a string."),
                tuple("/body/5/items/1/html", "`/body/5/items/1/html` is required."),
                tuple("/body/5/items/1/htm", "`/body/5/items/1/htm` is no member of this object. Did you mean `html`?"),
                tuple("/body/6/body/0/type", "A box holds no box."),
                tuple("/body/7/image", "`/body/7/image` is required."),
                tuple("/body/9/article", "There is no article fehlt."),
                tuple("/body/10/url", "`/body/10/url` must be an absolute address with http or https."),
                tuple("/body/11/rows/0", "`/body/11/rows/0` must be a list, not an object."),
                tuple("/body/13/title", "`/body/13/title` is required."),
                tuple("/body/13/mediaType", "`/body/13/mediaType` must be a media type, as application/pdf."));
        assertThat(form.errors()).extracting(InputError::pointer).contains("/body/0/type", "/body/12/kind").hasSize(17);
    }

    @Test
    void blocksAndTheirTextAreBounded() {
        var limits = new BodyLimits(3, 10, 100);
        var form = BodyFixtures
                .form("""
                        [{'type': 'list', 'items': [{'html': '123456'}, {'html': '12345'}]},
                         {'type': 'box', 'body': [{'type': 'paragraph', 'html': '12345678901'},
                           {'type': 'paragraph', 'html': 'x'}]}]""");

        new BodyReader(image -> Optional.empty(), (ref, pointer) -> Optional.empty(), limits).read(form, "body");

        assertThat(form.errors()).extracting(InputError::pointer, InputError::detail).containsExactly(
                tuple("/body/0", "`/body/0` holds 11 characters; at most 10 are allowed."),
                tuple("/body/1/body/0/html", "`/body/1/body/0/html` is 11 characters long; at most 10 are allowed."),
                tuple("/body", "`body` holds 4 blocks; at most 3 are allowed."));
    }

    @Test
    void headingsOfHtmlAreBoundedLikeOtherBlocks() {
        var form = BodyFixtures.htmlForm("<h2>12345678901</h2><p>1</p>");

        new BodyReader(image -> Optional.empty(), (ref, pointer) -> Optional.empty(), new BodyLimits(3, 10, 100)).read(form,
                "body");

        assertThat(form.errors()).extracting(InputError::pointer, InputError::detail).containsExactly(
                tuple("/body", "A block (heading) holds 11 characters; at most 10 are allowed."));
    }

    @Test
    void blocksInABoxOfHtmlAreBounded() {
        var form = BodyFixtures.htmlForm("<aside><p>1</p><p>12345678901</p></aside>");

        new BodyReader(image -> Optional.empty(), (ref, pointer) -> Optional.empty(), new BodyLimits(3, 10, 100)).read(form,
                "body");

        assertThat(form.errors()).extracting(InputError::pointer, InputError::detail).containsExactly(
                tuple("/body", "A block (paragraph) holds 11 characters; at most 10 are allowed."));
    }

    @Test
    void titlesOfHtmlAreBoundedLikeThoseOfOtherBlocks() {
        var title = "x".repeat(BodyLimits.TITLE + 1);
        var quote = "<blockquote>a<footer>" + title + "</footer></blockquote>";

        assertThat(mistakes(quote)).containsExactly(
                "The attribution of a block (quote) is 501 characters long; at most 500 are allowed.");
        assertThat(mistakes("<aside><h3>" + title + "</h3><p>a</p></aside>")).containsExactly(
                "The title of a block (box) is 501 characters long; at most 500 are allowed.");
        assertThat(mistakes("<aside><p>a</p>" + quote + "</aside>")).hasSize(1);
        assertThat(mistakes("<table><caption>" + title + "</caption><tr><td>a</td><td>b</td></tr></table>")).containsExactly(
                "The caption of a block (table) is 501 characters long; at most 500 are allowed.");
        assertThat(mistakes(quote.replace(title, title.substring(1)))).isEmpty();
    }

    @Test
    void listsOfHtmlAreBoundedLikeThoseOfOtherBlocks() {
        var items = BodyLimits.ITEMS + 1;

        assertThat(mistakes("<ul>" + "<li>a</li>".repeat(items) + "</ul>")).containsExactly(
                "A block (list) holds 5001 elements; at most 5000 are allowed.");
        assertThat(mistakes("<ul>" + "<li>a</li>".repeat(items - 1) + "</ul>")).isEmpty();
        assertThat(mistakes("<table>" + "<tr><td>a</td><td>b</td></tr>".repeat(items) + "</table>")).containsExactly(
                "A block (table) holds 5001 elements; at most 5000 are allowed.");
        assertThat(mistakes("<figure>" + "<img src='https://a.example/b.jpg' alt='c'>".repeat(BodyLimits.IMAGES + 1)
                + "</figure>")).containsExactly("A block (gallery) holds 501 elements; at most 500 are allowed.");
        assertThat(mistakes("<aside><p>" + "x".repeat(BodyLimits.BLOCK_LENGTH + 1) + "</p></aside>")).containsExactly(
                "A block (paragraph) holds 100001 characters; at most 100000 are allowed.");
    }

    private static List<String> mistakes(String html) {
        var form = BodyFixtures.htmlForm(html);
        BodyFixtures.read(form);
        return form.errors().stream().map(InputError::detail).toList();
    }

    @Test
    void aGalleryOfForeignImagesKeepsThem() {
        var gallery = "<figure data-block='gallery'><img src='https://a.example/1.jpg' alt='a'>"
                + "<img src='https://a.example/2.jpg' alt='b'></figure>";

        assertThat(BodyFixtures.readHtml(gallery).blocks()).singleElement()
                .isInstanceOfSatisfying(Block.Gallery.class, block -> assertThat(block.images()).hasSize(2));
        assertThat(BodyFixtures.readHtml("<figure data-block='gallery'></figure><p>a</p>").blocks()).hasSize(1);
    }

    @Test
    void whatAListOfBlocksCannotHoldIsLeftOutOfHtml() {
        var frame = (Block.Embed) BodyFixtures
                .readHtml("<iframe src='https://a.example/b' width='20001' height='10'></iframe>").blocks().get(0);
        var quote = BodyFixtures.readHtml("<blockquote>a<footer>&nbsp;</footer></blockquote>").blocks().get(0);

        assertThat(frame.width()).isNull();
        assertThat(quote).isEqualTo(new Block.Quote("a", null, false));
    }

    @Test
    void cellsBeyondTheLastColumnAreNamed() {
        var body = BodyFixtures.readHtml("<table><tr>" + "<td>x</td>".repeat(BodyLimits.COLUMNS + 1) + "</tr></table>");

        assertThat(body.warnings()).extracting(Warning::detail).containsExactly("removed the cells after column 100");
    }

    @Test
    void aUrlKeepsItsDollarSign() {
        var block = (Block.Embed) BodyFixtures
                .read(BodyFixtures.form("[{'type': 'embed', 'url': 'https://www.facebook.com/rat/posts/$1'}]")).blocks().get(0);

        assertThat(block.url()).isEqualTo("https://www.facebook.com/rat/posts/$1");
    }

    @Test
    void aBodyIsAListOfBlocksOrAString() {
        var form = BodyFixtures.form("{'type': 'paragraph'}");

        assertThat(BodyFixtures.read(form).blocks()).isEmpty();
        assertThat(form.errors()).containsExactly(InputError.atPointer("/body", "must be a list, not an object."));
    }

    @Test
    void blocksWithoutTextAreOmittedWithAWarning() {
        var form = BodyFixtures
                .form("[{'type': 'paragraph', 'html': '<script>x</script>'}, {'type': 'paragraph', 'html': 'a'}]");

        var body = BodyFixtures.read(form);

        assertThat(body.blocks()).containsExactly(new Block.Paragraph("a"));
        assertThat(body.warnings()).containsExactly(new Warning("/body/0/html", "removed <script>"),
                new Warning("/body/0/html", "left out, as no text remains"));
    }

    @Test
    void aWarningIsReportedOnceForEachPointer() {
        var body = BodyFixtures.readHtml("<p><u>a</u></p><p><u>b</u></p>");

        assertThat(body.warnings()).containsExactly(new Warning("/body", "removed <u>"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "eins\n\nzwei", "eins\r\n \r\nzwei", "\n\neins\n\n\n\nzwei\n", "<em>eins</em>\n\nzwei",
            "eins<br><br>zwei",
            "eins<br> <br/>zwei", "<p>eins<p>zwei", "<div>eins</div>zwei", "eins<hr>zwei",
            "<center>eins</center><font>zwei</font>" })
    void textIsSplitIntoParagraphs(String html) {
        assertThat(BodyText.of(BodyFixtures.readHtml(html).blocks())).isEqualTo("eins\n\nzwei");
    }

    @ParameterizedTest
    @ValueSource(strings = { "1 < 2 und 3 > 2", "a & b &x", "a\nb  c", "„Silben\u00ADtrennung“ – 👍🏽", "a <3 b",
            "x&y=1" })
    void unusualTextIsReturnedUnchanged(String text) {
        assertThat(BodyText.of(BodyFixtures.readHtml(text).blocks())).isEqualTo(text);
    }

    @Test
    void aHundredThousandOpenTagsAreStillText() {
        assertThat(BodyText.of(BodyFixtures.readHtml("<div>".repeat(100_000) + "tief").blocks())).isEqualTo("tief");
        assertThat(BodyText.of(BodyFixtures.readHtml("<ul><li>".repeat(5_000) + "tief").blocks())).isEqualTo("tief");
        assertThat(BodyText.of(BodyFixtures.readHtml("<blockquote>".repeat(50_000) + "tief").blocks())).isEqualTo("tief");
        assertThat(BodyText.of(BodyFixtures.readHtml("<table><tr><td>".repeat(5_000) + "tief").blocks())).isEqualTo("tief");
        assertThat(BodyText.of(BodyFixtures.readHtml("<em><p>".repeat(2_000) + "tief").blocks())).isEqualTo("tief");
        assertThat(BodyText.of(BodyFixtures.readHtml("\n\n".repeat(500_000) + "tief").blocks())).isEqualTo("tief");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "https://www.youtube.com/watch?t=1&v=aqz-KE-bpKQ | youtube | https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ",
            "https://youtu.be/aqz-KE-bpKQ | youtube | https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ",
            "https://vimeo.com/12345 | vimeo | https://player.vimeo.com/video/12345?dnt=1",
            "https://twitter.com/rat/status/99 | x | https://platform.twitter.com/embed/Tweet.html?id=99&dnt=true",
            "https://www.instagram.com/p/Abc_1/?hl=de | instagram | https://www.instagram.com/p/Abc_1/embed/",
            "https://www.facebook.com/rat/videos/1/ | facebook | https://www.facebook.com/plugins/video.php?"
                    + "href=https%3A%2F%2Fwww.facebook.com%2Frat%2Fvideos%2F1%2F",
            "https://www.tiktok.com/@rat/video/77 | tiktok | https://www.tiktok.com/embed/v2/77",
            "https://open.spotify.com/intl-de/episode/4rOoJ6 | spotify | https://open.spotify.com/embed/episode/4rOoJ6",
            "https://soundcloud.com/rat/lied | soundcloud | https://w.soundcloud.com/player/?"
                    + "url=https%3A%2F%2Fsoundcloud.com%2Frat%2Flied",
            "https://datawrapper.dwcdn.net/abcde/3/ | datawrapper | https://datawrapper.dwcdn.net/abcde/3/",
            "https://www.karten.lindenau.example/1 | karten-lindenau-example | "
    })
    void providersAreRecognizedByTheirUrls(String url, String provider, String frame) {
        var block = (Block.Embed) BodyFixtures.read(BodyFixtures.form("[{'type': 'embed', 'url': '" + url + "'}]")).blocks()
                .get(0);

        assertThat(block.provider().slug()).isEqualTo(provider);
        assertThat(block.embedUrl()).isEqualTo(frame);
        assertThat(block.url()).isEqualTo(url);
    }
}
