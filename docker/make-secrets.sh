#!/bin/sh
# 在 docker/secrets 中生成口令、主密钥和一张试用证书; 已有的不动.
# Makes passwords, the master key and a certificate for trying out in docker/secrets; what is there stays.
set -eu
cd "$(dirname "$0")"
mkdir -p secrets
chmod 700 secrets
random() { openssl rand -base64 "$1" | tr -d '\n'; }
make() { [ -s "secrets/$1" ] || { random "$2" > "secrets/$1"; echo "secrets/$1"; }; }
make db.admin.password 24
make db.owner.password 24
make db.password 24
make master.key 32
if [ ! -s secrets/tls.crt ]; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 365 -subj "/CN=${1:-localhost}" \
    -addext "subjectAltName=DNS:${1:-localhost}" -keyout secrets/tls.key -out secrets/tls.crt 2>/dev/null
  echo "secrets/tls.crt, secrets/tls.key (试用, 正式使用请换成单位的证书; for trying out)"
fi
# 容器里的用户不是 root, 要能读. The users inside the containers are not root and must be able to read them.
chmod 644 secrets/*
