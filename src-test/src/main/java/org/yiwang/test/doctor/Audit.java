package org.yiwang.test.doctor;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.yiwang.test.run.Installation;
import org.yiwang.test.run.RunFailure;

/** 核对: {@code ./dev audit verify}. Reads every event of every case and every daily digest, and says
 * whether they stand as they were written. */
public final class Audit {

    private Audit() {}

    public static void main(String[] arguments) {
        if (arguments.length != 2 || !arguments[1].equals("verify")) {
            System.err.println("用法 (usage): ./dev audit verify");
            System.exit(2);
        }
        System.exit(verify(Path.of(arguments[0])) ? 0 : 1);
    }

    /** Says what it finds about the installation in this folder, running or not; true when all is intact. */
    public static boolean verify(Path data) {
        if (!Installation.hasDatabase(data)) {
            System.err.println("还没有数据库 (there is no database yet): ./dev run");
            return false;
        }
        try (Installation installation = Installation.open(data);
                Connection connection = installation.connect()) {
            CaseChains chains = new CaseChains(connection);
            List<String> broken = chains.broken();
            DigestChain digests = new DigestChain(connection);
            broken.addAll(digests.broken());
            broken.addAll(new ErrandChains(connection).broken());
            broken.forEach(line -> System.out.println("  [错] " + line));
            System.out.println("核对了 " + chains.cases() + " 个办件, " + chains.events() + " 条事件 (cases and events read), "
                    + digests.digests() + " 份每日摘要, 其中 " + digests.unstamped()
                    + " 份还没有时间戳 (daily digests, not yet stamped); "
                    + (broken.isEmpty() ? "全部完好 (all intact)" : broken.size() + " 处不符 (things do not fit)"));
            return broken.isEmpty();
        } catch (SQLException | RunFailure e) {
            System.err.println("无法核对 (cannot verify): " + e.getMessage());
            return false;
        }
    }
}
