package org.yiwang.test.bench;

import org.yiwang.test.Db;

/**
 * 扣住的发件箱: while actions are measured nothing is delivered, so that what is done afterwards is not counted with them.
 * Closing lets everything go.
 */
public final class HeldOutbox implements AutoCloseable {

    private final Db db;

    public HeldOutbox(Db db) {
        this.db = db;
        db.change(
                """
                CREATE OR REPLACE FUNCTION hold_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN NEW.not_before := NEW.not_before + interval '1 day'; RETURN NEW; END $$
                """);
        db.change("CREATE TRIGGER hold_outbox BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION hold_outbox()");
    }

    @Override
    public void close() {
        db.change("DROP TRIGGER hold_outbox ON outbox");
        // What waits for another reason waits for minutes, not for a day.
        db.change("UPDATE outbox SET not_before = not_before - interval '1 day'"
                + " WHERE not_before > now() + interval '20 hours'");
    }
}
