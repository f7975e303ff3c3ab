package org.yiwang.test.run;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** 结束进程: asks first, insists after twenty seconds. */
final class ProcessHandles {

    private ProcessHandles() {}

    static void end(ProcessHandle process) {
        process.destroy();
        if (!awaited(process, 20)) {
            process.destroyForcibly();
            awaited(process, 10);
        }
    }

    static boolean awaited(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
