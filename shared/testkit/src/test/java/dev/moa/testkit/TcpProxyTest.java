package dev.moa.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
    private ServerSocket echo;
    private TcpProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!echo.isClosed()) {
                try {
                    Socket socket = echo.accept();
                    Thread.ofVirtual().start(() -> repeat(socket));
                } catch (IOException closed) {
                    assertEquals(true, echo.isClosed());
                }
            }
        });
        proxy = new TcpProxy(echo.getLocalPort());
    }

    private static void repeat(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException cut) {
            assertEquals(true, socket.isClosed());
        }
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void whatASilentLineHeldBackArrivesOnceItIsGood() throws IOException {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            assertEquals('a', answer(client, 'a'));
            proxy.become(TcpProxy.Line.SILENT);
            client.setSoTimeout(100);
            assertThrows(SocketTimeoutException.class, () -> answer(client, 'b'));
            proxy.become(TcpProxy.Line.GOOD);
            client.setSoTimeout(5_000);
            assertEquals('b', client.getInputStream().read());
        }
    }

    @Test
    void aResetLineBreaksWhatIsOpenAndWhatIsNew() throws IOException {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            assertEquals('a', answer(client, 'a'));
            proxy.become(TcpProxy.Line.RESET);
            assertThrows(IOException.class, () -> ended(answer(client, 'b')));
            assertThrows(IOException.class, () -> {
                try (Socket next = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
                    ended(answer(next, 'c'));
                }
            });
        }
    }

    private static void ended(int answer) throws IOException {
        if (answer < 0) {
            throw new IOException("closed");
        }
    }

    private static int answer(Socket client, int said) throws IOException {
        client.getOutputStream().write(said);
        return client.getInputStream().read();
    }
}
