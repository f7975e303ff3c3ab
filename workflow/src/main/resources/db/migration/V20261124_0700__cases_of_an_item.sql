-- 按事项看最近的办件 (用过去的办件试新版本): the newest cases of one item, without reading those of all others.
CREATE INDEX case_file_of_item ON case_file (item_code, id);
