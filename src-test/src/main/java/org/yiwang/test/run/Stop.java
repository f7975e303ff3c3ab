package org.yiwang.test.run;

import java.io.IOException;
import java.nio.file.Path;

/** 停止: {@code ./dev stop}. Stops the run of a data folder, and what a run that died left behind. */
public final class Stop {

    private Stop() {}

    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments.length > 0 ? arguments[0] : "data");
        boolean something = false;
        if (RunFolder.inUse(data)) {
            something = RunFolder.pid(data, "launcher")
                    .flatMap(ProcessHandle::of)
                    .map(Stop::end)
                    .orElse(false);
        }
        RunFolder.stopLeftServers(data);
        something |= EmbeddedDatabase.stop(data, System.out::println);
        System.out.println(something ? "已停止 (stopped)" : "没有在运行的 (nothing was running)");
    }

    private static boolean end(ProcessHandle launcher) {
        launcher.destroy();
        if (!ProcessHandles.awaited(launcher, 60)) {
            launcher.destroyForcibly();
        }
        return true;
    }
}
