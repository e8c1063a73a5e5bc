import type { Role } from '../../../contract/graph/kinds.ts'
import type { Program } from './program.ts'

/** First match wins. Folders as Laravel, AdonisJS, NestJS, Next.js and Django name them. */
const byPath: [RegExp, Role][] = [
  [/\.prisma$/, 'schema'],
  [/(^|\/)migrations?\/.*\.(ts|js|php|py|sql)$|_create_\w+_table\.php$/i, 'migration'],
  [/(^|\/)(seeders?|seeds)\//i, 'seeder'],
  [/(^|\/)factories\//i, 'factory'],
  [/\.stories\.[jt]sx?$/, 'story'],
  [/(^|\/)controllers?\/|[_.-]controller\.[jt]s$|Controller\.php$/i, 'controller'],
  [/(^|\/)middlewares?\/|[_.-]middleware\.[jt]s$|(^|\/)middleware\.[jt]s$|Middleware\.php$/i, 'middleware'],
  [/(^|\/)(validators|requests)\/|[_.-]validator\.[jt]s$|Request\.php$/i, 'validator'],
  [/(^|\/)(policies)\/|[_.-]policy\.[jt]s$|Policy\.php$/i, 'policy'],
  [/(^|\/)(models|entities)\/|[_.-](model|entity)\.[jt]s$|(^|\/)models\.py$/i, 'model'],
  [/(^|\/)repositories\/|[_.-]repository\.[jt]s$|Repository\.php$/i, 'repository'],
  [/(^|\/)listeners\/|[_.-]listener\.[jt]s$|Listener\.php$/i, 'listener'],
  [/(^|\/)observers\/|Observer\.php$/i, 'observer'],
  [/(^|\/)events\/|[_.-]event\.[jt]s$|Event\.php$/i, 'event'],
  [/(^|\/)jobs\/|[_.-](job|processor)\.[jt]s$|Job\.php$/i, 'job'],
  [/(^|\/)(mails?|mailers)\/|Mail\.php$/i, 'mail'],
  [/(^|\/)notifications\//i, 'notification'],
  [/(^|\/)(commands|console)\/|[_.-]command\.[jt]s$|Command\.php$/i, 'command'],
  [
    /(^|\/)(resources|transformers)\/[^.]*\.(php|ts)$|[_.-](transformer|resource)\.[jt]s$|Resource\.php$/i,
    'resource',
  ],
  [/(^|\/)actions\/|[_.-]action\.[jt]s$|Action\.php$/i, 'action'],
  [/(^|\/)queries\//i, 'query'],
  [/(^|\/)services?\/|[_.-]service\.[jt]s$|Service\.php$/i, 'service'],
  [/(^|\/)providers\/|[_.-]provider\.[jt]s$|Provider\.php$/i, 'provider'],
  [/(^|\/)exceptions\/|[_.-]exception\.[jt]s$|(Exception|Error)\.php$/i, 'exception'],
  [/(^|\/)routes\/|(^|\/)routes?\.([jt]sx?|php|py)$|(^|\/)urls\.py$|\.routes\.[jt]s$/i, 'routes'],
  [/\.module\.[jt]s$/, 'module'],
  [/(^|\/)pages\/.*\.(tsx|jsx|vue|svelte)$|(^|\/)app\/(.*\/)?page\.[jt]sx?$/, 'page'],
  [/(^|\/)layouts?\/.*\.(tsx|jsx|vue)$|(^|\/)app\/(.*\/)?layout\.[jt]sx?$/, 'layout'],
  [/(^|\/)(components|ui|features)\/.*\.(tsx|jsx|vue|svelte)$/, 'component'],
  [/(^|\/)(hooks|composables)\//, 'hook'],
  [/(^|\/)(stores?|state)\//, 'store'],
  [/(^|\/)views\/|(^|\/)views\.py$|\.(edge|blade\.php)$/, 'view'],
  [/(^|\/)enums\//i, 'enum'],
  [/(^|\/)(config|configs)\/|\.config\.[cm]?[jt]s$/, 'config'],
  [/(^|\/)types?\/|\.d\.ts$|(^|\/)types\.ts$/, 'types'],
]

/** What a file is for, by where it lies and what it is called; null where no habit tells. */
export function roleOfPath(path: string, isTest: boolean): Role | null {
  if (isTest) return 'test'
  return byPath.find(([pattern]) => pattern.test(path))?.[1] ?? null
}

const classRoles = new Set<Role>([
  'action',
  'command',
  'controller',
  'event',
  'exception',
  'factory',
  'job',
  'listener',
  'mail',
  'middleware',
  'migration',
  'model',
  'notification',
  'observer',
  'policy',
  'provider',
  'query',
  'repository',
  'resource',
  'seeder',
  'service',
  'validator',
])

/** Classes take their file's role, functions named like hooks are hooks; what a parser saw stays. */
export function assignRoles(program: Program): void {
  for (const entity of program.entities) {
    if (entity.role === null) entity.role = roleOf(entity, program.files[entity.file]!.role)
  }
}

function roleOf({ fact }: Program['entities'][number], around: Role | null): Role | null {
  if (fact.kind === 'test') return 'test'
  if (fact.kind === 'class' && around && classRoles.has(around)) return around
  if (fact.kind === 'function' && /^use[A-Z]/.test(fact.name)) return 'hook'
  return around === 'page' && fact.exported && /^([A-Z]|default$)/.test(fact.name) ? 'page' : null
}
