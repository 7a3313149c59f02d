package org.alongside.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks for a socket as a browser would that shows some other page. */
final class Handshake {

    private Handshake() {}

    /** The status of the answer; 101 is an open socket. */
    static int status(String product, String cookie, String origin) {
        return status(product, "", cookie, origin);
    }

    /** The same for a page about something. */
    static int status(String product, String about, String cookie, String origin) {
        URI address = URI.create(product);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String request = "GET /changes?about=" + about + " HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                    + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nCookie: " + cookie
                    + (origin == null ? "" : "\r\nOrigin: " + origin) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return Integer.parseInt(answer.readLine().split(" ")[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
