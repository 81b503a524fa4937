package org.depesche.intake.importer;

import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.depesche.intake.importer.ndjson.Rejection;
import org.depesche.platform.problem.InputError;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The table {@code import_rejection}: the rejected records of imports, in the order of their lines. */
@ApplicationScoped
class RejectionRepository {

    private static final TypeReference<List<InputError>> ERRORS = new TypeReference<>() {
    };

    private final Jdbi jdbi;
    private final ObjectMapper json;

    RejectionRepository(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    void insert(UUID importId, List<Rejection> rejections) {
        if (rejections.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var rows = handle.prepareBatch(
                    "insert into import_rejection (import_id, line, record_key, reason, errors) values (?, ?, ?, ?, ?)");
            rejections.forEach(rejection -> rows.bind(0, importId).bind(1, rejection.line())
                    .bindByType(2, rejection.key(), String.class).bind(3, rejection.reason()).bind(4, toJson(rejection))
                    .add());
            rows.execute();
        });
    }

    List<Rejection> after(UUID importId, long line, int limit) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select * from import_rejection where import_id = ? and line > ? order by line limit ?")
                .bind(0, importId).bind(1, line).bind(2, limit).map(this::mapRow).list());
    }

    /** The last rejections before a line, in descending order. */
    List<Rejection> before(UUID importId, long line, int limit) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select * from import_rejection where import_id = ? and line < ? order by line desc limit ?")
                .bind(0, importId).bind(1, line).bind(2, limit).map(this::mapRow).list());
    }

    /** Deletes the rejections of records with these keys, of all imports. */
    void delete(Collection<String> keys) {
        if (!keys.isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate("delete from import_rejection where record_key in (<keys>)")
                    .bindList("keys", List.copyOf(keys)).execute());
        }
    }

    private String toJson(Rejection rejection) {
        try {
            return json.writeValueAsString(rejection.errors());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Rejection mapRow(ResultSet row, StatementContext context) throws SQLException {
        try {
            return new Rejection(row.getLong("line"), row.getString("record_key"), row.getString("reason"),
                    json.readValue(row.getString("errors"), ERRORS));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
