package org.depesche.content.machineuse;

import java.io.UncheckedIOException;

import jakarta.persistence.AttributeConverter;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;

/** Stores a policy as JSON in one column, which is null if the policy states nothing. Unknown members are ignored. */
public final class MachineUseConverter implements AttributeConverter<MachineUse, String> {

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new ParameterNamesModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable MachineUse policy) {
        try {
            return policy == null || policy.equals(MachineUse.NONE) ? null : JSON.writeValueAsString(policy);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public MachineUse convertToEntityAttribute(@Nullable String stored) {
        try {
            return stored == null ? MachineUse.NONE : JSON.readValue(stored, MachineUse.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
