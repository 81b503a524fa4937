package org.depesche.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.depesche.content.image.file.RenditionConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithConverter;

class BatchSizeTest {

    private static final String SETTING = "depesche.media.renditions.expiry-batch";

    @ParameterizedTest
    @ValueSource(strings = { "0", "-1" })
    void aBatchOfNothingIsRefusedByTheNameOfItsSetting(String size) {
        assertThatThrownBy(() -> batchSize(size)).hasMessageContaining(SETTING)
                .hasMessageContaining("a batch has at least 1 item, not " + size);
    }

    @Test
    void aBatchOfOneIsTaken() {
        assertThat(batchSize(" 1 ")).isEqualTo(1);
    }

    @Test
    void allBatchSizesAreReadInThisWay() {
        var sizes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.depesche").stream().flatMap(type -> type.getMethods().stream())
                .filter(BatchSizeTest::isBatchSize).toList();

        assertThat(sizes).hasSizeGreaterThan(12).allSatisfy(
                size -> assertThat(size.getAnnotationOfType(WithConverter.class).value()).isEqualTo(BatchSize.class));
    }

    private static boolean isBatchSize(JavaMethod method) {
        var owner = method.getOwner();
        var isSetting = owner.isInterface() && (owner.isAnnotatedWith(ConfigMapping.class)
                || owner.getEnclosingClass().filter(outer -> outer.isAnnotatedWith(ConfigMapping.class)).isPresent());
        return isSetting && method.getRawReturnType().isEquivalentTo(int.class)
                && method.getName().matches("(?i).*batch(size)?");
    }

    private static int batchSize(String size) {
        return new SmallRyeConfigBuilder().withMapping(RenditionConfig.class).addDefaultInterceptors().addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(Map.of(SETTING, size), "test", 100)).build()
                .getConfigMapping(RenditionConfig.class).expiryBatch();
    }
}
