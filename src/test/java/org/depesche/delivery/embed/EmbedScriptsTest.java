package org.depesche.delivery.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.depesche.content.article.list.ArticleFilterParameters;
import org.junit.jupiter.api.Test;

class EmbedScriptsTest {

    /** Terms of the generic rules of EasyList and EasyList Germany that hide elements and block addresses. */
    private static final List<String> FILTERED = List.of("ad", "ads", "adbox", "advert", "adverts", "advertisement", "anzeige",
            "anzeigen", "banner", "promo", "sponsor", "sponsored", "werbung", "widget-ads", "popup", "tracking", "pixel",
            "taboola", "outbrain");
    private static final Pattern NAMES = Pattern
            .compile("(?:make\\([^,]+, '|add\\('[a-z]+', '|setAttribute\\('part', '|className = '|const NAME = ')([a-z -]+)'");

    private final EmbedScripts scripts = new EmbedScripts();
    private final String script = new String(scripts.current(), StandardCharsets.UTF_8);

    @Test
    void theScriptIsSmall() throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(scripts.current());
        }

        assertThat(compressed.size()).isLessThan(8_000);
    }

    @Test
    void theScriptKeepsToWhatAStrictPolicyAllows() {
        assertThat(script).doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "DOMParser", "document.write",
                "eval(",
                "new Function", "setAttribute('style'", "cssText", "createElement('style')", "createElement('script')");
    }

    @Test
    void theScriptStoresAndReportsNothing() {
        assertThat(script).doesNotContain("cookie", "localStorage", "sessionStorage", "indexedDB", "sendBeacon", "caches.",
                "XMLHttpRequest", "unload", "WebSocket", "EventSource", "@import", "@font-face", "url(");
    }

    @Test
    void sizesDoNotDependOnTheRootOfThePage() {
        assertThat(script).doesNotContainPattern("\\drem\\b").doesNotContainPattern("@media \\([^)]*width");
    }

    @Test
    void namesAreNotThoseThatFilterListsHide() {
        var names = NAMES.matcher(script).results().flatMap(name -> Stream.of(name.group(1).split(" "))).toList();

        assertThat(names).contains("headline", "mark", "depesche-feed", "list");
        assertThat(names).doesNotContainAnyElementsOf(FILTERED)
                .noneMatch(name -> name.matches("(.*-)?(ads?|advert.*|sponsor.*|banner|promo)(-.*)?"));
    }

    /** The filters have one name in the list, in the address of the frame and as attributes of the element. */
    @Test
    void filtersHaveTheNamesOfTheList() {
        var names = Stream.of(ArticleFilterParameters.class.getRecordComponents()).map(RecordComponent::getName).toList();
        var quoted = Pattern.compile("(?s)const FILTERS = \\[(.*?)]").matcher(script).results().map(found -> found.group(1))
                .flatMap(list -> Stream.of(list.split("[\\s',]+"))).filter(name -> !name.isEmpty()).toList();
        var frame = EmbedFilterAttributes
                .of(new ArticleFilterParameters("s", List.of("a"), List.of("a"), List.of("a"), List.of("a"),
                        "de", "2024-01-01", "2024-01-02", List.of("a"), "c", "only", "true", "all"));

        assertThat(quoted).containsExactlyElementsOf(names);
        assertThat(names).containsAll(frame.keySet());
    }

    /** A partner's page that has a former name would show all news, advertisements too, if the name was ignored. */
    @Test
    void theFormerNamesOfFiltersStillFilter() {
        var former = Pattern.compile("const FORMER = \\{(.*?)};").matcher(script).results().findFirst().orElseThrow().group(1);

        assertThat(former).contains("advertising: 'paid'", "excludeCollection: 'exclude-collection'", "hasImage: 'has-image'");
        assertThat(script).containsPattern("observedAttributes = \\[[^;]*\\.\\.\\.Object\\.values\\(FORMER\\)")
                .contains("this.getAttribute(FORMER[name])");
    }

    /** A version that has been released stays: pages with its hash go on asking for it. */
    @Test
    void theVersionsOfFormerReleasesAreNamedByTheirHash() throws IOException {
        for (var folder : List.of("src/main/resources/embed/former", "src/test/resources/embed/former")) {
            if (Files.isDirectory(Path.of(folder))) {
                try (var files = Files.list(Path.of(folder))) {
                    assertThat(files).allMatch(file -> file.getFileName().toString()
                            .equals(EmbedScripts.nameOf(read(file)) + ".js"));
                }
            }
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
