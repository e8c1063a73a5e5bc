import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.ts'
import { Stop } from './stop.ts'

const sources = ['adonisrc.ts', 'ace.js', 'app', 'bin', 'commands', 'config', 'database', 'engine/contract', 'inertia', 'package-lock.json', 'providers', 'resources', 'samples', 'start', 'tsconfig.json', 'vite.config.ts']

/** Changes when a source file does: names, sizes and times of all files that git would consider. */
function fingerprint() {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...sources], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  })
  const hash = createHash('sha256')
  for (const file of list.toString().split('\0').filter(Boolean).sort()) {
    const path = join(root, file)
    if (!existsSync(path)) continue
    const { size, mtimeMs } = statSync(path)
    hash.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/**
 * Compiles server and pages into `build/` when they have changed since the last time.
 *
 * @throws Stop with the compiler's words
 */
export function buildWhenStale(env: NodeJS.ProcessEnv) {
  const stamp = join(root, 'build', '.fingerprint')
  const current = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return
  console.log('Building server and pages (when the code has changed, about 20 seconds) …')
  const result = spawnSync(process.execPath, ['ace.js', 'build'], { cwd: root, env, encoding: 'utf8' })
  if (result.status !== 0) throw new Stop(`The build failed:\n${result.stdout}\n${result.stderr}`)
  mkdirSync(join(root, 'build'), { recursive: true })
  writeFileSync(stamp, current)
}
