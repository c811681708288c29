package io.otbench.reports.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A headless browser with one page, driven over its DevTools protocol. It notes every complaint of
 * the page and every request that leaves it.
 */
final class Chromium implements AutoCloseable, WebSocket.Listener {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-extensions",
          "--remote-debugging-port=0");
  private static final String LISTENING = "DevTools listening on ";
  private static final long SECONDS = 60;
  private static final JsonMapper JSON = new JsonMapper();

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final StringBuilder message = new StringBuilder();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final String session;

  private Chromium(Process process, URI address) {
    this.process = process;
    this.socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, this).join();
    String target =
        send(Optional.empty(), "Target.createTarget", object().put("url", "about:blank"))
            .get("targetId")
            .asText();
    this.session =
        send(
                Optional.empty(),
                "Target.attachToTarget",
                object().put("targetId", target).put("flatten", true))
            .get("sessionId")
            .asText();
    List.of("Page", "Runtime", "Log", "Network").forEach(it -> send(it + ".enable", object()));
  }

  /** The browser's program; none if the path of this process has none. */
  static Optional<Path> program() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts the browser.
   *
   * @param profile empty folder for what it keeps
   */
  static Chromium start(Path program, Path profile) throws IOException {
    Process process =
        new ProcessBuilder(
                Stream.of(
                        Stream.of(program.toString(), "--user-data-dir=" + profile), FLAGS.stream())
                    .flatMap(it -> it)
                    .toList())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(LISTENING)) {
        drain(lines);
        return new Chromium(process, URI.create(line.substring(LISTENING.length()).strip()));
      }
    }
    process.destroy();
    throw new IOException(program + " must say where it listens, it did not");
  }

  private static void drain(BufferedReader lines) {
    Thread reader = new Thread(() -> lines.lines().forEach(line -> {}), "what the browser says");
    reader.setDaemon(true);
    reader.start();
  }

  /** Opens a page and waits until it is loaded; complaints and requests of former pages go. */
  void open(URI page) {
    complaints.clear();
    requests.clear();
    send("Page.navigate", object().put("url", page.toString()));
    waitUntil(
        "location.href === " + quoted(page.toString()) + " && document.readyState === 'complete'");
  }

  /** Errors, warnings and exceptions of the page. */
  List<String> complaints() {
    return complaints;
  }

  /** Addresses the page asked for, without its own and data in itself. */
  List<String> requests() {
    return requests;
  }

  /** The value of an expression, or of the promise it gives. */
  JsonNode value(String expression) {
    JsonNode result =
        send(
            "Runtime.evaluate",
            object()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + result.get("exceptionDetails"));
    }
    return result.path("result").path("value");
  }

  String text(String expression) {
    return value(expression).asText();
  }

  int number(String expression) {
    return value(expression).asInt();
  }

  boolean holds(String expression) {
    return value(expression).asBoolean();
  }

  void waitUntil(String expression) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!holds(expression)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the page must come to hold " + expression);
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** Sets the size of the window in CSS pixels. */
  void resize(int width, int height) {
    send(
        "Emulation.setDeviceMetricsOverride",
        object()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", false));
  }

  /** Sets what the reader prefers, such as {@code prefers-color-scheme} to {@code dark}. */
  void prefer(String feature, String choice) {
    ObjectNode media = object();
    media.putArray("features").addObject().put("name", feature).put("value", choice);
    send("Emulation.setEmulatedMedia", media);
  }

  /** Lets pages run their scripts or not. */
  void scripts(boolean run) {
    send("Emulation.setScriptExecutionDisabled", object().put("value", !run));
  }

  /** Presses and releases a key, such as {@code Enter}. */
  void press(String key) {
    ObjectNode down = object().put("type", "keyDown").put("key", key).put("code", key);
    if (key.equals("Enter")) {
      down.put("text", "\r").put("windowsVirtualKeyCode", 13);
    }
    send("Input.dispatchKeyEvent", down);
    send("Input.dispatchKeyEvent", object().put("type", "keyUp").put("key", key).put("code", key));
  }

  /** What the window shows, as a PNG file. */
  byte[] picture() {
    return Base64.getDecoder()
        .decode(send("Page.captureScreenshot", object()).get("data").asText());
  }

  static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode object() {
    return JSON.createObjectNode();
  }

  private JsonNode send(String method, ObjectNode parameters) {
    return send(Optional.of(session), method, parameters);
  }

  private JsonNode send(Optional<String> to, String method, ObjectNode parameters) {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    ObjectNode request = object().put("id", id).put("method", method);
    request.set("params", parameters);
    to.ifPresent(it -> request.put("sessionId", it));
    socket.sendText(request.toString(), true).join();
    try {
      JsonNode given = answer.get(SECONDS, TimeUnit.SECONDS);
      if (given.has("error")) {
        throw new IllegalStateException(method + ": " + given.get("error"));
      }
      return given.get("result");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(method + " must be answered", e);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    message.append(part);
    if (last) {
      String whole = message.toString();
      message.setLength(0);
      try {
        take(JSON.readTree(whole));
      } catch (IOException e) {
        complaints.add("not JSON: " + whole);
      }
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  private void take(JsonNode event) {
    if (event.has("id")) {
      Optional.ofNullable(answers.remove(event.get("id").asInt()))
          .ifPresent(answer -> answer.complete(event));
      return;
    }
    JsonNode parameters = event.path("params");
    switch (event.path("method").asText()) {
      case "Runtime.exceptionThrown" -> complaints.add(parameters.toString());
      case "Runtime.consoleAPICalled" -> {
        if (List.of("error", "warning", "assert").contains(parameters.path("type").asText())) {
          complaints.add(parameters.toString());
        }
      }
      case "Log.entryAdded" -> {
        if (!parameters.path("entry").path("level").asText().equals("verbose")) {
          complaints.add(parameters.toString());
        }
      }
      case "Network.requestWillBeSent" -> {
        String url = parameters.path("request").path("url").asText();
        boolean own = parameters.path("type").asText().equals("Document");
        if (!own && !url.startsWith("data:")) {
          requests.add(url);
        }
      }
      default -> {}
    }
  }

  @Override
  public void close() {
    try {
      send(Optional.empty(), "Browser.close", object());
      process.waitFor(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }
}
