package org.depesche.platform.http.load;

import java.util.ArrayDeque;
import java.util.Deque;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Passes on the next request of a connection only when the client has taken the answer to the one before. Vert.x would read
 * any number of pipelined requests and answers into memory, whether or not the client ever reads (RFC 9112, section 9.3.2,
 * lets a server close such a connection).
 *
 * <p>The handler is added while the first request of its connection is being handled. All its methods run on the event loop
 * of the connection.
 */
final class PipelinedRequests extends ChannelDuplexHandler {

    private static final int FIRST_FINAL_STATUS = 200;

    private final int maxHeldRequests;
    private final Deque<Object> held = new ArrayDeque<>();
    private int heldRequests;
    private int unansweredRequests = 1;
    private boolean isPassing;

    PipelinedRequests(int maxHeldRequests) {
        this.maxHeldRequests = maxHeldRequests;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (held.isEmpty() && mayPass(message)) {
            pass(context, message);
        } else {
            hold(context, message);
        }
    }

    private boolean mayPass(Object message) {
        return unansweredRequests == 0 || !(message instanceof HttpRequest);
    }

    private void pass(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            unansweredRequests++;
        }
        context.fireChannelRead(message);
    }

    private void hold(ChannelHandlerContext context, Object message) {
        held.add(message);
        context.channel().config().setAutoRead(false);
        if (message instanceof HttpRequest && ++heldRequests > maxHeldRequests) {
            releaseHeld();
            context.close();
        }
    }

    /** Ignores requests to read while messages are held. */
    @Override
    public void read(ChannelHandlerContext context) {
        if (held.isEmpty()) {
            context.read();
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (endsResponse(message)) {
            context.write(message, promise.unvoid().addListener(sent -> passNext(context)));
        } else {
            context.write(message, promise);
        }
    }

    /** 100 (Continue) is no response to the request. */
    private static boolean endsResponse(Object message) {
        return message instanceof LastHttpContent
                && !(message instanceof HttpResponse response && response.status().code() < FIRST_FINAL_STATUS);
    }

    /** The last byte of a response has left this process. */
    private void passNext(ChannelHandlerContext context) {
        unansweredRequests = Math.max(0, unansweredRequests - 1);
        if (held.isEmpty() || isPassing) {
            return;
        }
        isPassing = true;
        while (!held.isEmpty() && mayPass(held.element())) {
            var next = held.remove();
            heldRequests -= next instanceof HttpRequest ? 1 : 0;
            pass(context, next);
        }
        isPassing = false;
        context.fireChannelReadComplete();
        if (held.isEmpty()) {
            context.channel().config().setAutoRead(true);
            context.read();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        releaseHeld();
        context.fireChannelInactive();
    }

    private void releaseHeld() {
        held.forEach(ReferenceCountUtil::release);
        held.clear();
        heldRequests = 0;
    }
}
