#!/bin/bash
# Runs once, when the data volume is new: the three roles of roles.sql, their passwords, and the database.
set -euo pipefail
: "${CAREWRIGHT_OWNER_PASSWORD:?is missing: run src/docker/new-env.sh > .env first}"
: "${CAREWRIGHT_APP_PASSWORD:?is missing: run src/docker/new-env.sh > .env first}"
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres --file /roles/roles.sql
# Passwords go through the environment and psql's own quoting, so that any character may be in them.
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\getenv owner_password CAREWRIGHT_OWNER_PASSWORD
\getenv app_password CAREWRIGHT_APP_PASSWORD
alter role carewright_owner password :'owner_password';
alter role carewright_app password :'app_password';
create database carewright owner carewright_owner encoding 'UTF8' locale 'C' template template0;
SQL
