package dev.moa.notification.socket;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.extensions.compression.WebSocketServerCompressionHandler;
import jakarta.inject.Singleton;

/**
 * No compression: a few bytes of it unpack to as many megabytes as their sender likes before anybody can look, and each
 * connection would keep its own tables. The framework always offers it, so it is taken out of every connection.
 */
@Singleton
class PlainFrames implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        NettyServerCustomizer.Registry server = event.getBean();
        server.register(new OfServer());
        return server;
    }

    private static final class OfServer implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return new OfConnection(channel.pipeline());
        }
    }

    private record OfConnection(ChannelPipeline pipeline) implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return new OfConnection(channel.pipeline());
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (pipeline.get(WebSocketServerCompressionHandler.class) != null) {
                pipeline.remove(WebSocketServerCompressionHandler.class);
            }
        }
    }
}
