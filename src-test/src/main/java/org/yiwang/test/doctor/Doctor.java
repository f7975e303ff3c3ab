package org.yiwang.test.doctor;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.yiwang.test.run.Installation;
import org.yiwang.test.run.RunFailure;

/** 体检: {@code ./dev doctor}. Ends with 1 when something is wrong. */
public final class Doctor {

    private Doctor() {}

    public static void main(String[] arguments) {
        Path root = Path.of(System.getProperty("yiwang.root", "."));
        Path data = Path.of(arguments.length > 0 ? arguments[0] : "data").toAbsolutePath();
        Findings findings = new Findings(System.out);
        new MachineCheck(root, data).report(findings);
        new FolderCheck(data).report(findings);
        findings.chapter("数据库 (database)");
        database(data, findings);
        System.out.println();
        System.out.println(findings.wrong() == 0 ? "一切正常 (all is well)" : findings.wrong() + " 处不对 (things are wrong)");
        System.exit(findings.wrong() == 0 ? 0 : 1);
    }

    /** The database that runs, or the one that lies there, started for the look. */
    private static void database(Path data, Findings findings) {
        if (!Installation.hasDatabase(data)) {
            findings.note("还没有建立, 执行 ./dev run (not created yet; ./dev run does it)");
            return;
        }
        try (Installation installation = Installation.open(data);
                Connection connection = installation.connect()) {
            findings.good(installation.told());
            new DatabaseCheck(connection).report(findings);
        } catch (SQLException | RunFailure e) {
            findings.bad("数据库连不上 (cannot reach the database): " + e.getMessage());
        }
    }
}
