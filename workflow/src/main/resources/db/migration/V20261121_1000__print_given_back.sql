-- 退回的打印份数: the printer put nothing out, so the copy that was counted counts no more; once for each document.
CREATE TABLE print_given_back (
    document_id  uuid PRIMARY KEY,
    -- The press of the button that made the copy.
    press        uuid NOT NULL UNIQUE REFERENCES print_copy (press),
    device       varchar(40) NOT NULL,
    actor        varchar(40) NOT NULL,
    at           timestamptz NOT NULL
);
CREATE TRIGGER print_given_back_append_only BEFORE UPDATE OR DELETE ON print_given_back
    FOR EACH ROW EXECUTE FUNCTION is_append_only();
