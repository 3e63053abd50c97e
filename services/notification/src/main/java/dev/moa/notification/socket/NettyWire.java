package dev.moa.notification.socket;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The framework's session cannot be cut while its reader is stuck (it waits for the close frame to be taken), so we
 * speak to the channel itself.
 */
public final class NettyWire implements Wire {
    private static final int SEND_BUFFER = 64 * 1024;

    private final Channel channel;

    private NettyWire(Channel channel) {
        this.channel = channel;
    }

    public static Wire of(HttpRequest<?> request) {
        Channel channel =
                ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel();
        // A small buffer in the kernel: what lies there is old by the time a slow reader takes it.
        channel.config().setOption(ChannelOption.SO_SNDBUF, SEND_BUFFER);
        return new NettyWire(channel);
    }

    @Override
    public CompletionStage<?> send(String text) {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        channel.writeAndFlush(new TextWebSocketFrame(text)).addListener(future -> {
            if (future.isSuccess()) {
                taken.complete(null);
            } else {
                taken.completeExceptionally(future.cause());
            }
        });
        return taken;
    }

    @Override
    public void ping() {
        channel.writeAndFlush(new PingWebSocketFrame(Unpooled.EMPTY_BUFFER));
    }

    @Override
    public void close(int code, String reason) {
        channel.writeAndFlush(new CloseWebSocketFrame(code, reason)).addListener(future -> channel.close());
    }

    @Override
    public void cut() {
        channel.close();
    }
}
