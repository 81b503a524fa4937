package org.depesche.content.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import org.depesche.content.machineuse.MachineUse;
import org.depesche.platform.json.WebUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.runtime.configuration.ConfigurationException;

class DefaultSiteSetupTest {

    @ParameterizedTest
    @CsvSource({ "ftp://example.org, , , depesche.site.url is no http or https address", "/x, , , depesche.site.url is no http",
            "https://example.org?x, , , depesche.site.url has a query", ", ??, , depesche.site.language is no language tag",
            ", , {nonsense}, depesche.site.article-url" })
    void aWrongSettingIsNamedInOneLine(@Nullable String url, @Nullable String language, @Nullable String articleUrl,
            String message) {
        var settings = new Settings(Optional.ofNullable(url).map(URI::create), Optional.ofNullable(language),
                Optional.ofNullable(articleUrl));

        assertThatThrownBy(() -> DefaultSiteSetup.validate(settings)).isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void rightSettingsAreTaken() {
        var settings = new Settings(Optional.of(URI.create("https://example.org/zeitung")), Optional.of("de-AT"),
                Optional.of("{site}/{slug}-{id}.html"));

        assertThatCode(() -> DefaultSiteSetup.validate(settings)).doesNotThrowAnyException();
    }

    @Test
    void aNameAndAUrlHaveTheLimitsOfTheForm() {
        var longest = "\uD83D\uDDDE".repeat(SiteFormReader.MAX_NAME);
        var home = "https://example.org/";
        var longestUrl = URI.create(home + "x".repeat(WebUrl.MAX_LENGTH - home.length()));

        assertThatCode(() -> DefaultSiteSetup.validate(Settings.named(longest, longestUrl))).doesNotThrowAnyException();
        assertThatThrownBy(() -> DefaultSiteSetup.validate(Settings.named(longest + "x", longestUrl)))
                .isInstanceOf(ConfigurationException.class).hasMessage("depesche.site.name has more than 200 characters.");
        assertThatThrownBy(() -> DefaultSiteSetup.validate(Settings.named(longest, URI.create(longestUrl + "x"))))
                .isInstanceOf(ConfigurationException.class).hasMessage("depesche.site.url has more than 2000 characters.");
        assertThatThrownBy(() -> DefaultSiteSetup.validate(Settings.named("\u200B", longestUrl)))
                .isInstanceOf(ConfigurationException.class).hasMessage("depesche.site.name has no visible character.");
    }

    @Test
    void aLanguageIsStoredInItsCanonicalSpellingAsForms() {
        var settings = new Settings(Optional.empty(), Optional.of("DE-at"), Optional.empty());
        var site = SiteEntity.defaultSite(Instant.EPOCH);

        site.applyConfig(settings, Instant.EPOCH);

        assertThat(site.site(ZoneOffset.UTC).language()).isEqualTo("de-AT");
        assertThat(site.membersSetByConfig(settings,
                new SiteForm(null, "Depesche", null, "de-AT", Site.DEFAULT_ARTICLE_URL, null, MachineUse.NONE))).isEmpty();
    }

    private record Settings(Optional<String> name, Optional<URI> url, Optional<String> language, Optional<String> articleUrl)
            implements
                SiteConfig {

        Settings(Optional<URI> url, Optional<String> language, Optional<String> articleUrl) {
            this(Optional.empty(), url, language, articleUrl);
        }

        static Settings named(String name, URI url) {
            return new Settings(Optional.of(name), Optional.of(url), Optional.empty(), Optional.empty());
        }
    }
}
