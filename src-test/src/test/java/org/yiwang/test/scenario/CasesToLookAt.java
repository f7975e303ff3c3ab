package org.yiwang.test.scenario;

import java.time.Duration;
import org.yiwang.test.Api;
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

    /** An errand with all its services, begun. Answers its number. */
    public static String errand(YiwangServer server) {
        City city = new City(server);
        Api parent = city.as("chenjing");
        String draft = city.draftWithout(parent, "bundle-birth", city.errand("bundle-birth", "least"));
        String no = parent.post("/drafts/" + draft + "/submission", Api.object())
                .expect(201)
                .text("/bundleNo");
        city.settle();
        return no;
    }

    /** A day passes, and what it brings is done. */
    public static void aDayLater(YiwangServer server) {
        new City(server).move(Duration.ofDays(1));
    }
}
