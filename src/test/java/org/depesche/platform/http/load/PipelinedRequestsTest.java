package org.depesche.platform.http.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

class PipelinedRequestsTest {

    /** The first request of the connection is being handled already. */
    private final EmbeddedChannel channel = new EmbeddedChannel(new PipelinedRequests(3));

    @Test
    void aRequestWaitsForTheAnswerBeforeIt() {
        receive("/second");
        receive("/third");

        assertThat(passed()).isNull();
        answer(HttpResponseStatus.OK);
        assertThat(passed()).isEqualTo("/second");
        assertThat(passed()).isNull();
        answer(HttpResponseStatus.OK);
        assertThat(passed()).isEqualTo("/third");
    }

    @Test
    void nothingIsReadWhileRequestsWait() {
        receive("/second");

        assertThat(channel.config().isAutoRead()).isFalse();
        answer(HttpResponseStatus.OK);
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void aRequestAfterTheAnswerPassesAtOnce() {
        answer(HttpResponseStatus.OK);
        receive("/second");

        assertThat(passed()).isEqualTo("/second");
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void continueIsNoAnswer() {
        receive("/second");
        answer(HttpResponseStatus.CONTINUE);

        assertThat(passed()).isNull();
    }

    @Test
    void anAnswerThatTheClientDoesNotTakeHoldsTheNextRequest() {
        receive("/second");
        var unsent = channel.newPromise();

        write(HttpResponseStatus.OK, unsent);
        assertThat(passed()).isNull();
        channel.flushOutbound();

        assertThat(passed()).isEqualTo("/second");
    }

    @Test
    void aConnectionWithTooManyWaitingRequestsIsClosed() {
        for (var number = 0; number < 3; number++) {
            receive("/waiting");
        }
        assertThat(channel.isOpen()).isTrue();

        receive("/one-too-many");

        assertThat(channel.isOpen()).isFalse();
    }

    private void receive(String path) {
        channel.writeInbound(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path));
    }

    private void answer(HttpResponseStatus status) {
        write(status, channel.newPromise());
        channel.flushOutbound();
    }

    private void write(HttpResponseStatus status, ChannelPromise promise) {
        channel.write(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status), promise);
    }

    private String passed() {
        DefaultFullHttpRequest request = channel.readInbound();
        return request == null ? null : request.uri();
    }
}
