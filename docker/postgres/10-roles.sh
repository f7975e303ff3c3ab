#!/bin/sh
# 第一次启动时建立两个角色和数据库; 官方镜像会执行这个目录里的脚本.
# Makes the two roles and the database at the first start; the official image runs what lies in this folder.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner="$(cat /run/secrets/db.owner.password)" -v app="$(cat /run/secrets/db.password)" <<'SQL'
CREATE ROLE yiwang_owner LOGIN PASSWORD :'owner';
CREATE ROLE yiwang_app LOGIN PASSWORD :'app';
CREATE DATABASE yiwang OWNER yiwang_owner;
REVOKE ALL ON DATABASE yiwang FROM PUBLIC;
GRANT CONNECT ON DATABASE yiwang TO yiwang_app;
\connect yiwang
CREATE EXTENSION IF NOT EXISTS pg_stat_statements;
SQL
