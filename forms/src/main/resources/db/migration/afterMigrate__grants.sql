-- Runs after every migrate, so that tables made later and roles created later get their rights too.
-- The operator creates the roles (yiwang_owner owns the tables, yiwang_app serves requests); without them one user does
-- both and nothing is to be granted.
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'yiwang_app') AND current_user <> 'yiwang_app' THEN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO yiwang_app', current_schema());
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO yiwang_app', current_schema());
    EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO yiwang_app', current_schema());
    -- What has been recorded about a case stays as it was recorded.
    IF to_regclass('case_event') IS NOT NULL THEN
      REVOKE UPDATE, DELETE, TRUNCATE ON case_event FROM yiwang_app;
    END IF;
    IF to_regclass('case_bundle_event') IS NOT NULL THEN
      REVOKE UPDATE, DELETE, TRUNCATE ON case_bundle_event FROM yiwang_app;
    END IF;
    IF to_regclass('print_copy') IS NOT NULL THEN
      REVOKE UPDATE, DELETE, TRUNCATE ON print_copy FROM yiwang_app;
    END IF;
    IF to_regclass('print_given_back') IS NOT NULL THEN
      REVOKE UPDATE, DELETE, TRUNCATE ON print_given_back FROM yiwang_app;
    END IF;
    IF to_regclass('event_digest') IS NOT NULL THEN
      REVOKE UPDATE, DELETE, TRUNCATE ON event_digest, event_digest_head, event_digest_stamp FROM yiwang_app;
    END IF;
    IF to_regclass('event_digest_errand_head') IS NOT NULL THEN
      REVOKE UPDATE, DELETE, TRUNCATE ON event_digest_errand_head FROM yiwang_app;
    END IF;
    IF to_regclass('bad_rating_step') IS NOT NULL THEN
      REVOKE UPDATE, DELETE, TRUNCATE ON bad_rating_step FROM yiwang_app;
    END IF;
    IF to_regclass('staff_event') IS NOT NULL THEN
      REVOKE UPDATE, DELETE, TRUNCATE ON staff_event FROM yiwang_app;
    END IF;
    IF to_regclass('lookup_call') IS NOT NULL THEN
      REVOKE UPDATE, DELETE, TRUNCATE ON lookup_call FROM yiwang_app;
    END IF;
    IF to_regclass('item_event') IS NOT NULL THEN
      REVOKE UPDATE, DELETE, TRUNCATE ON item_event FROM yiwang_app;
    END IF;
    IF to_regclass('search_word_change') IS NOT NULL THEN
      REVOKE UPDATE, DELETE, TRUNCATE ON search_word_change FROM yiwang_app;
    END IF;
    -- The history of the schema belongs to its owner.
    IF to_regclass('flyway_schema_history') IS NOT NULL THEN
      REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON flyway_schema_history FROM yiwang_app;
    END IF;
  END IF;
END
$$;
