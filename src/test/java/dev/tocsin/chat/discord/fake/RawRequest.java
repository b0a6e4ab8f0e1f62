package dev.tocsin.chat.discord.fake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Requests that JDA would not let pass. */
final class RawRequest {
    private final FakeDiscord discord;

    RawRequest(FakeDiscord discord) {
        this.discord = discord;
    }

    /** The status of the answer. */
    int post(String path, String json) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(discord.api() + path.substring(1)))
                    .header("Authorization", "Bot " + discord.token())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
