import type { DatabaseSchema } from '@agentops/engine/contract'
import { type NodeRef, refOf } from '#intelligence/queries/node_ref'
import type { OpenMap } from '#intelligence/services/open_map'

type Table = DatabaseSchema['tables'][number]

export interface TableRow extends Omit<Table, 'models' | 'entity'> {
  id: string
  models: NodeRef[]
}

export interface SchemaAnswer {
  tables: TableRow[]
  relations: { from: NodeRef; to: NodeRef | null; kind: string; name: string; line: number }[]
  drift: DatabaseSchema['drift']
  /** Migration statements that could not be replayed: the tables may differ from the real ones by them. */
  unread: DatabaseSchema['unread']
  resolved: number
  unresolved: number
}

/** The tables as the migrations leave them, the models over them, and where the two disagree. */
export function showSchema(map: OpenMap): SchemaAnswer {
  const { tables, relations, drift, unread } = map.graph.database
  const ref = (id: string) => {
    const node = map.graph.nodes.get(id)
    return node === undefined ? null : refOf(map, node)
  }
  const related = relations.flatMap(({ from, to, ...rest }) => {
    const source = ref(from)
    return source ? [{ from: source, to: to === null ? null : ref(to), ...rest }] : []
  })
  return {
    tables: tables.map(({ models, entity, ...table }) => ({
      ...table,
      id: entity,
      models: models.flatMap((id) => ref(id) ?? []),
    })),
    relations: related,
    drift,
    unread,
    resolved: tables.length + related.filter(({ to }) => to !== null).length,
    unresolved: unread.length + related.filter(({ to }) => to === null).length,
  }
}
