import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './paths.ts'
import { runToEnd } from './run_to_end.ts'
import { Stop } from './stop.ts'

const sources = [
  ...[
    'adonisrc.ts',
    'ace.js',
    'app',
    'bench/in_app',
    'bin',
    'commands',
    'config',
    'database',
    'engine/contract',
    'inertia',
  ],
  ...[
    'package-lock.json',
    'providers',
    'resources',
    'samples',
    'start',
    'tsconfig.build.json',
    'tsconfig.json',
    'vite.config.ts',
  ],
]

/** The files that git would consider; in a download without its repository, all that lie there. */
function sourceFiles(): string[] {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...sources]
  try {
    const output = execFileSync('git', ['-c', 'safe.directory=*', ...list], {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return output.toString().split('\0').filter(Boolean)
  } catch {
    return sources.flatMap((source) => filesBelow(source))
  }
}

function filesBelow(source: string): string[] {
  const path = join(root, source)
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [source]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

/** Changes when a source file does: names, sizes and times. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const file of sourceFiles().sort()) {
    const path = join(root, file)
    if (!existsSync(path)) continue
    const { size, mtimeMs } = statSync(path)
    hash.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/** Where building leaves something. */
const written = [
  '.',
  'build',
  'node_modules',
  'node_modules/.vite',
  'node_modules/.vite-temp',
  'public',
  'public/assets',
  '.adonisjs',
  '.adonisjs/server',
]

/** @throws Stop when the user may not write where building has to */
function requireWritable() {
  for (const folder of written.map((name) => join(root, name)).filter(existsSync)) {
    try {
      accessSync(folder, constants.W_OK)
    } catch {
      throw new Stop(
        `The folder ${folder} cannot be written, which building needs. Start as the user it belongs to, or give this user the whole of ${root}`
      )
    }
  }
}

/**
 * Compiles server and pages into `build/` when they have changed since the last time.
 *
 * @throws Stop with the compiler's words, or where it may not write
 */
export async function buildWhenStale(env: NodeJS.ProcessEnv, signal?: AbortSignal) {
  const stamp = join(root, 'build', '.fingerprint')
  const current = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return
  requireWritable()
  console.log('Building server and pages (when the code has changed, about 20 seconds) …')
  // The pages of any other mode would carry React's development build.
  const production = { ...env, NODE_ENV: 'production' }
  const { ok, output } = await runToEnd({
    args: ['ace.js', 'build', '--tsconfig', 'tsconfig.build.json'],
    cwd: root,
    env: production,
    signal,
  })
  if (!ok) throw new Stop(`The build failed:\n${output}`)
  mkdirSync(join(root, 'build'), { recursive: true })
  writeFileSync(stamp, current)
}
