#!/bin/sh
# Runs once, when the database is created: the owner of the tables, and the app's role that owns nothing.
set -eu
psql -v ON_ERROR_STOP=1 --username postgres \
  -v owner="$OWNER_DATABASE_PASSWORD" -v app="$APP_DATABASE_PASSWORD" <<'SQL'
create role agentops_owner login nosuperuser nobypassrls password :'owner';
create role agentops_app login nosuperuser nobypassrls password :'app';
create database agentops owner agentops_owner;
SQL
