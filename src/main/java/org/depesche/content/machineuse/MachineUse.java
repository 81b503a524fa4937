package org.depesche.content.machineuse;

import java.net.URI;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.depesche.platform.json.WebUrl;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The policy on the use of content by machines. A site states it; a category and an article override single members. A member
 * that is not stated stays absent. A reservation of rights has to be express (Directive (EU) 2019/790, Article 4), so that an
 * absent member is neither a permission nor a refusal.
 *
 * @param search the index of a search engine, with links and short excerpts
 * @param aiInput input of a model that answers a question: grounding, retrieval
 * @param aiTrain training or fine-tuning of a model, which is a kind of mining
 * @param textAndDataMining any automated analysis
 * @param licenceUrl the page that offers licences
 * @param contact an e-mail address, or the address of a page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "MachineUse",
        description = "What machines may do with the content. A category overrides single members of its site and of the "
                + "categories above it, an article those of its category. Absent: nothing is said, and the law alone decides.")
public record MachineUse(
        @Schema(description = "Indexing for search, with links and short excerpts.") @Nullable UsePermission search,
        @Schema(description = "Input of a model that answers a question: "
                + "grounding, retrieval.") @Nullable UsePermission aiInput,
        @Schema(
                description = "Training of models, which is a kind of mining. "
                        + "Absent: as `textAndDataMining`.") @Nullable UsePermission aiTrain,
        @Schema(description = "Any automated analysis of text and data.") @Nullable UsePermission textAndDataMining,
        @Schema(
                description = "The page that offers licences.",
                examples = "https://www.example.org/licences",
                maxLength = WebUrl.MAX_LENGTH) @Nullable URI licenceUrl,
        @Schema(
                description = "An e-mail address, or the address of a page.",
                examples = "licences@example.org",
                maxLength = MachineUseReader.MAX_CONTACT) @Nullable String contact) {

    /** The policy that states nothing. */
    public static final MachineUse NONE = new MachineUse(null, null, null, null, null, null);

    /** Returns whether the policy states no use. It may have an address for licences nevertheless. */
    public boolean statesNothing() {
        return search == null && aiInput == null && aiTrain == null && textAndDataMining == null;
    }

    /** Returns this policy, with its absent members from the wider one. */
    public MachineUse over(MachineUse wider) {
        if (equals(NONE) || wider.equals(NONE)) {
            return equals(NONE) ? wider : this;
        }
        return new MachineUse(first(search, wider.search), first(aiInput, wider.aiInput), first(aiTrain, wider.aiTrain),
                first(textAndDataMining, wider.textAndDataMining), first(licenceUrl, wider.licenceUrl),
                first(contact, wider.contact));
    }

    /** Returns the policy with the permission for mining as that for training, unless training has its own. */
    public MachineUse effective() {
        return aiTrain != null || textAndDataMining == null ? this
                : new MachineUse(search, aiInput, textAndDataMining, textAndDataMining, licenceUrl, contact);
    }

    /** Returns the policy of content that consists of parts. Each use has the strictest permission of all parts. */
    public static MachineUse strictest(Collection<MachineUse> parts) {
        return parts.isEmpty() ? NONE
                : new MachineUse(strictest(parts, MachineUse::search), strictest(parts, MachineUse::aiInput),
                        strictest(parts, MachineUse::aiTrain), strictest(parts, MachineUse::textAndDataMining),
                        parts.stream().map(MachineUse::licenceUrl).filter(Objects::nonNull).findFirst().orElse(null),
                        parts.stream().map(MachineUse::contact).filter(Objects::nonNull).findFirst().orElse(null));
    }

    /** Returns the strictest permission. A part that does not state the use is stricter than one that allows it. */
    private static @Nullable UsePermission strictest(Collection<MachineUse> parts,
            Function<MachineUse, @Nullable UsePermission> use) {
        var said = parts.stream().map(part -> Optional.ofNullable(use.apply(part))).distinct().toList();
        return Stream.of(UsePermission.REFUSED, UsePermission.LICENCE).filter(wanted -> said.contains(Optional.of(wanted)))
                .findFirst()
                .orElse(said.contains(Optional.<UsePermission> empty()) ? null : UsePermission.ALLOWED);
    }

    /** Returns the address that offers licences: the page, or else the contact. Empty if neither is stated. */
    public Optional<URI> licenceAddress() {
        return Optional.ofNullable(licenceUrl)
                .or(() -> email().map(address -> URI.create("mailto:" + address)))
                .or(() -> Optional.ofNullable(contact).flatMap(WebUrl::parse));
    }

    /** Returns the contact, if it is an e-mail address. */
    public Optional<String> email() {
        return Optional.ofNullable(contact).filter(MachineUseReader::isEmail);
    }

    private static <T> @Nullable T first(@Nullable T own, @Nullable T wider) {
        return own == null ? wider : own;
    }
}
