import { posix } from 'node:path'
import { jsonOf } from '../../analyzers/json.ts'
import { isTestFile } from '../../analyzers/test_files.ts'
import type { Repository } from '../modules/repository.ts'

const conventional = [
  /\.config\.[cm]?[jt]s$/,
  /(^|\/)\.[\w-]+rc\.[cm]?js$/,
  /\.(stories|story|bench|e2e)\.[cm]?[jt]sx?$/,
  /\.d\.[cm]?ts$/,
  /(^|\/)(bin|scripts|examples?|bench(marks?)?|migrations|seeders)\//,
  /(^|\/)(ace|adonisrc|gulpfile|Gruntfile|webpack\..*|next-env)\.[cm]?[jt]s$/,
]
const frameworks =
  /^(next|nuxt|astro|gatsby|expo-router|@sveltejs\/kit|@remix-run\/.+|react-router|@react-router\/.+|@adonisjs\/core|@nestjs\/core|@angular\/core|ember-source)$/
const frameworkFolders =
  /(^|\/)(pages|app|routes|layouts|plugins|middleware|server|config|start|providers|commands|database|inertia)\//

/** Files whose exports are used from outside the code: by a package's users, a runner, a framework. */
export function entryPoints(repository: Repository): Set<string> {
  const { snapshot } = repository
  const entries = new Set(
    repository.paths.filter((path) => isTestFile(path) || conventional.some((pattern) => pattern.test(path)))
  )
  const manifests = snapshot.paths.filter(
    (path) => /(^|\/)package\.json$/.test(path) && !path.includes('node_modules/')
  )
  for (const path of manifests) {
    const manifest = jsonOf(snapshot.read(path))
    for (const file of namedBy(repository, posix.dirname(path), manifest)) entries.add(file)
    if (dependenciesOf(manifest).some((name) => frameworks.test(name))) {
      for (const file of repository.paths) if (frameworkFolders.test(file)) entries.add(file)
    }
  }
  return entries
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

function dependenciesOf(manifest: unknown): string[] {
  return ['dependencies', 'devDependencies', 'peerDependencies'].flatMap((name) =>
    Object.keys(field(manifest, name) ?? {})
  )
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

function namedBy(repository: Repository, folder: string, manifest: unknown): string[] {
  const fields = [
    'main',
    'module',
    'browser',
    'types',
    'typings',
    'exports',
    'imports',
    'bin',
    'source',
    'svelte',
  ]
  const paths = fields.flatMap((name) => stringsIn(field(manifest, name)))
  const words = stringsIn(field(manifest, 'scripts')).flatMap((script) => script.split(/[\s'"=]+/))
  const named = [...paths, ...words.filter((word) => /\.[cm]?[jt]sx?$/.test(word))]
  const isPackage = paths.length > 0 || field(manifest, 'private') !== true
  const index = isPackage ? ['index', 'src/index', 'lib/index', 'src/main', 'mod'] : []
  return [...named, ...index].flatMap((path) => sourcesOf(repository, posix.join(folder, path)))
}

/** The committed sources a published path stands for: itself, or its counterpart outside the build folder. */
function sourcesOf(repository: Repository, path: string): string[] {
  const outside = path.replace(/(^|\/)(dist|build|lib|out|esm|cjs)\/((esm|cjs|src)\/)?/, '$1src/')
  const stems = [path, outside, path.replace(/(^|\/)(dist|build|out)\//, '$1')].map((option) =>
    option.replace(/(\.d)?\.[cm]?[jt]sx?$/, '')
  )
  if (path.includes('*')) {
    const starts = stems.map((stem) => stem.split('*')[0]!)
    return repository.paths.filter((candidate) =>
      starts.some((start) => start !== '' && candidate.startsWith(start))
    )
  }
  return repository.paths.filter((candidate) => {
    const stem = candidate.replace(/(\.d)?\.[cm]?[jt]sx?$/, '')
    return stems.some((option) => stem === option || stem === `${option}/index`)
  })
}
