package org.yiwang.test.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** 运行目录: says who runs on a data folder, so that two launchers never share one and a stop finds what to stop. */
public final class RunFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private RunFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the data folder for this process, or says who has it. */
    public static RunFolder take(Path data) {
        Path folder = data.toAbsolutePath().resolve("run");
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new RunFailure("数据目录正被另一个 ./dev run 使用 (the data folder " + data
                        + " is in use by another run"
                        + pid(data, "launcher").map(p -> ", process " + p).orElse("")
                        + "); 先执行 ./dev stop");
            }
            RunFolder taken = new RunFolder(folder, channel, lock);
            stopLeftServers(data);
            taken.write("launcher", ProcessHandle.current().pid());
            return taken;
        } catch (IOException e) {
            throw new RunFailure("数据目录不可写 (cannot write to the data folder " + data + ")", e);
        }
    }

    /** Whether a launcher lives on this folder; asks the lock, not the number. */
    static boolean inUse(Path data) {
        Path file = data.toAbsolutePath().resolve("run/lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = tryLock(channel)) {
            return lock == null;
        } catch (IOException e) {
            return false;
        }
    }

    static Optional<Long> pid(Path data, String name) {
        try {
            return Optional.of(Long.parseLong(
                    Files.readString(data.toAbsolutePath().resolve("run").resolve(name + ".pid"))
                            .trim()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A portal that outlived its launcher would hold the port and write with the old settings. */
    static void stopLeftServers(Path data) throws IOException {
        Path folder = data.toAbsolutePath().resolve("run");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder, "portal*.pid")) {
            for (Path file : files) {
                String name = file.getFileName().toString().replace(".pid", "");
                pid(data, name)
                        .flatMap(ProcessHandle::of)
                        .filter(RunFolder::isPortal)
                        .ifPresent(RunFolder::stop);
                Files.deleteIfExists(file);
            }
        }
    }

    void write(String name, long pid) throws IOException {
        Files.writeString(folder.resolve(name + ".pid"), Long.toString(pid));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.resolve("launcher.pid"));
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new RunFailure("数据目录没有放开 (cannot release the data folder)", e);
        }
    }

    private static void stop(ProcessHandle left) {
        System.out.println("上次留下的门户还在运行, 先把它停下来 (stopping the portal left from last time, process " + left.pid() + ")");
        ProcessHandles.end(left);
    }

    private static boolean isPortal(ProcessHandle process) {
        return process.info()
                .commandLine()
                .map(line -> line.contains("payara-micro"))
                .orElse(false);
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
