package org.depesche.content.projection.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.site.FormerSiteUrls;
import org.depesche.content.site.Site;
import org.depesche.kernel.Uuid7;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every URL that a template makes leads back to its article. */
class ArticleUrlPatternTest {

    private static final List<String> LITERALS = List.of("a", "-", ".", "_", "~", "%C3%BC", "%20", "!", "art", "2024", ",",
            "@");
    private static final List<String> ENDS = List.of("", "/", ".html", "/index.php", "/amp/");
    private static final List<String> BASES = List.of("https://www.example.org", "https://example.org:8443/de/news");
    private static final Set<String> CATEGORIES = Set.of("politik", "de", "a-b", "2024", "tag");

    private final Random random = new Random(20_261_129);

    @Test
    void aUrlOfARandomTemplateLeadsToItsArticle() {
        for (var round = 0; round < 5_000; round++) {
            var template = template();
            var base = pick(BASES);
            var id = Uuid7.next();
            var slug = slug();
            var isById = template.contains("{id}");

            var url = url(base, template, slug, id, pick(List.copyOf(CATEGORIES)));

            for (var form : Stream.of(url, url.replaceFirst("https?://[^/?]*", ""), url.substring(base.length())).toList()) {
                assertThat(refs(base, template, form)).as("%s of %s on %s", form, template, base)
                        .contains(isById ? id.toString() : slug);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "{site}/{id}", "{site}/{slug}-{id}.html", "{site}/?p={id}", "{site}?p={id}", "{site}/{slug}/",
            "{site}/{category}{slug}", "{site}/{year}{month}{day}{slug}", "https://www.example.org/de/x/{slug}",
            "https://stories.example.net/{category}/{slug}", "{site}/artikel?id={id}&s={slug}" })
    void aTemplateIsReversible(String template) {
        var id = Uuid7.next();

        var url = url("https://www.example.org/de", template, "7-tage-wach", id, "politik");

        assertThat(refs("https://www.example.org/de", template, url))
                .contains(template.contains("{id}") ? id.toString() : "7-tage-wach");
    }

    @Test
    void aUrlOfAnotherFormLeadsNowhere() {
        assertThat(refs("https://example.org", "{site}/{category}/{slug}", "https://example.org/unbekannt/slug")).isEmpty();
        assertThat(refs("https://example.org", "{site}/?p={id}", "https://example.org/?p=1")).isEmpty();
        assertThat(refs("https://example.org", "{site}/?p={id}", "https://example.org/?q=" + Uuid7.next())).isEmpty();
        assertThat(refs("https://example.org", "{site}/{slug}.html", "https://example.org/slug.htm")).isEmpty();
        assertThat(refs("https://example.org", "{site}/{slug}", "https://example.com/slug")).isEmpty();
    }

    /** Puts some placeholders in any order, with or without literals between them. */
    private String template() {
        var placeholders = new ArrayList<>(List.of("{slug}", "{id}", "{category}", "{year}", "{month}", "{day}"));
        Collections.shuffle(placeholders, random);
        var chosen = new ArrayList<>(placeholders.subList(0, 1 + random.nextInt(6)));
        if (!chosen.contains("{slug}") && !chosen.contains("{id}")) {
            chosen.add(random.nextInt(chosen.size() + 1), random.nextBoolean() ? "{slug}" : "{id}");
        }
        var template = new StringBuilder("{site}/");
        var hasQuery = false;
        for (var placeholder : chosen) {
            if (!hasQuery && random.nextInt(8) == 0) {
                hasQuery = true;
                template.append("?x=");
            }
            template.append(separator(hasQuery)).append(placeholder);
        }
        return (template + (hasQuery ? "" : pick(ENDS))).replace("{site}//", "{site}/");
    }

    private String separator(boolean inQuery) {
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> inQuery ? "&k" + random.nextInt(1_000_000) + "=" : "/";
            default -> pick(LITERALS);
        };
    }

    private String slug() {
        var words = new ArrayList<String>();
        for (var i = 0; i <= random.nextInt(4); i++) {
            words.add(pick(List.of("wahl", "2024", "a", "de", "politik", "art", "7")));
        }
        return String.join("-", words);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String url(String base, String template, String slug, UUID id, String category) {
        return site(base, template).articleAddress(category, slug, id, Instant.parse("2024-10-21T10:00:00Z"))
                .map(URI::toString).orElseThrow();
    }

    private static Set<String> refs(String base, String template, String url) {
        var site = site(base, template);
        var requested = RequestedUrl.of(url);
        return SitePaths.articleRefs(site, CATEGORIES::contains, requested, SitePaths.onSite(site, requested));
    }

    private static Site site(String base, String template) {
        return new Site(Uuid7.next(), "default", "Depesche", URI.create(base), "de", template, null, MachineUse.NONE,
                FormerSiteUrls.NONE, true,
                ZoneId.of("Europe/Berlin"), Instant.EPOCH);
    }
}
