-- 一件事的每日摘要: the records of errands stand in the digest of the day beside the cases'.
CREATE TABLE event_digest_errand_head (
    digest     bigint NOT NULL REFERENCES event_digest (number),
    bundle_id  bigint NOT NULL REFERENCES case_bundle (id),
    seq        integer NOT NULL,
    hash       char(64) NOT NULL,
    PRIMARY KEY (bundle_id, seq)
);
CREATE INDEX event_digest_errand_head_digest ON event_digest_errand_head (digest, bundle_id);
CREATE INDEX case_bundle_event_at ON case_bundle_event USING brin (at);
CREATE TRIGGER event_digest_errand_head_append_only BEFORE UPDATE OR DELETE ON event_digest_errand_head
    FOR EACH ROW EXECUTE FUNCTION is_append_only();
