/** What an entity is in its language. A route and a table are entities too, so that edges lead to them. */
export const entityKinds = [
  'function',
  'class',
  'interface',
  'trait',
  'method',
  'property',
  'variable',
  'type',
  'enum',
  'test',
  'route',
  'table',
] as const
export type EntityKind = (typeof entityKinds)[number]

/** What a file or an entity is for, by the habits of its framework; the map calls it its layer. */
export const roles = [
  'action',
  'command',
  'component',
  'config',
  'controller',
  'enum',
  'event',
  'exception',
  'factory',
  'hook',
  'job',
  'layout',
  'listener',
  'mail',
  'middleware',
  'migration',
  'model',
  'module',
  'notification',
  'observer',
  'page',
  'policy',
  'provider',
  'query',
  'repository',
  'resource',
  'routes',
  'schema',
  'seeder',
  'service',
  'store',
  'story',
  'test',
  'types',
  'validator',
  'view',
] as const
export type Role = (typeof roles)[number]

/** What an edge says: its source, this word, its target. */
export const edgeKinds = [
  'imports',
  'calls',
  'references',
  'extends',
  'implements',
  'uses',
  'injects',
  'renders',
  'handles',
  'guards',
  'validates',
  'relates',
  'maps',
  'dispatches',
  'listens',
  'tests',
] as const
export type EdgeKind = (typeof edgeKinds)[number]

/**
 * How an edge is known. `parser`: both ends stand in one file. `resolver`: through an import.
 * `type`: through a declared or constructed type. `framework`: a framework's rule, such as a string
 * in a route. `convention`: a naming habit.
 */
export const provenances = ['parser', 'resolver', 'type', 'framework', 'convention'] as const
export type Provenance = (typeof provenances)[number]

export const importForms = ['static', 'type', 'reexport', 'dynamic', 'require', 'include'] as const
export type ImportForm = (typeof importForms)[number]

export const resolutions = ['resolved', 'external', 'unresolved'] as const
export type Resolution = (typeof resolutions)[number]
