package org.depesche.content.image.file.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.depesche.content.image.file.UploadConfig;
import org.depesche.media.header.ImageHeaderReader;
import org.depesche.media.metadata.PhotoMetadataReader;
import org.depesche.media.picture.PictureDecoder;
import org.depesche.media.picture.PixelBudget;
import org.depesche.media.rendition.TestPictures;
import org.depesche.media.storage.Storage;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** {@code depesche.media.upload.accept-damaged}: for imports of old stock. */
@QuarkusTest
class DamagedUploadTest {

    @Inject
    Storage storage;
    @Inject
    ImageHeaderReader headers;
    @Inject
    PhotoMetadataReader metadata;
    @Inject
    PictureDecoder decoder;
    @Inject
    PixelBudget budget;
    @Inject
    ImageDownloads downloads;

    @Test
    void aPictureThatEndsEarlyIsTakenWithAWarningWhereTheOperatorAcceptsIt() {
        var jpeg = TestPictures.jpeg(600, 400);
        var half = Arrays.copyOf(jpeg, jpeg.length / 2);

        assertThat(warnings(true, half)).containsExactly(
                "The picture is damaged or ends early. It is shown as far as it goes.");
        assertThat(warnings(true, jpeg)).isEmpty();
        assertThatThrownBy(() -> warnings(false, half)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.type()).isEqualTo(ProblemType.IMAGE_DAMAGED));
    }

    private List<String> warnings(boolean areAccepted, byte[] content) {
        var config = new SmallRyeConfigBuilder().withMapping(UploadConfig.class).addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(
                        Map.of("depesche.media.upload.accept-damaged", String.valueOf(areAccepted)), "test", 100))
                .build().getConfigMapping(UploadConfig.class);
        return new ImageUpload(storage, headers, metadata, decoder.acceptingDamaged(areAccepted), budget, downloads, config)
                .receive(content, "a.jpg", upload -> upload.file().preview().warnings());
    }
}
