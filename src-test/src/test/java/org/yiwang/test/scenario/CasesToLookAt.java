package org.yiwang.test.scenario;

import org.yiwang.test.YiwangServer;

/** 样件: a case with a life behind it, for tests of other packages that only need something to look at. */
public final class CasesToLookAt {

    private CasesToLookAt() {}

    /** Submitted, accepted, reviewed; everything that was ordered is done. Answers its number. */
    public static String one(YiwangServer server) {
        City city = new City(server);
        String no = city.submitted("chenjing", "elder-allowance");
        city.act(city.as("window-1"), no, "ACCEPT");
        city.act(city.as("street-reviewer"), no, "REVIEW", "opinion", "AGREE", "text", "符合条件。");
        city.settle();
        return no;
    }
}
