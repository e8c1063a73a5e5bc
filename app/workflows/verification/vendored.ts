import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { readRegularFile } from './coverage/raw_reports.js'

const maxManifest = 1024 * 1024

/** Commands that only install; whatever else a person has put into theirs has to run. */
const installers: { command: RegExp; brought: (dir: string) => Promise<string | null> }[] = [
  {
    command: /^(?:npm (?:ci|install)|(?:pnpm|yarn|bun) install(?: --frozen-lockfile)?)$/,
    brought: nodeModules,
  },
  {
    command: /^composer install(?: --no-interaction)?$/,
    brought: (dir) => file(dir, 'vendor', 'autoload.php'),
  },
  { command: /^go mod download$/, brought: (dir) => file(dir, 'vendor', 'modules.txt') },
]

/**
 * The folder in which a checkout has everything that an installation would bring; null when something is missing.
 * Installing again would first take away what is there.
 */
export async function vendoredIn(dir: string, install: string): Promise<string | null> {
  return installers.find(({ command }) => command.test(install.trim()))?.brought(dir) ?? null
}

async function nodeModules(dir: string): Promise<string | null> {
  const text = await readRegularFile(join(dir, 'package.json'), maxManifest)
  const names = text === null ? [] : dependenciesIn(text)
  if (names.length === 0) return null
  const there = await Promise.all(names.map((name) => isThere(join(dir, 'node_modules', name))))
  return there.every(Boolean) ? 'node_modules' : null
}

function dependenciesIn(text: string): string[] {
  try {
    const manifest = JSON.parse(text) as Partial<Record<'dependencies' | 'devDependencies', object>>
    const names = [manifest.dependencies, manifest.devDependencies].flatMap((group) =>
      Object.keys(group ?? {})
    )
    return names.filter((name) => !name.split('/').includes('..'))
  } catch {
    return []
  }
}

async function file(dir: string, folder: string, name: string): Promise<string | null> {
  return (await isThere(join(dir, folder, name))) ? folder : null
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false
  )
}
