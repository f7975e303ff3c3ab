#!/bin/sh
# 启动一个门户节点. Starts one portal node. Secrets come as files of /run/secrets named like the setting they hold.
set -eu
for name in db.password db.owner.password master.key; do
  [ -r "/run/secrets/$name" ] || { echo "缺少机密文件 (missing secret file): /run/secrets/$name" >&2; exit 1; }
done
export YIWANG_MASTER_KEY_FILE="${YIWANG_MASTER_KEY_FILE:-/run/secrets/master.key}"
# exec: the signal to stop reaches the server itself, which then ends its requests first.
exec java -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError \
  -Dfile.encoding=UTF-8 -Duser.timezone=UTC -Djava.awt.headless=true -Djava.io.tmpdir=/yiwang/tmp \
  -jar /yiwang/payara-micro.jar --deploy /yiwang/portal.war --contextroot / --port 8080 \
  --nohazelcast --disablephonehome --secretsdir /run/secrets --prebootcommandfile /yiwang/boot.txt
