package org.yiwang.test.upgrade;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import org.yiwang.test.YiwangServer;
import org.yiwang.test.scenario.CasesInEveryStatus;
import org.yiwang.test.scenario.City;

/**
 * 留下数据库: makes, on a fresh running server of the present version, what {@link UpgradeIT} of later versions begins with.
 * Run once when a version is given out: {@code -Dyiwang.test.url=… -Dyiwang.test.data=… LeaveDatabase <archive>}.
 */
public final class LeaveDatabase {

    private LeaveDatabase() {}

    public static void main(String[] arguments) throws Exception {
        YiwangServer server = YiwangServer.shared();
        Map<String, String> cases = new CasesInEveryStatus(new City(server)).leave();
        try (Connection connection = server.db().connect()) {
            DatabaseCopy.write(connection, server.data(), cases, Path.of(arguments[0]));
        }
        cases.forEach((no, status) -> System.out.println(no + "\t" + status));
    }
}
