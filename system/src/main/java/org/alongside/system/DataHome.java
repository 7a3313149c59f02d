package org.alongside.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The folder that outlives a run: the database's files, secrets, logs, and the unpacked Keycloak.
 *
 * <p>One system at a time uses it.
 */
public final class DataHome implements AutoCloseable {

    private static final long ROOM = 2L << 30;
    private static final String NEVER_ANSWERED = "never-answered";

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private DataHome(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /** {@code ALONGSIDE_HOME}, or {@code .data} in the project. */
    public static Path place(Path projectRoot) {
        String home = System.getenv("ALONGSIDE_HOME");
        return (home == null || home.isBlank() ? projectRoot.resolve(".data") : Path.of(home))
                .toAbsolutePath()
                .normalize();
    }

    /**
     * Takes the folder for this run.
     *
     * @throws Refusal if another run has it, if it cannot be written, or if there are less than 2 GB of room
     */
    public static DataHome open(Path folder) {
        return open(folder, ROOM);
    }

    /** As {@link #open(Path)}, with so many bytes of room. */
    static DataHome open(Path folder, long room) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new Refusal("Alongside already runs on " + folder
                        + ". Stop that run, or set ALONGSIDE_HOME to another folder.");
            }
            DataHome home = new DataHome(folder, channel, lock);
            try {
                home.requireRoom(room);
            } catch (Refusal tooLittle) {
                home.close();
                throw tooLittle;
            }
            return home;
        } catch (IOException e) {
            throw new Refusal("The data folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** A file or folder in this home. */
    public Path resolve(String name) {
        return folder.resolve(name);
    }

    /** The log file of this name; its folder exists. */
    public Path log(String name) {
        return folder(folder.resolve("logs")).resolve(name);
    }

    /** Whether there is no data, or only what starts left behind of which none came so far that somebody could sign in. */
    boolean nobodyWorkedHere() throws IOException {
        Path mark = folder.resolve(NEVER_ANSWERED);
        if (!Files.exists(folder.resolve("postgresql")) && !Files.exists(mark)) {
            Files.createFile(mark);
        }
        return Files.exists(mark);
    }

    /** It answers: from now on somebody may have worked here. */
    void worked() {
        try {
            Files.deleteIfExists(folder.resolve(NEVER_ANSWERED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes everything but the unpacked programs, which hold no data. */
    void clear() throws IOException {
        for (String data : new String[] {"postgresql", "keycloak", "wildfly", "logs", "run", "secrets.properties"}) {
            remove(folder.resolve(data));
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void remove(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }

    private void requireRoom(long room) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < room) {
            throw new Refusal("Alongside needs " + (room >> 20) + " MB of room under " + folder + ". There are "
                    + (free >> 20) + " MB.");
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
