import { z } from 'zod'
import { edgeKinds, entityKinds, importForms, provenances, roles } from './kinds.ts'

/** Columns hold millions of numbers, so they are looked at in one plain loop. */
const ints = z.custom<number[]>(
  (column) => Array.isArray(column) && column.every(Number.isSafeInteger),
  'a list of whole numbers'
)
const counts = z.object({ resolved: z.int(), external: z.int(), unresolved: z.int() })
const site = z.object({ path: z.string(), line: z.int().positive() })

export const routeSchema = z.object({
  /** Upper case; `ANY` for all of them. */
  methods: z.array(z.string()),
  /** As a client would ask for it, with the framework's own placeholders: `/users/:id`, `/users/{user}`. */
  path: z.string(),
  name: z.string().nullable(),
  middleware: z.array(z.string()),
  /** Entity id of the handler, or the path of the page's file; null when it could not be resolved. */
  handler: z.string().nullable(),
  /** The handler as it was written, e.g. `UsersController.show`. */
  handlerText: z.string(),
  framework: z.string(),
  file: z.string(),
  line: z.int().positive(),
  /** Id of the route's own entity. */
  entity: z.string(),
})
export type GraphRoute = z.infer<typeof routeSchema>

export const columnSchema = z.object({
  name: z.string(),
  /** The migration's word for it: `string`, `timestamp`, `varchar(80)`. */
  type: z.string(),
  nullable: z.boolean(),
  primary: z.boolean(),
  unique: z.boolean(),
  references: z.object({ table: z.string(), column: z.string() }).nullable(),
  /** Where a migration last said something about it. */
  at: site,
})
export type GraphColumn = z.infer<typeof columnSchema>

export const tableSchema = z.object({
  name: z.string(),
  columns: z.array(columnSchema),
  createdAt: site,
  /** Every migration line that created or changed it, in the order in which they run. */
  history: z.array(site),
  /** Entity ids of the models that use it. */
  models: z.array(z.string()),
  /** Id of the table's own entity. */
  entity: z.string(),
})
export type GraphTable = z.infer<typeof tableSchema>

export const relationSchema = z.object({
  /** Entity ids; `to` is null when the related model could not be resolved. */
  from: z.string(),
  to: z.string().nullable(),
  /** The framework's word: `hasMany`, `belongsTo`. */
  kind: z.string(),
  name: z.string(),
  line: z.int().positive(),
})
export type GraphRelation = z.infer<typeof relationSchema>

/** A place where models and the replayed migrations disagree. */
export const driftSchema = z.object({
  kind: z.enum(['table_missing', 'column_missing', 'column_undeclared']),
  model: z.string(),
  table: z.string(),
  column: z.string().nullable(),
  sentence: z.string(),
})
export type GraphDrift = z.infer<typeof driftSchema>

export const databaseSchema = z.object({
  tables: z.array(tableSchema),
  relations: z.array(relationSchema),
  drift: z.array(driftSchema),
  /** Migration statements that could not be replayed, so that the tables above may differ from the real ones. */
  unread: z.array(z.object({ path: z.string(), line: z.int().positive(), why: z.string() })),
})
export type DatabaseSchema = z.infer<typeof databaseSchema>

/**
 * The code graph as it is stored and sent: columns of equal length instead of rows. Every `string`
 * is an index into `strings`, where 0 is the empty string and stands for "none". A node is a number:
 * first the files in their order, then the entities in theirs. `openGraph` makes it pleasant.
 *
 * Same snapshot, same graph, byte for byte: files sorted by path, entities by file and line, edges by
 * source, target, kind and line.
 */
export const packedGraph = z.object({
  version: z.literal(2),
  strings: z.array(z.string()),
  files: z.object({
    path: ints,
    language: ints,
    lines: ints,
    test: ints,
    /** The first 32 hex digits of the content's SHA-256. */
    hash: ints,
    role: ints,
    skipped: ints,
    /** References other than imports: how many led to an entity, out of the repository, nowhere. */
    resolved: ints,
    external: ints,
    unresolved: ints,
  }),
  imports: z.object({
    file: ints,
    specifier: ints,
    /** File number, -1 when it leaves the repository, -2 when it could not be resolved. */
    to: ints,
    line: ints,
    form: ints,
  }),
  entities: z.object({
    file: ints,
    kind: ints,
    name: ints,
    /** Entity number (not node number) of the class, object or group around it; -1 for none. */
    owner: ints,
    line: ints,
    endLine: ints,
    signature: ints,
    doc: ints,
    exported: ints,
    role: ints,
  }),
  /** Imports are not repeated here. */
  edges: z.object({
    from: ints,
    to: ints,
    kind: ints,
    provenance: ints,
    /** In hundredths. */
    confidence: ints,
    line: ints,
  }),
  /** References that could mean an entity of this repository, but which one could not be told. */
  unresolved: z.object({ from: ints, name: ints, line: ints }),
  /** The words that the columns `kind`, `provenance`, `form` and `role` number; `role` counts from 1. */
  words: z.object({
    entityKinds: z.array(z.enum(entityKinds)),
    edgeKinds: z.array(z.enum(edgeKinds)),
    provenances: z.array(z.enum(provenances)),
    importForms: z.array(z.enum(importForms)),
    roles: z.array(z.enum(roles)),
  }),
  packages: z.array(z.object({ name: z.string(), folder: z.string(), manifest: z.string() })),
  routes: z.array(routeSchema),
  database: databaseSchema,
  totals: z.object({
    files: z.int(),
    /** Files that were not read for entities, each with its reason. */
    skipped: z.int(),
    symbols: z.int(),
    edges: z.int(),
    /** Of imports. */
    resolved: z.int(),
    external: z.int(),
    unresolved: z.int(),
    /** Of calls, renders and other references. */
    references: counts,
  }),
})
export type PackedGraph = z.infer<typeof packedGraph>
