import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole, protect } from '#database/row_level_security'

/**
 * What can be searched for in a project's newest map. Trigrams need an extension that a database owner may add
 * where the server has it; without it names are compared by their words alone.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      do $$ begin create extension if not exists pg_trgm;
      exception when others then raise notice 'pg_trgm is not available: %', sqlerrm; end $$`)
    this.schema.raw(`
      create table code_entities (
        map_id uuid not null,
        team_id uuid not null references teams on delete cascade,
        project_id uuid not null,
        number integer not null,
        entity_id text not null,
        kind varchar(32) not null,
        name text not null,
        words tsvector not null,
        primary key (map_id, number),
        constraint code_entities_map_fkey foreign key (map_id, team_id)
          references code_maps (id, team_id) on delete cascade
      )`)
    this.schema.raw('create index code_entities_project on code_entities (project_id)')
    this.schema.raw('create index code_entities_words on code_entities using gin (words)')
    for (const statement of protect('code_entities')) this.schema.raw(statement)

    /*
     * Row-level security keeps operators that are not leak-proof away from indexes, and neither full text nor
     * trigrams are. So the search runs as the owner, with the team's condition written out.
     */
    this.schema.raw(`
      create function search_code_words(wanted uuid, words tsquery, most integer)
      returns table (entity_id text, score real)
      language sql stable security definer set search_path = public
      begin atomic
        select e.entity_id, ts_rank_cd(e.words, search_code_words.words, 1) as score from code_entities e
        where e.team_id = current_team_id() and e.map_id = wanted and e.words @@ search_code_words.words
        order by score desc, e.number limit most;
      end`)
    this.schema.raw('revoke execute on function search_code_words from public')
    this.schema.raw(`grant execute on function search_code_words to ${appRole()}`)
    this.schema.raw(`
      do $$ begin
        if exists (select from pg_extension where extname = 'pg_trgm') then
          create index code_entities_name on code_entities using gin (name gin_trgm_ops);
          create function search_code_names(wanted uuid, name text, most integer)
          returns table (entity_id text, score real)
          language sql stable security definer set search_path = public
          begin atomic
            select e.entity_id, word_similarity(search_code_names.name, e.name) as score from code_entities e
            where e.team_id = current_team_id() and e.map_id = wanted and search_code_names.name <% e.name
            order by score desc, e.number limit most;
          end;
          revoke execute on function search_code_names from public;
          grant execute on function search_code_names to ${appRole()};
        end if;
      end $$`)
  }

  async down() {
    this.schema.raw('drop function if exists search_code_names')
    this.schema.raw('drop function search_code_words')
    this.schema.raw('drop table code_entities')
  }
}
