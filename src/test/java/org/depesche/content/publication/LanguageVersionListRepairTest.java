package org.depesche.content.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.depesche.content.listing.ListKind;
import org.depesche.content.listing.ListRegistry;
import org.depesche.content.publication.PublicationFixture.TestCategory;
import org.depesche.content.site.Sites;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTest;

/** What nodes of an older version leave behind is repaired. */
@QuarkusTest
class LanguageVersionListRepairTest {

    private static final String OF_CATEGORY = "select id from published_list where kind = 'C' and value = ?";

    @Inject
    PublicationFixture newsroom;

    @Inject
    LanguageVersionListRepair repair;

    @Inject
    ListRegistry lists;

    @Inject
    Sites sites;

    @Inject
    Jdbi jdbi;

    @ParameterizedTest
    @ValueSource(strings = {
            "delete from published_entry where list_id in (%s)", "update published_list set size = 0 where id in (%s)",
            "update published_list set size = 5 where id in (%s)",
            "insert into published_entry select id, '2024-01-01', unhex(repeat('01', 16)), '2024-01-01' from (%s) lists" })
    void countsAreMended(String damage) {
        repair.repair();
        var section = newsroom.createCategory("pruefung");
        var original = newsroom.newArticle(section, "Original");
        original.publish();
        newsroom.newArticle(section, "Translation").inLanguage("en").translationOf(original.id()).publish();
        assertThat(count(section)).isEqualTo(1);

        var changed = jdbi.withHandle(
                handle -> handle.createUpdate(damage.formatted(OF_CATEGORY)).bind(0, section.id()).execute());
        var repaired = repair.repair();

        assertThat(changed).isPositive();
        assertThat(repaired).isPositive();
        assertThat(count(section)).isEqualTo(1);
        assertThat(size(section)).isEqualTo(1);
        assertThat(repair.repair()).isZero();
    }

    private long count(TestCategory section) {
        return lists.shownSizes(sites.defaultSite().id(), ListKind.CATEGORY, List.of(section.id())).get(section.id());
    }

    private int size(TestCategory section) {
        return jdbi.withHandle(handle -> handle.createQuery("select size from published_list where kind = 'C' and value = ?")
                .bind(0, section.id()).mapTo(Integer.class).findOne().orElse(0));
    }
}
