import { edgeKinds, entityKinds, roles } from '@agentops/engine/contract'
import vine from '@vinejs/vine'
import { explanationLanguages } from '#intelligence/queries/explain_facts'
import { groupings } from '#intelligence/services/map_tree'
import { overlays } from '#intelligence/services/overlays'
import { pagination } from '#shared/validators/pagination'
import { text } from '#shared/validators/text'

/** A path of the repository, or a path and a name within it. */
const entity = () => text().minLength(1).maxLength(1400)
const query = () => text().maxLength(200)

/** A query string says `1` or `true`. */
const flag = () => vine.enum(['0', '1', 'true', 'false'] as const)
export const isOn = (value: string | undefined) => value === '1' || value === 'true'

export const viewValidator = vine.create({
  by: vine.enum(groupings).optional(),
  open: vine.array(entity()).maxLength(80).optional(),
  kinds: vine.array(vine.enum(edgeKinds)).maxLength(edgeKinds.length).optional(),
  tests: flag().optional(),
  overlay: vine.enum(overlays).optional(),
  workflow: vine.string().uuid().optional(),
})

export const symbolSearchValidator = vine.create({
  q: query().optional(),
  kind: vine.enum(['file', ...entityKinds] as const).optional(),
  role: vine.enum(roles).optional(),
  language: text().maxLength(40).optional(),
  layer: text().maxLength(60).optional(),
  under: entity().optional(),
  unresolved: flag().optional(),
  workflow: vine.string().uuid().optional(),
  limit: vine.number().withoutDecimals().min(1).max(50).optional(),
  meaning: flag().optional(),
})

export const nodeValidator = vine.create({ id: entity() })

export const explanationValidator = vine.create({
  id: entity(),
  language: vine.enum(explanationLanguages).optional(),
})

export const neighbourValidator = vine.create({
  id: entity(),
  direction: vine.enum(['users', 'used'] as const).optional(),
  depth: vine.number().withoutDecimals().min(1).max(6).optional(),
  kind: vine.enum(edgeKinds).optional(),
})

export const wayValidator = vine.create({ from: entity(), to: entity() })

export const impactValidator = vine.create({
  /** A workflow of the project that has changed something. */
  workflow: vine.string().uuid().optional(),
  /** Or paths and ids that are to be changed, one per line. */
  ids: text().maxLength(20_000).optional(),
})

export const questionValidator = vine.create({ q: query().minLength(1) })

export const listValidator = vine.create({ q: query().optional(), ...pagination })

export const sourceValidator = vine.create({
  path: entity(),
  from: vine.number().withoutDecimals().min(1).max(1_000_000).optional(),
  to: vine.number().withoutDecimals().min(1).max(1_000_000).optional(),
})
