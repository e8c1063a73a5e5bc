import { test } from '@japa/runner'
import { applied, changed, type Files, generate } from './context.ts'

const manifest = { 'package.json': '{ "type": "module", "exports": "./src/index.ts" }' }

async function cleaned(files: Files, task: string): Promise<Files> {
  return changed(files, applied(files, await generate(files, task)))
}

test.group('remove unused | imports', () => {
  test('drops unused names and keeps the layout of the rest', async ({ assert }) => {
    const files = {
      'src/a.ts':
        "import fs, { join, sep } from 'node:path'\nimport {\n  one,\n  two,\n  type Three,\n} from './b.ts'\nimport type { Four } from './b.ts'\nimport * as all from './b.ts'\n\nexport const a = join(one)\n",
      'src/b.ts': 'export const one = 1\nexport const two = 2\nexport type Three = 3\nexport type Four = 4\n',
    }
    assert.deepEqual(await cleaned(files, 'remove unused imports'), {
      'src/a.ts':
        "import { join } from 'node:path'\nimport {\n  one,\n} from './b.ts'\n\nexport const a = join(one)\n",
    })
  })

  test('keeps what loads with an effect, types in use, JSX and documented names', async ({ assert }) => {
    const files = {
      'src/a.tsx':
        "import './effect.ts'\nimport { value } from './effect.ts'\nimport React from 'react'\nimport { type Shape } from './b.ts'\nimport { helper } from './b.ts'\n\n/** See {@link helper}. */\nexport const a = (shape: Shape) => <b>{shape}</b>\n",
      'src/b.ts': 'export type Shape = string\nexport const helper = 1\n',
      'src/effect.ts': "globalThis.name = 'x'\nexport const value = 1\n",
    }
    const result = await cleaned(files, 'remove unused imports')
    assert.equal(
      result['src/a.tsx'],
      files['src/a.tsx'].replace("import { value } from './effect.ts'", "import './effect.ts'")
    )
  })

  test('stays within the folder that is named', async ({ assert }) => {
    const files = {
      'src/a.ts': "import 'x'\nimport y from 'y'\nexport {}\n",
      'lib/a.ts': "import y from 'y'\nexport const z = 1\n",
    }
    assert.deepEqual(await cleaned(files, 'remove unused imports in src/'), {
      'src/a.ts': "import 'x'\nexport {}\n",
    })
  })
})

test.group('remove unused | exports', () => {
  test('removes declarations nobody uses, the keyword where only the file does, and what that frees', async ({
    assert,
  }) => {
    const files = {
      ...manifest,
      'src/index.ts': "export { used } from './a.ts'\n",
      'src/a.ts': [
        "import { helper } from './b.ts'",
        '',
        'const scale = 3',
        '',
        '/** Used by nobody. */',
        'export function dead(): number {',
        '  return helper() * local() * scale',
        '}',
        '',
        '/** Used here only. */',
        'export function inner(): number {',
        '  return 1',
        '}',
        '',
        'function local() {',
        '  return 2',
        '}',
        '',
        'const idleBefore = 1',
        '',
        'export function used(): number {',
        '  return inner()',
        '}',
        '',
      ].join('\n'),
      'src/b.ts': 'export function helper() {\n  return 1\n}\n\nexport function kept() {\n  return 2\n}\n',
      'test/b.test.ts': "import { kept } from '../src/b.ts'\nkept()\n",
    }
    assert.deepEqual(await cleaned(files, 'remove dead exports'), {
      'src/a.ts': [
        '/** Used here only. */',
        'function inner(): number {',
        '  return 1',
        '}',
        '',
        'const idleBefore = 1',
        '',
        'export function used(): number {',
        '  return inner()',
        '}',
        '',
      ].join('\n'),
      'src/b.ts': 'export function kept() {\n  return 2\n}\n',
    })
  })

  test('follows barrels, and empties them', async ({ assert }) => {
    const files = {
      ...manifest,
      'src/index.ts': "import { one } from './barrel.ts'\nexport const start = one\n",
      'src/barrel.ts': "export { one, two } from './a.ts'\nexport { default as three } from './c.ts'\n",
      'src/a.ts': 'export const one = 1\nexport const two = 2\n',
      'src/c.ts': 'export default function three() {}\nexport const four = 4\n',
      'src/d.ts': "import { four } from './c.ts'\nexport const d = four\n",
    }
    assert.deepEqual(await cleaned(files, 'remove dead exports'), {
      'src/barrel.ts': "export { one } from './a.ts'\n",
      'src/a.ts': 'export const one = 1\n',
      'src/c.ts': 'export const four = 4\n',
    })
  })

  test('keeps entry points, dynamic uses, effects, and files nothing imports', async ({ assert }) => {
    const files = {
      'package.json': '{ "main": "dist/main.js", "scripts": { "seed": "node tools/seed.ts" } }',
      'src/main.ts':
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the code of a project
        "import { lazy } from './lazy.ts'\nexport const api = lazy\nexport const plugins = (name: string) => import(`./plugins/${name}.ts`)\n",
      'src/lazy.ts': "export const lazy = () => import('./heavy.ts')\n",
      'src/heavy.ts': 'export const a = 1\nexport const b = 2\n',
      'src/plugins/one.ts': 'export const setup = 1\n',
      'src/again.ts':
        "import { setup } from './plugins/one.ts'\nimport { other } from './effects.ts'\nimport * as ns from './spread.ts'\nexport default { setup, other, ...ns }\n",
      'src/effects.ts':
        'export const other = 1\nexport const registered = register()\nfunction register() {\n  return 1\n}\n',
      'src/spread.ts': 'export const s = 1\n',
      'tools/seed.ts': "import '../src/main.ts'\nexport const seed = 1\n",
    }
    const outcome = await generate(files, 'remove dead exports')
    if (outcome.kind !== 'refused') throw new Error(JSON.stringify(outcome))
    assert.equal(outcome.refusal.code, 'nothing_to_do')
    assert.match(outcome.refusal.message, /computing registered may do something/)
  })

  test('what generated or broken code imports is in use', async ({ assert }) => {
    const files = {
      ...manifest,
      'src/index.ts': "import { a } from './a.ts'\nexport const start = a\n",
      'src/a.ts': 'export const a = 1\nexport const b = 2\n',
      'src/api.generated.ts': "import { b } from './a'\nexport const c = b\n",
      'src/c.ts': "import { d } from './d.ts'\nexport const e = d\n",
      'src/d.ts': 'export const d = 1\nexport const f = 2\n',
      'src/broken.ts': "import { f } from './d.ts'\nconst = f\n",
    }
    const outcome = await generate(files, 'remove dead exports')
    assert.equal(outcome.kind === 'refused' && outcome.refusal.code, 'nothing_to_do')
  })

  test('does both together, and keeps a file a module', async ({ assert }) => {
    const files = {
      ...manifest,
      'src/index.ts':
        "import { a } from './a.ts'\nimport { gone } from './a.ts'\nimport './b.ts'\nexport const start = a\n",
      'src/a.ts': 'export const a = 1\nexport const gone = 2\n',
      'src/b.ts': 'export const only = 1\nconsole.log(only)\n',
    }
    assert.deepEqual(await cleaned(files, 'remove unused imports and dead exports'), {
      'src/index.ts': "import { a } from './a.ts'\nimport './b.ts'\nexport const start = a\n",
      'src/a.ts': 'export const a = 1\n',
      'src/b.ts': 'const only = 1\nconsole.log(only)\n\nexport {}\n',
    })
  })

  test('says so when there is nothing', async ({ assert }) => {
    const outcome = await generate(
      { ...manifest, 'src/index.ts': 'export const a = 1\n' },
      'remove unused imports'
    )
    assert.equal(outcome.kind === 'refused' && outcome.refusal.code, 'nothing_to_do')
  })
})
