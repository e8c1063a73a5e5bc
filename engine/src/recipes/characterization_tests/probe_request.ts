import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import type { ExecutionRequest, OverlayFile } from '../../../contract/execution.ts'
import type { Repository } from '../modules/repository.ts'
import { walk } from '../syntax/children.ts'
import { callCode } from './callables.ts'
import type { PlannedCase, PlannedCases } from './planned_cases.ts'

/** The ways the calls are made: as written, backwards, and with clock, chance, time zone and locale moved. */
export const probeModes = ['plain', 'reversed', 'shifted'] as const
export type ProbeMode = (typeof probeModes)[number]

const reasons: Record<ProbeMode, string> = {
  plain: 'Record what the functions answer',
  reversed: 'Record it again in reverse order, to set aside what depends on earlier calls',
  shifted: 'Record it under another clock, time zone and random source, to set aside what depends on those',
}
const scripts = ['main.mts', 'worker.mts', 'describe.mts', 'shift.mts', 'resolve.mts'].map((name) => ({
  name,
  content: readFileSync(new URL(`./probe/${name}`, import.meta.url), 'utf8'),
}))
const seconds = 60

/**
 * Executions that record the cases. The probe's files lie in a folder of their own at the root;
 * `marker` is unguessable, so that no print of the project can pass for a result by accident.
 */
export function probeRequests(
  repository: Repository,
  planned: PlannedCases,
  marker: string
): ExecutionRequest[] {
  const folder = `.agentops-probe-${marker.slice(0, 8)}`
  const targets = [...new Set(planned.cases.map(({ callable }) => callable.module.path))]
  const reached = loadedBy(repository, planned)
  const groups = [...new Set(planned.cases.map(({ callable }) => callable))]
  const modules = targets.map((target, at) => {
    const own = planned.cases.filter(({ callable }) => callable.module.path === target)
    return {
      target,
      cases: `cases-${at}.mjs`,
      ids: own.map(({ id }) => id),
      groups: own.map(({ callable }) => groups.indexOf(callable)),
    }
  })
  const order = { marker, modules, resolutions: resolutionsOf(repository, reached) }
  const overlay: OverlayFile[] = [
    ...scripts.map(({ name, content }) => ({ path: `${folder}/${name}`, content })),
    { path: `${folder}/order.json`, content: JSON.stringify(order) },
    ...modules.map(({ target, cases }) => ({
      path: `${folder}/${cases}`,
      content: casesCode(planned, target),
    })),
  ]
  const flags = needsTransform(repository, reached) ? ['--experimental-transform-types'] : []
  return probeModes.map(
    (mode): ExecutionRequest => ({
      id: `probe-${mode}`,
      reason: reasons[mode],
      argv: ['node', '--no-warnings', ...flags, `${folder}/main.mts`, mode, String(seconds)],
      overlay,
      env:
        mode === 'shifted'
          ? { TZ: 'Pacific/Chatham', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' }
          : { TZ: 'UTC' },
      coverage: false,
      timeoutMs: (seconds + 30) * 1_000,
    })
  )
}

function casesCode({ cases, needs }: PlannedCases, target: string): string {
  const own = cases.filter(({ callable }) => callable.module.path === target)
  const used = [...needs].filter(([name]) => own.some(({ args }) => args.some((arg) => uses(arg, name))))
  const paths = [...new Set(used.map(([, path]) => path))]
  return [
    `import * as target from ${JSON.stringify(`../${target}`)}`,
    ...paths.map((path, at) => `import * as needed${at} from ${JSON.stringify(`../${path}`)}`),
    'const pick = (module, name) => (name in module ? module[name] : module.default?.[name])',
    ...used.map(
      ([name, path]) => `const ${name} = pick(needed${paths.indexOf(path)}, ${JSON.stringify(name)})`
    ),
    'export const cases = [',
    ...own.map(caseCode),
    ']',
    '',
  ].join('\n')
}

function caseCode({ id, callable, args }: PlannedCase): string {
  const subject =
    callable.exportName === 'default'
      ? "pick(target, 'default')"
      : `pick(target, ${JSON.stringify(callable.exportName)})`
  const given = args.map((_, at) => `given[${at}]`)
  // Spread arguments stand as one list entry each; they are made as an array of arrays.
  return `  { id: ${id}, args: () => [${args.join(', ')}], call: (given) => { const subject = ${subject}; return ${call(callable, given, args)} } },`
}

function call(callable: PlannedCase['callable'], given: string[], args: string[]): string {
  const hasRest = callable.params.at(-1)?.type === 'RestElement'
  if (!hasRest) return callCode(callable, 'subject', given)
  const fixed = given.slice(0, Math.min(args.length, callable.params.length - 1))
  return callCode(callable, 'subject', [...fixed, `...given.slice(${fixed.length})`])
}

export function uses(code: string, name: string): boolean {
  return new RegExp(`(?<![\\w$.])${name.replace(/[$]/g, '\\$&')}(?![\\w$])`).test(code)
}

function loadedBy(repository: Repository, { cases, needs }: PlannedCases): Set<string> {
  return closure(repository, [...cases.map(({ callable }) => callable.module.path), ...needs.values()])
}

/** Whether the targets have to be compiled to run, so that offsets reported are not those of their source. */
export function isCompiled(repository: Repository, planned: PlannedCases): boolean {
  return needsTransform(repository, loadedBy(repository, planned))
}

/** The repository files that loading the targets loads. */
function closure(repository: Repository, start: readonly string[]): Set<string> {
  const reached = new Set<string>()
  const queue = [...start]
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (reached.has(path) || reached.size > 2_000) continue
    reached.add(path)
    queue.push(
      ...specifiersOf(repository, path).flatMap((specifier) => repository.resolve(path, specifier) ?? [])
    )
  }
  return reached
}

function specifiersOf(repository: Repository, path: string): string[] {
  const module = repository.module(path)
  const statements =
    module?.program.body.flatMap((node) => ('source' in node && node.source ? [node.source.value] : [])) ?? []
  return [...statements, ...(module?.loads.map(({ specifier }) => specifier) ?? [])]
}

/** Where specifiers lead that Node would not find by itself. */
function resolutionsOf(
  repository: Repository,
  reached: ReadonlySet<string>
): Record<string, Record<string, string>> {
  const files = [...reached].map((path) => {
    const edges = specifiersOf(repository, path).flatMap((specifier) => {
      const to = repository.resolve(path, specifier)
      return to && to !== posix.join(posix.dirname(path), specifier) ? [[specifier, to] as const] : []
    })
    return [path, Object.fromEntries(edges)] as const
  })
  return Object.fromEntries(files.filter(([, edges]) => Object.keys(edges).length > 0))
}

const transformed = new Set([
  'TSEnumDeclaration',
  'TSParameterProperty',
  'TSImportEqualsDeclaration',
  'TSExportAssignment',
])

/** Enums, parameter properties and namespaces have to be compiled; types alone are just blanked out. */
function needsTransform(repository: Repository, reached: Iterable<string>): boolean {
  for (const path of reached) {
    const module = /\.[cm]?ts$/.test(path) ? repository.module(path) : null
    let found = false
    if (module)
      walk(module.program, (node) => {
        if (transformed.has(node.type) || (node.type === 'TSModuleDeclaration' && !node.declare)) found = true
        return !found
      })
    if (found) return true
  }
  return false
}
