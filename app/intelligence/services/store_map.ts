import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Analysis } from '@agentops/engine/contract'
import type { ArchitectureRules } from '#intelligence/services/architecture_rules'
import type { Churn } from '#intelligence/services/churn'
import { indexWords } from '#intelligence/services/index_words'
import { MapNotWanted, type MapRef } from '#intelligence/services/map_state'
import { MAP_VERSION } from '#intelligence/services/map_version'
import { requestMeaning } from '#intelligence/services/request_meaning'
import { fold } from '#intelligence/services/stored_map'
import { sql } from '#shared/database/sql'
import { storableJson } from '#shared/database/storable'

export interface FinishedMap extends Analysis {
  commit: string
  branch: string
  rules: ArchitectureRules
  churn: Churn | null
}

/** @throws MapNotWanted when it was cancelled in the meantime */
export async function storeMap(trx: TransactionClientContract, ref: MapRef, map: FinishedMap) {
  const graph = await fold(map.graph)
  const history = map.churn && (await fold(map.churn))
  const { rowCount } = await sql(
    trx,
    `update code_maps set status = 'ready', phase = null, error = null, commit_sha = ?, branch = ?,
       graph_version = ?, totals = ?, stack = ?, rules = ?, graph = ?, graph_bytes = ?, history = ?,
       finished_at = clock_timestamp(), checked_at = clock_timestamp()
     where id = ? and status = 'running'`,
    [
      map.commit,
      map.branch,
      MAP_VERSION,
      storableJson(map.graph.totals),
      storableJson(map.stack),
      storableJson(map.rules),
      graph.body,
      graph.bytes,
      history?.body ?? null,
      ref.mapId,
    ]
  )
  if (rowCount !== 1) throw new MapNotWanted()
  await sql(
    trx,
    "delete from code_maps where project_id = ? and commit_sha = ? and status = 'ready' and id <> ?",
    [ref.projectId, map.commit, ref.mapId]
  )
  await indexWords(trx, ref, map.graph)
  await requestMeaning(trx, ref.teamId, ref.projectId)
}
