import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'

interface Chunk {
  file: string
  imports?: string[]
}

const assets = app.makePath('public/assets')
const ENTRY = 'inertia/app.tsx'
const KB = 1024

function manifest(): Record<string, Chunk> {
  const path = join(assets, '.vite/manifest.json')
  if (!existsSync(path)) {
    throw new Error('There is no build to weigh. Make one first: node bin/build.ts')
  }
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** The files that a browser fetches for these chunks, each with what it imports statically. */
function filesOf(chunks: Record<string, Chunk>, names: string[], found = new Set<string>()): Set<string> {
  for (const name of names) {
    const chunk = chunks[name]
    if (!chunk) throw new Error(`The build has no ${name}.`)
    if (found.has(chunk.file)) continue
    found.add(chunk.file)
    filesOf(chunks, chunk.imports ?? [], found)
  }
  return found
}

/** Compressed, in bytes: what goes over the wire. */
function weigh(files: Iterable<string>) {
  let bytes = 0
  for (const file of files)
    bytes += gzipSync(readFileSync(join(assets, file.replace(/^assets\//, '')))).length
  return bytes
}

test.group('Page weight', () => {
  test('entry and sign-in together are at most 120 KB of compressed JavaScript', ({ assert }) => {
    const files = filesOf(manifest(), [
      ENTRY,
      'inertia/layouts/auth_layout.tsx',
      'inertia/pages/auth/login.tsx',
    ])
    assert.isAtMost(weigh(files), 120 * KB)
  })

  test('no page adds more than 60 KB to the shell it stands in', ({ assert }) => {
    const chunks = manifest()
    const shell = filesOf(chunks, [ENTRY, 'inertia/layouts/app_layout.tsx'])
    const pages = Object.keys(chunks).filter((name) => name.startsWith('inertia/pages/'))
    assert.isAbove(pages.length, 10)
    const heavy = pages
      .map((page) => ({ page, bytes: weigh(filesOf(chunks, [page]).difference(shell)) }))
      .filter(({ page, bytes }) => page !== 'inertia/pages/dev/ui.tsx' && bytes > 60 * KB)
    assert.deepEqual(heavy, [])
  })
})
