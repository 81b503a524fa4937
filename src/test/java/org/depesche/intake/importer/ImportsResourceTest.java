package org.depesche.intake.importer;

import static org.assertj.core.api.Assertions.assertThat;

import org.depesche.testkit.SharedMaterial;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ImportsResourceTest {

    @Test
    void theFoundingPageIsTakenWhole() {
        var seed = Uploads
                .finished(Uploads.of(SharedMaterial.bytes("data/seed/articles.ndjson")).with("unknownCategory", "create"));

        assertThat(seed.rejections()).isEmpty();
        assertThat(seed.count("read")).isEqualTo(16);
        assertThat(seed.count("created") + seed.count("unchanged")).isEqualTo(16);
    }
}
