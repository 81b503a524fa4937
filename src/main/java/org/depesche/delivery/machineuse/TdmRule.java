package org.depesche.delivery.machineuse;

import java.net.URI;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** One rule of the file of TDMRep (section 5.1). */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TdmRule", description = "What is reserved at some paths (TDMRep).")
record TdmRule(
        @Schema(
                required = true,
                description = "Paths in the form of robots.txt; of several rules the first that matches counts.",
                examples = "/politik/*") String location,
        @JsonProperty("tdm-reservation") @Schema(
                name = "tdm-reservation",
                required = true,
                description = "1: the rights of mining are reserved; 0: they are not.",
                examples = "1") int reservation,
        @JsonProperty("tdm-policy") @Schema(
                name = "tdm-policy",
                description = "Tells how to get a licence; absent while none is offered.",
                examples = "https://api.example.org/v1/sites/default/tdm-policy.json") @Nullable URI policy) {
}
