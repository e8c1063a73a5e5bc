import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole, protect } from '#database/row_level_security'

/**
 * Vectors of what a project's code means. The column for them needs pgvector, which a server may be given at any
 * time: `open_vector_store` is asked while the app runs, and makes the column, its indexes and the functions that
 * touch them as soon as it can.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table meaning_indexes (
        project_id uuid primary key,
        team_id uuid not null references teams on delete cascade,
        turned_on_by uuid references users on delete set null,
        turned_on_at timestamptz not null default now(),
        status varchar(16) not null default 'waiting' check (status in ('waiting', 'running', 'ready', 'stopped')),
        problem varchar(2000),
        model varchar(160),
        wanted integer not null default 0,
        done integer not null default 0,
        cost_micros bigint not null default 0,
        unpriced integer not null default 0,
        updated_at timestamptz not null default now(),
        constraint meaning_indexes_project_fkey foreign key (project_id, team_id)
          references projects (id, team_id) on delete cascade
      )`)
    this.schema.raw('create index meaning_indexes_team on meaning_indexes (team_id)')
    this.schema.raw(`
      create table code_vectors (
        team_id uuid not null references teams on delete cascade,
        project_id uuid not null,
        entity_id text not null,
        content_hash bytea not null,
        model varchar(160) not null,
        dimensions smallint not null,
        primary key (project_id, entity_id),
        constraint code_vectors_project_fkey foreign key (project_id, team_id)
          references projects (id, team_id) on delete cascade
      )`)
    this.schema.raw('create index code_vectors_team on code_vectors (team_id)')
    for (const table of ['meaning_indexes', 'code_vectors'])
      for (const statement of protect(table)) this.schema.raw(statement)
    this.schema.raw(openVectorStore(appRole()))
    this.schema.raw('revoke execute on function open_vector_store from public')
    this.schema.raw(`grant execute on function open_vector_store to ${appRole()}`)
  }

  async down() {
    this.schema.raw('drop function if exists search_code_meaning')
    this.schema.raw('drop function if exists keep_code_vectors')
    this.schema.raw('drop function open_vector_store')
    this.schema.raw('drop table code_vectors, meaning_indexes')
  }
}

/**
 * Sizes of the vectors that the providers' usual models give; an index needs a fixed one. Other sizes are compared
 * one by one. The search runs as the owner like those of words, with the team's condition written out.
 */
const openVectorStore = (app: string) => `
  create function open_vector_store() returns boolean
  language plpgsql volatile security definer set search_path = public
  as $store$
  declare
    home name;
    version integer[];
    size integer;
  begin
    select n.nspname, (string_to_array(regexp_replace(e.extversion, '[^0-9.].*', ''), '.'))::integer[]
      into home, version
      from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'vector';
    if home is null then
      if not exists (select from pg_available_extensions where name = 'vector') then return false; end if;
      begin
        create extension vector schema public;
      exception when others then return false;
      end;
      return open_vector_store();
    end if;
    if version < array[0, 5] then return false; end if;
    perform pg_advisory_xact_lock(hashtext('open_vector_store'));
    if exists (select from pg_attribute where attrelid = 'code_vectors'::regclass and attname = 'embedding'
               and not attisdropped) then return true; end if;
    delete from code_vectors;
    execute format('alter table code_vectors add column embedding %I.vector not null', home);
    foreach size in array array[768, 1024, 1536] loop
      execute format('create index code_vectors_%2$s on code_vectors
        using hnsw ((embedding::%1$I.vector(%2$s)) %1$I.vector_cosine_ops) where dimensions = %2$s', home, size);
    end loop;
    execute format($f$
      create or replace function keep_code_vectors(project uuid, entities text[], hashes text[], made_by text, made text[])
      returns void language sql set search_path = public, %1$I as $$
        insert into code_vectors (team_id, project_id, entity_id, content_hash, model, dimensions, embedding)
        select current_team_id(), project, e, decode(h, 'hex'), made_by, vector_dims(v::vector), v::vector
        from unnest(entities, hashes, made) as r (e, h, v)
        on conflict (project_id, entity_id) do update set content_hash = excluded.content_hash,
          model = excluded.model, dimensions = excluded.dimensions, embedding = excluded.embedding
      $$$f$, home);
    execute format($f$
      create or replace function search_code_meaning(project uuid, made_by text, wanted text, most integer)
      returns table (entity_id text) language plpgsql stable security definer set search_path = public, %1$I %2$s as $$
      begin
        return query execute format('select v.entity_id from code_vectors v
          where v.team_id = current_team_id() and v.project_id = $1 and v.model = $2 and v.dimensions = %%1$s
          order by v.embedding::vector(%%1$s) <=> $3::vector(%%1$s) limit $4', vector_dims(wanted::vector))
        using project, made_by, wanted, most;
      end $$$f$, home, case when version >= array[0, 8] then 'set hnsw.iterative_scan = strict_order' else '' end);
    revoke execute on function keep_code_vectors, search_code_meaning from public;
    grant execute on function keep_code_vectors, search_code_meaning to ${app};
    return true;
  end
  $store$`
