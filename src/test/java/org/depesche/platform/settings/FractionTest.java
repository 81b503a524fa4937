package org.depesche.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.depesche.content.image.file.RenditionConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class FractionTest {

    @ParameterizedTest
    @ValueSource(strings = { "jpeg", "webp" })
    void aQualityOfRenditionsIsFromZeroToOne(String format) {
        var setting = "depesche.media.renditions." + format + "-quality";

        for (var wrong : new String[] { "7", "-0.1", "NaN", "high" }) {
            assertThatThrownBy(() -> read(setting, wrong)).hasMessageContaining(setting);
        }
    }

    @Test
    void itsEndsAreTaken() {
        assertThat(read("depesche.media.renditions.jpeg-quality", "0").jpegQuality()).isZero();
        assertThat(read("depesche.media.renditions.jpeg-quality", "1.0").jpegQuality()).isEqualTo(1);
    }

    private static RenditionConfig read(String setting, String value) {
        return new SmallRyeConfigBuilder().withMapping(RenditionConfig.class).addDefaultInterceptors().addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(Map.of(setting, value), "test", 100)).build()
                .getConfigMapping(RenditionConfig.class);
    }
}
