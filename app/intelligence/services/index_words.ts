import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { openGraph, type PackedGraph } from '@agentops/engine/contract'
import type { MapRef } from '#intelligence/services/map_state'
import { wordsOf } from '#intelligence/services/words'
import { sql } from '#shared/database/sql'
import { storableText } from '#shared/database/storable'

interface Entity {
  id: string
  kind: string
  name: string
  names: string
  text: string
}

const BATCH = 2000

/** Fills the search index of a map and clears those of the project's older maps. */
export async function indexWords(trx: TransactionClientContract, ref: MapRef, packed: PackedGraph) {
  await sql(trx, 'delete from code_entities where project_id = ?', [ref.projectId])
  const entities = entitiesOf(packed)
  for (let start = 0; start < entities.length; start += BATCH)
    await insert(trx, ref, entities.slice(start, start + BATCH), start)
}

function entitiesOf(packed: PackedGraph): Entity[] {
  const { files, symbols } = openGraph(packed)
  return [
    ...files.map(({ path, role }) => ({ id: path, kind: 'file', name: path, names: path, text: role ?? '' })),
    ...symbols.map(({ id, kind, name, role, doc, signature, path }) => ({
      id,
      kind,
      name,
      names: name,
      text: `${role ?? ''} ${doc} ${signature} ${path}`,
    })),
  ]
}

/** What stands in a name weighs more than what is said about it. */
async function insert(trx: TransactionClientContract, ref: MapRef, entities: Entity[], start: number) {
  const column = (read: (entity: Entity) => string) => entities.map((entity) => storableText(read(entity)))
  await sql(
    trx,
    `insert into code_entities (map_id, team_id, project_id, number, entity_id, kind, name, words)
     select ?, ?, ?, ? + row.number, row.id, row.kind, row.name,
       setweight(to_tsvector('simple', row.names), 'A') || setweight(to_tsvector('english', row.text), 'C')
     from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
       with ordinality as row (id, kind, name, names, text, number)`,
    [
      ref.mapId,
      ref.teamId,
      ref.projectId,
      start,
      column(({ id }) => id),
      column(({ kind }) => kind),
      column(({ name }) => name.slice(0, 400)),
      column(({ names }) => wordsOf(names).join(' ')),
      column(({ text }) => `${text.slice(0, 2000)} ${wordsOf(text.slice(0, 2000)).join(' ')}`),
    ]
  )
}
