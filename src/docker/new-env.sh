#!/bin/sh
# Prints a .env for trying docker-compose.yml out: demo clinics, sandbox providers, new random secrets.
set -eu
secret() { head -c 32 /dev/urandom | base64 | tr -d '\n'; }
hex() { head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n'; }
cat <<ENV
CAREWRIGHT_PROFILE=default
CAREWRIGHT_DEMO_ENABLED=true
CAREWRIGHT_SITE=localhost
CAREWRIGHT_PUBLIC_URL=https://localhost
POSTGRES_PASSWORD=$(hex)
CAREWRIGHT_OWNER_PASSWORD=$(hex)
CAREWRIGHT_APP_PASSWORD=$(hex)
CAREWRIGHT_SEALING_PLATFORM_KEY=$(secret)
ENV
