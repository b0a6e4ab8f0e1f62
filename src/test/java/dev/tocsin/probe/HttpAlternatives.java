package dev.tocsin.probe;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** The HTTP exchange by libraries as they come, one client for all requests, each on a fresh connection. */
final class HttpAlternatives implements AutoCloseable {
    private final HttpClient jdk =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final OkHttpClient okHttp = new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
            .retryOnConnectionFailure(false)
            .fastFallback(false)
            .proxy(Proxy.NO_PROXY)
            .build();
    private final CloseableHttpClient apache = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(1_000)
                    .setMaxConnPerRoute(1_000)
                    .build())
            .setConnectionReuseStrategy((request, response, context) -> false)
            .disableAutomaticRetries()
            .build();
    private final String url;
    private final HttpRequest jdkRequest;
    private final Request okHttpRequest;

    HttpAlternatives(int port) {
        url = "http://127.0.0.1:" + port + "/";
        jdkRequest = HttpRequest.newBuilder(URI.create(url)).build();
        okHttpRequest =
                new Request.Builder().url(url).header("Connection", "close").build();
    }

    /** The server's {@code Connection: close} keeps this client from using a connection again. */
    boolean jdk() throws IOException, InterruptedException {
        return jdk.send(jdkRequest, HttpResponse.BodyHandlers.ofString()).body().equals("ok");
    }

    boolean okHttp() throws IOException {
        try (Response response = okHttp.newCall(okHttpRequest).execute()) {
            return response.body().string().equals("ok");
        }
    }

    boolean apache() throws IOException {
        return apache.execute(
                new HttpGet(url),
                answer -> EntityUtils.toString(answer.getEntity()).equals("ok"));
    }

    @Override
    public void close() throws IOException {
        apache.close();
        jdk.shutdownNow();
        okHttp.dispatcher().executorService().shutdown();
        okHttp.connectionPool().evictAll();
    }
}
