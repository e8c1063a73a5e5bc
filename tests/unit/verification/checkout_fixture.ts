import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { defaultLimits, type Sandbox } from '#workflows/sandbox/contract'
import { createSandbox } from '#workflows/sandbox/registry'

/** The sandbox of this machine; a machine without one cannot run these tests. */
export async function realSandbox(): Promise<Sandbox> {
  const choice = await createSandbox({})
  if (!choice.ok) throw new Error(choice.message)
  return choice.sandbox
}

export const limits = { ...defaultLimits, wallMs: 30_000 }

/** Plain host folders with a small project, and copies of it with changes. */
export class Checkouts {
  readonly #root = mkdtempSync(join(tmpdir(), 'checkouts-'))
  #count = 0

  create(files: Record<string, string>): string {
    const dir = join(this.#root, `checkout${this.#count++}`)
    mkdirSync(dir)
    return this.write(dir, files)
  }

  copy(from: string, changes: Record<string, string> = {}): string {
    const dir = join(this.#root, `checkout${this.#count++}`)
    cpSync(from, dir, { recursive: true })
    return this.write(dir, changes)
  }

  write(dir: string, files: Record<string, string>): string {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(dir, path)), { recursive: true })
      writeFileSync(join(dir, path), text)
    }
    return dir
  }

  remove() {
    rmSync(this.#root, { recursive: true, force: true })
  }
}

export const project = {
  'package.json': '{"type":"module","scripts":{"test":"node --test"}}',
  'src/calc.ts': [
    'export function add(a: number, b: number): number {',
    '  return a + b',
    '}',
    'export function sign(n: number): string {',
    "  return n < 0 ? 'minus' : 'plus'",
    '}',
    '',
  ].join('\n'),
  'src/unused.ts': 'export const unused = 1\n',
  'tests/calc.test.ts': [
    "import { test } from 'node:test'",
    "import assert from 'node:assert/strict'",
    "import { add } from '../src/calc.ts'",
    "test('adds', () => assert.equal(add(1, 2), 3))",
    '',
  ].join('\n'),
}

export const signTest = [
  "import { test } from 'node:test'",
  "import assert from 'node:assert/strict'",
  "import { sign } from '../src/calc.ts'",
  "test('sign', () => assert.equal(sign(-1), 'minus'))",
  '',
].join('\n')
