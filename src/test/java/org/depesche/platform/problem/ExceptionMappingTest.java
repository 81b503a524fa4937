package org.depesche.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;

class ExceptionMappingTest {

    static Stream<SQLException> passing() {
        return Stream.of(new SQLTransientConnectionException("refused"), new SQLNonTransientConnectionException("gone"),
                new SQLTimeoutException("late"), new SQLException("Sorry, acquisition timeout!"),
                new SQLException("Acquisition timeout while waiting for new connection"),
                new SQLException("max_statement_time exceeded", "70100", 1969), new SQLException("deadlock", "40001", 1213),
                new SQLException("lock wait", "HY000", 1205), new SQLException("link failure", "08S01", 0));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void aDatabaseThatCannotAnswerNowIsUnavailable(SQLException failure) {
        var problem = ExceptionMapping.of(new IllegalStateException("outer", new RuntimeException(failure)));

        assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(problem.headers()).containsKey("Retry-After");
        assertThat(problem.detail()).isEqualTo("The database cannot answer now.");
    }

    @ParameterizedTest
    @ValueSource(ints = { 1021, 1114, 1026, 1030, 1290, 1836 })
    void aFullDiskIsNoFaultOfTheRequest(int code) {
        var problem = ExceptionMapping.of(new IllegalStateException(new SQLException("disk full", "HY000", code)));

        assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE);
        assertThat(problem.headers()).containsKey("Retry-After");
    }

    @Test
    void theReasonOfAFailedCommitIsAmongTheSuppressed() {
        var rollback = new IllegalStateException("could not commit");
        rollback.addSuppressed(new IllegalStateException("xa", new SQLNonTransientConnectionException("gone")));

        assertThat(ExceptionMapping.of(new RuntimeException(rollback)).type()).isEqualTo(ProblemType.UNAVAILABLE);
    }

    @Test
    void aBrokenStatementIsOurFault() {
        assertThat(ExceptionMapping.of(new SQLException("syntax", "42000", 1064)).type()).isEqualTo(ProblemType.INTERNAL_ERROR);
        assertThat(ExceptionMapping.of(new SQLIntegrityConstraintViolationException("duplicate", "23000", 1062)).type())
                .isEqualTo(ProblemType.INTERNAL_ERROR);
    }

    @Test
    void theCauseIsNotRevealed() {
        assertThat(ExceptionMapping.of(new IllegalStateException("password=hunter2")).detail()).doesNotContain("hunter2");
    }

    @Test
    void anUnauthenticatedClientIsAskedForAKey() {
        assertThat(ExceptionMapping.of(new UnauthorizedException()).headers()).containsKey("WWW-Authenticate");
        assertThat(ExceptionMapping.of(new AuthenticationFailedException()).type()).isEqualTo(ProblemType.UNAUTHENTICATED);
        assertThat(ExceptionMapping.of(new ForbiddenException()).type()).isEqualTo(ProblemType.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource({ "400,MALFORMED_REQUEST", "404,NOT_FOUND", "405,METHOD_NOT_ALLOWED", "406,NOT_ACCEPTABLE", "413,TOO_LARGE",
            "415,UNSUPPORTED_MEDIA_TYPE", "418,MALFORMED_REQUEST", "429,TOO_MANY_REQUESTS", "500,INTERNAL_ERROR",
            "502,UNAVAILABLE", "503,UNAVAILABLE" })
    void rejectionsOfTheFrameworkKeepTheirMeaning(int status, ProblemType type) {
        assertThat(ExceptionMapping.of(new WebApplicationException(status)).type()).isEqualTo(type);
    }

    @Test
    void aProblemWithinAnotherFailureIsFound() {
        assertThat(ExceptionMapping.of(new RuntimeException(new Problem(ProblemType.CONFLICT, "taken"))).type())
                .isEqualTo(ProblemType.CONFLICT);
        assertThat(ExceptionMapping.of(new NotFoundException()).type()).isEqualTo(ProblemType.NOT_FOUND);
    }
}
