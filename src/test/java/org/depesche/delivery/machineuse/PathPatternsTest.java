package org.depesche.delivery.machineuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;

import org.depesche.content.machineuse.MachineUse;
import org.depesche.content.site.FormerSiteUrls;
import org.depesche.content.site.Site;
import org.depesche.kernel.Uuid7;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternsTest {

    @ParameterizedTest
    @CsvSource({ "{site}/{category}/{slug}, /de/politik/*", "{site}/{category}/{slug}.html, /de/politik/*.html$",
            "{site}/{slug}/{category}, /de/*/politik$", "{site}/$/{category}/{id}, /de/%24/politik/*" })
    void theArticlesOfACategoryAreThoseOfItsAddressesAlone(String template, String pattern) {
        assertThat(PathPatterns.ofCategory(site(template), "politik")).containsExactly("/de/politik$", pattern);
    }

    @Test
    void withoutTheCategoryInTheirAddressesArticlesHaveNoPattern() {
        assertThat(PathPatterns.ofCategory(site("{site}/{slug}"), "politik")).containsExactly("/de/politik$");
    }

    private static Site site(String template) {
        return new Site(Uuid7.next(), "default", "Depesche", URI.create("https://www.example.org/de"), "de", template, null,
                MachineUse.NONE, FormerSiteUrls.NONE, true, ZoneOffset.UTC, Instant.EPOCH);
    }
}
