package org.depesche.content.machineuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depesche.content.machineuse.UsePermission.ALLOWED;
import static org.depesche.content.machineuse.UsePermission.LICENCE;
import static org.depesche.content.machineuse.UsePermission.REFUSED;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineUseTest {

    private static final MachineUseConverter STORED = new MachineUseConverter();

    @Test
    void aNarrowerPolicyOverridesMemberByMember() {
        var site = new MachineUse(ALLOWED, REFUSED, REFUSED, null, URI.create("https://example.org/l"), "a@example.org");
        var article = new MachineUse(null, ALLOWED, null, LICENCE, null, "b@example.org");

        assertThat(article.over(site)).isEqualTo(new MachineUse(ALLOWED, ALLOWED, REFUSED, LICENCE,
                URI.create("https://example.org/l"), "b@example.org"));
        assertThat(MachineUse.NONE.over(site)).isEqualTo(site);
        assertThat(site.over(MachineUse.NONE)).isEqualTo(site);
    }

    @Test
    void whatIsSaidOfMiningHoldsForTraining() {
        assertThat(uses(null, null, null, REFUSED).effective().aiTrain()).isEqualTo(REFUSED);
        assertThat(uses(null, null, ALLOWED, REFUSED).effective().aiTrain()).isEqualTo(ALLOWED);
        assertThat(uses(null, null, REFUSED, null).effective().textAndDataMining()).isNull();
        assertThat(MachineUse.NONE.effective()).isEqualTo(MachineUse.NONE);
    }

    @Test
    void ofSeveralPartsTheStrictestCountsAndSilenceIsStricterThanAPermission() {
        var parts = List.of(uses(ALLOWED, ALLOWED, ALLOWED, null), uses(ALLOWED, LICENCE, null, null),
                uses(ALLOWED, REFUSED, ALLOWED, LICENCE));

        assertThat(MachineUse.strictest(parts)).isEqualTo(uses(ALLOWED, REFUSED, null, LICENCE));
        assertThat(MachineUse.strictest(List.of())).isEqualTo(MachineUse.NONE);
    }

    @Test
    void aPolicyIsStoredAndReadBackAndSilenceIsNull() {
        var policy = new MachineUse(ALLOWED, LICENCE, REFUSED, null, URI.create("https://example.org/l"), "a@example.org");

        assertThat(STORED.convertToEntityAttribute(STORED.convertToDatabaseColumn(policy))).isEqualTo(policy);
        assertThat(STORED.convertToDatabaseColumn(MachineUse.NONE)).isNull();
        assertThat(STORED.convertToEntityAttribute(null)).isEqualTo(MachineUse.NONE);
        assertThat(STORED.convertToEntityAttribute("{\"search\":\"refused\",\"later\":1}").search()).isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @CsvSource({ "DMI-PROHIBITED, DMI-ALLOWED, DMI-PROHIBITED",
            "DMI-ALLOWED, DMI-PROHIBITED-AIMLTRAINING, DMI-PROHIBITED-AIMLTRAINING",
            "DMI-PROHIBITED-GENAIMLTRAINING, DMI-PROHIBITED-AIMLTRAINING, DMI-PROHIBITED-AIMLTRAINING",
            "DMI-PROHIBITED-AIMLTRAINING, DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING, DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING",
            "DMI-PROHIBITED-SEECONSTRAINT, DMI-PROHIBITED-AIMLTRAINING, DMI-PROHIBITED-SEECONSTRAINT",
            "DMI-LATER, DMI-ALLOWED, DMI-LATER", "DMI-LATER, DMI-PROHIBITED, DMI-PROHIBITED", ", DMI-ALLOWED, DMI-ALLOWED",
            "DMI-PROHIBITED,, DMI-PROHIBITED" })
    void theStricterTermOfAFileAndAPolicyWins(@Nullable String ofFile, @Nullable String ofPolicy, String expected) {
        var prefix = "http://ns.useplus.org/ldf/vocab/";

        assertThat(PlusDataMining.stricter(ofFile == null ? null : prefix + ofFile,
                Optional.ofNullable(ofPolicy).map(prefix::concat)))
                .contains(prefix + expected);
    }

    @Test
    void nothingIsAddedWhereNeitherFileNorPolicySaysAnything() {
        assertThat(PlusDataMining.stricter(null, Optional.empty())).isEmpty();
    }

    private static MachineUse uses(@Nullable UsePermission search, @Nullable UsePermission aiInput,
            @Nullable UsePermission aiTrain, @Nullable UsePermission mining) {
        return new MachineUse(search, aiInput, aiTrain, mining, null, null);
    }
}
