package org.depesche.bootstrap.openapi;

import java.util.List;

import org.depesche.bootstrap.openapi.schema.ArticleViewSchemas;
import org.depesche.bootstrap.openapi.schema.DiscriminatedUnions;
import org.depesche.bootstrap.openapi.schema.ElementLimits;
import org.depesche.bootstrap.openapi.schema.FallbackHtml;
import org.depesche.bootstrap.openapi.schema.OpenEnums;
import org.depesche.bootstrap.openapi.schema.OpenObjects;
import org.depesche.bootstrap.openapi.schema.PatchForms;
import org.depesche.bootstrap.openapi.schema.PatternNormalizer;
import org.depesche.bootstrap.openapi.schema.SchemaInheritance;
import org.depesche.bootstrap.openapi.schema.TimestampSchema;
import org.depesche.bootstrap.openapi.schema.WithdrawnProblemSchema;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.IndexView;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * Adds what annotations cannot express, by one rule for all operations. Runs at build time, before the document is exported.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OpenApiCompletion implements OASFilter {

    private final PurgeableOperations purgeable;
    private final Endpoints endpoints;
    private final EndpointParameters parameters;

    /** Quarkus hands in what it has read of the code. */
    public OpenApiCompletion(IndexView code) {
        this.purgeable = new PurgeableOperations(code);
        this.endpoints = new Endpoints(code);
        this.parameters = new EndpointParameters(code, endpoints);
    }

    @Override
    public Schema filterSchema(Schema schema) {
        TimestampSchema.redirectReference(schema);
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        setInfo(document);
        ContributedMembers.apply(document);
        NdjsonExamples.apply(document);
        ArticleViewSchemas.apply(document.getComponents());
        SchemaInheritance.apply(document.getComponents());
        TimestampSchema.addTo(document.getComponents());
        WithdrawnProblemSchema.addTo(document.getComponents());
        DiscriminatedUnions.apply(document.getComponents());
        FallbackHtml.apply(document.getComponents());
        OpenEnums.apply(document.getComponents());
        UndeclaredBodies.remove(document);
        ElementLimits.apply(document.getComponents());
        PatchForms.apply(document);
        ConditionalHeaders.apply(document, endpoints);
        ProblemResponses.apply(document);
        ParameterSchemas.apply(document, parameters);
        DeliveryHeaders.apply(document, purgeable);
        OpenObjects.apply(document);
        PatternNormalizer.apply(document);
        ResponseExamples.apply(document);
        DocumentSorter.apply(document);
    }

    private static void setInfo(OpenAPI document) {
        var factory = OASFactory.createInfo().title("Depesche").version("1").summary("A headless content API for newsrooms")
                .description("Articles, categories, related-news feeds and image metadata, as JSON. `/v1/…` is public and read "
                        + "only; `/v1/editorial/…` needs a key. Within v1, members, block types, enum values and problem types "
                        + "may be added: ignore what you don't know. Nothing is removed, renamed or retyped. "
                        + "What you send is JSON in UTF-8, packed with gzip (`Content-Encoding`) if you like.")
                .license(OASFactory.createLicense().name("Apache-2.0").identifier("Apache-2.0"));
        document.setInfo(factory);
        document.setServers(List.of(OASFactory.createServer().url("/").description("The service that serves this document")));
        document.setTags(OpenApiTags.all());
    }
}
