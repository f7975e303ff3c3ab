package org.yiwang.test.smoke;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.yiwang.test.Api;
import org.yiwang.test.Db;
import org.yiwang.test.OnServer;

@OnServer
class HealthIT {

    @Test
    void saysThatItIsReady(Api api) {
        api.get("/health/ready").expect(200);
    }

    @Test
    void answersAnUnknownPathOfTheApiWithAProblem(Api api) {
        api.get("/no-such-thing").problem(404, "NOT_FOUND");
    }

    @Test
    void saysNothingAboutTheServerItRunsOn(Api api) {
        var reply = api.get("/health/ready");

        assertTrue(reply.header("Server").isEmpty());
        assertTrue(reply.header("X-Powered-By").isEmpty());
    }

    @Test
    void keepsWhatItIsTold(Db db) {
        assertEquals("on", db.text("SHOW fsync"));
        assertEquals("on", db.text("SHOW synchronous_commit"));
        assertEquals("127.0.0.1", db.text("SHOW listen_addresses"));
    }

    @Test
    void letsNobodyInWithoutAPassword(Db db) {
        assertEquals(0L, db.number("SELECT count(*) FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'"));
    }
}
