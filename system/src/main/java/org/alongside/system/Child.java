package org.alongside.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, remembered in a file so that a later run finds it if this one is killed. */
final class Child {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The machine tells when a process began to the hundredth of a second, counted from a boot that it knows less well. */
    private static final Duration SAME_START = Duration.ofSeconds(2);

    private final String name;
    private final Path log;
    private final Path pidFile;
    private Process process;
    private boolean over;
    private volatile Process askedToEnd;

    Child(String name, Path log, Path pidFile) {
        this.name = name;
        this.log = log;
        this.pidFile = pidFile;
    }

    String name() {
        return name;
    }

    Path log() {
        return log;
    }

    /** @throws Refusal if it was stopped before: whoever stops everything while it starts must not miss one */
    synchronized void start(List<String> command, Map<String, String> environment) throws IOException {
        if (over) {
            throw new Refusal(name + " is not started any more: everything stops");
        }
        ProcessBuilder builder = new ProcessBuilder(ownSession(command));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        process = builder.start();
        remember(pidFile, process.toHandle());
    }

    synchronized boolean alive() {
        return process != null && process.isAlive();
    }

    /** Waits until it ends by itself or is stopped; answers its exit status. */
    int ended() throws InterruptedException {
        Process running;
        synchronized (this) {
            running = process;
        }
        return running.waitFor();
    }

    synchronized long pid() {
        return process.pid();
    }

    /** Calls back when the process that runs now ends without having been asked to. */
    synchronized void whenItEnds(Runnable action) {
        Process watched = process;
        watched.onExit().thenRun(() -> {
            if (askedToEnd != watched) {
                action.run();
            }
        });
    }

    /** Asks it to stop for good, and makes it stop if it does not within half a minute. */
    synchronized void stop() {
        over = true;
        if (process != null) {
            askedToEnd = process;
            process.destroy();
            waitFor(PATIENCE);
        }
    }

    /** Ends it as a power cut would. */
    synchronized void kill() {
        askedToEnd = process;
        process.destroyForcibly();
        waitFor(PATIENCE);
    }

    private void waitFor(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Files.deleteIfExists(pidFile);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ctrl-C reaches every process of the terminal's group. In a session of their own the servers do not hear it and
     * are stopped one after the other instead.
     */
    private static List<String> ownSession(List<String> command) {
        for (String setsid : List.of("/usr/bin/setsid", "/bin/setsid")) {
            if (new File(setsid).canExecute()) {
                List<String> own = new ArrayList<>(command);
                own.add(0, setsid);
                return own;
            }
        }
        return command;
    }

    /** Writes down which process this is: its number, and when it began, because numbers are used again. */
    static void remember(Path pidFile, ProcessHandle handle) throws IOException {
        DataHome.folder(pidFile.getParent());
        Files.writeString(
                pidFile,
                handle.pid() + " "
                        + handle.info().startInstant().map(Object::toString).orElse(""));
    }

    /** The process that was written down, if it still runs; a process that has got its number since is not it. */
    static Optional<ProcessHandle> remembered(Path pidFile) {
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            String[] words = Files.readString(pidFile).trim().split(" ");
            Instant began = Instant.parse(words[words.length - 1]);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> handle.info().startInstant().stream()
                            .anyMatch(start ->
                                    Duration.between(start, began).abs().compareTo(SAME_START) < 0));
        } catch (NumberFormatException | DateTimeParseException halfWritten) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
