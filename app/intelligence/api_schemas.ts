import {
  count,
  flag,
  id,
  object,
  oneOf,
  positive,
  ref,
  type Schema,
  text,
  textOrNull,
  time,
} from '#shared/api/operation'

const list = (items: Schema): Schema => ({ type: 'array', items })
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
const texts = list(text)
const share: Schema = { type: 'number', minimum: 0, maximum: 1 }
const place = { path: text, line: positive }

const nodeRef = { id: text, kind: text, name: text, role: textOrNull, ...place }
const counts = object({ resolved: count, external: count, unresolved: count })
const withDepth = object({ ...nodeRef, depth: count })
const known = { resolved: count, unresolved: count }

const neighbours = {
  node: ref('CodeNode'),
  direction: oneOf(['users', 'used']),
  depth: positive,
  edges: list(ref('CodeEdge')),
  reached: list(withDepth),
  ...known,
  truncated: flag,
}

export const mapSchemas: Record<string, Schema> = {
  CodeNode: object(nodeRef),
  CodeEdge: object({
    from: ref('CodeNode'),
    to: ref('CodeNode'),
    kind: text,
    provenance: text,
    confidence: share,
    line: positive,
  }),
  CodeMap: object({
    project: object({ id, name: text, defaultBranch: text }),
    map: orNull(
      object({
        id,
        commit: text,
        branch: text,
        cause: oneOf(['added', 'workflow', 'push', 'refresh']),
        madeAt: time,
        checkedAt: time,
        totals: object({
          files: count,
          skipped: count,
          symbols: count,
          edges: count,
          resolved: count,
          external: count,
          unresolved: count,
          references: counts,
        }),
        languages: list(object({ name: text, files: count, bytes: count })),
        frameworks: list(object({ name: text, reason: text })),
        hasLayers: flag,
      })
    ),
    progress: orNull(
      object({
        status: oneOf(['queued', 'running', 'failed', 'cancelled']),
        phase: textOrNull,
        error: textOrNull,
        since: time,
      })
    ),
  }),
  CodeSearch: object({
    hits: list(object({ ...nodeRef, by: oneOf(['name', 'words', 'meaning']) })),
    engines: list(oneOf(['names', 'text', 'trigrams', 'meaning'])),
    meaning: object({
      state: oneOf(['unavailable', 'off', 'making', 'ready', 'used', 'failed']),
      problem: textOrNull,
    }),
    ...known,
  }),
  CodeMeaning: object({
    status: oneOf(['unavailable', 'off', 'waiting', 'running', 'ready', 'stopped']),
    problem: textOrNull,
    model: textOrNull,
    wanted: count,
    done: count,
    costMicros: count,
    unpriced: count,
    estimate: orNull(object({ passages: count, tokens: count })),
  }),
  CodeNeighbours: object(neighbours),
  CodeSymbol: object({
    node: ref('CodeNode'),
    signature: text,
    doc: text,
    exported: flag,
    line: positive,
    endLine: count,
    language: text,
    layer: textOrNull,
    skipped: textOrNull,
    owner: orNull(ref('CodeNode')),
    members: list(ref('CodeNode')),
    users: ref('CodeNeighbours'),
    used: ref('CodeNeighbours'),
    tests: list(object({ path: text, depth: count })),
    open: list(object({ name: text, line: positive })),
    openTotal: count,
    churn: orNull(object({ commits: count, authors: count, last: time })),
    violations: list(object({ to: ref('CodeNode'), rule: text, line: positive })),
  }),
  CodePath: object({
    from: ref('CodeNode'),
    to: ref('CodeNode'),
    edges: orNull(list(ref('CodeEdge'))),
    otherWay: flag,
    unresolved: count,
  }),
  CodeImpact: object({
    changed: list(ref('CodeNode')),
    affected: list(withDepth),
    affectedTotal: count,
    files: texts,
    tests: list(object({ path: text, depth: count, titles: texts })),
    routes: list(ref('CodeNode')),
    ...known,
    unknown: texts,
  }),
  CodeAnswer: object({
    understood: text,
    sentences: list(object({ text, cites: list(object(place)) })),
    nodes: list(object({ ...nodeRef })),
    ...known,
  }),
  CodeModelAnswer: object({
    sentences: list(object({ text, cites: list(object(place)) })),
    model: textOrNull,
    dropped: count,
    failure: textOrNull,
  }),
  CodeRoutes: object({
    routes: list(
      object({
        id: text,
        methods: texts,
        path: text,
        name: textOrNull,
        middleware: texts,
        handler: orNull(ref('CodeNode')),
        handlerText: text,
        framework: text,
        file: text,
        line: positive,
        reaches: list(ref('CodeNode')),
        tables: texts,
        unresolved: count,
      })
    ),
    total: count,
    unresolved: count,
  }),
  CodeSchema: object({
    tables: list({ type: 'object' }),
    relations: list(
      object({ from: ref('CodeNode'), to: orNull(ref('CodeNode')), kind: text, name: text, line: positive })
    ),
    drift: list(object({ kind: text, model: text, table: text, column: textOrNull, sentence: text })),
    unread: list(object({ ...place, why: text })),
    ...known,
  }),
  CodeTests: object({
    files: list(object({ path: text, symbols: list(ref('CodeNode')), of: count })),
    total: count,
    untested: count,
    of: count,
    doubtful: count,
    testFiles: count,
    tests: count,
    ...known,
  }),
  CodeRules: object({
    layers: list(object({ name: text, files: count, mayUse: orNull(texts), line: positive })),
    problems: list(object({ line: positive, column: positive, message: text })),
    violations: list(
      object({ from: ref('CodeNode'), to: ref('CodeNode'), line: positive, rule: text, ruleLine: positive })
    ),
    violationsTotal: count,
    cycles: list(object({ way: list(ref('CodeNode')), members: positive })),
    cyclesTotal: count,
    cyclesForbidden: flag,
  }),
}
