package org.depesche.intake.importer.ndjson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.depesche.kernel.Uuid7;
import org.depesche.platform.problem.Problem;
import org.depesche.platform.problem.ProblemType;
import org.junit.jupiter.api.Test;

import io.smallrye.config.SmallRyeConfigBuilder;

/** The limits of an upload, as they are configured. */
class UploadSplitterTest {

    private final List<Rejection> rejections = new ArrayList<>();
    private final List<Chunk> chunks = new ArrayList<>();

    @Test
    void anUploadBeyondTheLimitIsRefused() throws IOException {
        assertThat(upload("max-upload-size", "18").split(stream("{\"a\": 1}\n{\"b\": 2}\n"))).isOne();
        assertThatThrownBy(() -> upload("max-upload-size", "18").split(stream("{\"a\": 1}\n{\"b\": 2}\n\n")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.TOO_LARGE));
    }

    @Test
    void moreEmptyLinesThanTheLimitAreRefused() throws IOException {
        assertThat(upload("max-empty-lines", "2").split(stream("{}\n\n \n{}\n"))).isOne();
        assertThatThrownBy(() -> upload("max-empty-lines", "2").split(stream("{}\n\n \n{}\n\n")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.TOO_LARGE));
    }

    @Test
    void aLineBeyondTheLimitIsRejectedWithItsNumber() throws IOException {
        upload("max-line-size", "8").split(stream("{\"a\": 1}\n{\"bb\": 2}\n\n{\"c\": 3}\n{\"d\": 444}"));

        assertThat(rejections).extracting(Rejection::line).containsExactly(2L, 5L);
    }

    @Test
    void aBatchHasTheConfiguredSize() throws IOException {
        assertThat(upload("batch-records", "2").split(stream("{}\n{}\n{}\n{}\n{}\n"))).isEqualTo(3);
        assertThat(chunks).hasSize(3);
    }

    private UploadSplitter upload(String setting, String value) {
        var config = new SmallRyeConfigBuilder().addDefaultInterceptors().withMapping(ImportConfig.class)
                .withConverter(io.quarkus.runtime.configuration.MemorySize.class, 100,
                        new io.quarkus.runtime.configuration.MemorySizeConverter())
                .withConverter(java.time.Duration.class, 100, new io.quarkus.runtime.configuration.DurationConverter())
                .withDefaultValue("depesche.importer." + setting, value).build().getConfigMapping(ImportConfig.class);
        return new UploadSplitter(Uuid7.next(), config, new UploadSplitter.Store() {
            @Override
            public void storeChunk(UUID id, Chunk chunk) {
                chunks.add(chunk);
            }

            @Override
            public void storeRejections(UUID id, List<Rejection> more) {
                rejections.addAll(more);
            }
        });
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
