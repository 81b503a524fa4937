package org.depesche.bootstrap.openapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.TreeMap;

import org.depesche.bootstrap.openapi.schema.Operations;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Sorts the parts of the document whose order depends on the JDK's hashing, so that every machine generates the same
 * document. Puts required parameters before optional ones, and parameters of the address before headers.
 */
final class DocumentSorter {

    private DocumentSorter() {
    }

    static void apply(OpenAPI document) {
        document.getComponents().setSchemas(new TreeMap<>(document.getComponents().getSchemas()));
        document.getComponents().getSchemas().values().forEach(DocumentSorter::sort);
        Operations.each(document, described -> {
            var responses = described.operation().getResponses();
            responses.setAPIResponses(new TreeMap<String, APIResponse>(responses.getAPIResponses()));
            sortParameters(described.operation());
        });
    }

    private static void sortParameters(Operation operation) {
        if (operation.getParameters() != null) {
            operation.setParameters(operation.getParameters().stream()
                    .sorted(Comparator.comparing((Parameter parameter) -> !Boolean.TRUE.equals(parameter.getRequired()))
                            .thenComparing(parameter -> parameter.getIn() == Parameter.In.HEADER))
                    .toList());
        }
    }

    private static void sort(Schema schema) {
        // The scanner repeats the type of a referenced schema beside the reference.
        if (schema.getRef() != null) {
            schema.setType(null);
        }
        if (schema.getRequired() != null) {
            var required = new ArrayList<>(schema.getRequired());
            required.sort(null);
            schema.setRequired(required);
        }
        if (schema.getProperties() != null) {
            schema.setProperties(new TreeMap<>(schema.getProperties()));
            schema.getProperties().values().forEach(DocumentSorter::sort);
        }
        if (schema.getAllOf() != null) {
            schema.getAllOf().forEach(DocumentSorter::sort);
        }
        if (schema.getItems() != null) {
            sort(schema.getItems());
        }
    }
}
