import { test } from '@japa/runner'
import { applied, changed, type Files, generate } from './context.ts'

async function renamed(files: Files, task: string): Promise<Files> {
  return changed(files, applied(files, await generate(files, task)))
}

const range = 'export function clamp(value: number): number {\n  return value\n}\n'

test.group('rename | follows', () => {
  test('an export through imports, aliases and re-exports', async ({ assert }) => {
    const files = {
      'src/range.ts': range,
      'src/index.ts': "export { clamp } from './range.ts'\nexport { clamp as limit } from './range.ts'\n",
      'src/star.ts': "export * from './range.ts'\n",
      'src/a.ts': "import { clamp } from './index.ts'\nexport const a = clamp(1)\n",
      'src/b.ts': "import { clamp as own } from './star.ts'\nexport const b = own(1)\n",
      'src/c.ts': "import { limit } from './index.ts'\nexport const c = limit(1)\n",
      'src/d.ts':
        "import { clamp } from './star.ts'\nexport { clamp as other }\nexport const d = { clamp }\n",
    }
    assert.deepEqual(await renamed(files, 'rename clamp to confine'), {
      'src/range.ts': range.replace('clamp', 'confine'),
      'src/index.ts': "export { confine } from './range.ts'\nexport { confine as limit } from './range.ts'\n",
      'src/a.ts': "import { confine } from './index.ts'\nexport const a = confine(1)\n",
      'src/b.ts': "import { confine as own } from './star.ts'\nexport const b = own(1)\n",
      'src/d.ts':
        "import { confine } from './star.ts'\nexport { confine as other }\nexport const d = { clamp: confine }\n",
    })
  })

  test('namespace members, dynamic imports and import types', async ({ assert }) => {
    const files = {
      'src/range.ts': `${range}export type Clamp = typeof clamp\n`,
      'src/spaces.ts': "export * as ranges from './range.ts'\n",
      'src/a.ts':
        "import * as range from './range.ts'\nexport const a = range.clamp(1)\nconst { clamp: b } = range\nexport { b }\n",
      'src/c.ts':
        "export async function c() {\n  const { clamp } = await import('./range.ts')\n  return clamp(1)\n}\n",
      'src/d.ts': "export const d = () => import('./range.ts').then((m) => m.clamp(2))\n",
      'src/e.ts': "import { ranges } from './spaces.ts'\nexport const e = ranges.clamp(3)\n",
      'src/f.ts': "export type F = typeof import('./range.ts').clamp\n",
    }
    const result = await renamed(files, 'rename clamp to confine')
    assert.equal(
      result['src/range.ts'],
      `${range.replace('clamp', 'confine')}export type Clamp = typeof confine\n`
    )
    assert.equal(
      result['src/a.ts'],
      files['src/a.ts'].replace('range.clamp', 'range.confine').replace('clamp: b', 'confine: b')
    )
    assert.equal(result['src/c.ts'], files['src/c.ts'].replaceAll('clamp', 'confine'))
    assert.equal(result['src/d.ts'], files['src/d.ts'].replace('m.clamp', 'm.confine'))
    assert.equal(result['src/e.ts'], files['src/e.ts'].replace('ranges.clamp', 'ranges.confine'))
    assert.equal(result['src/f.ts'], files['src/f.ts'].replace('.clamp', '.confine'))
  })

  test('CommonJS exports and requires', async ({ assert }) => {
    const files = {
      'range.js': 'function clamp(value) {\n  return value\n}\n\nmodule.exports = { clamp, wide: clamp }\n',
      'a.js':
        "const { clamp } = require('./range')\nconst range = require('./range.js')\nconsole.log(clamp(1), range.clamp(2), require('./range').clamp)\n",
      'b.js': 'exports.other = 1\n',
    }
    assert.deepEqual(await renamed(files, 'rename clamp to confine'), {
      'range.js':
        'function confine(value) {\n  return value\n}\n\nmodule.exports = { confine, wide: confine }\n',
      'a.js': files['a.js'].replaceAll('clamp', 'confine'),
    })
  })

  test('types, JSX components and documentation links', async ({ assert }) => {
    const files = {
      'src/card.tsx':
        'export interface CardProps { title: string }\n/**\n * See {@link Card}, not "Card".\n * @example Card({ size: 1 })\n */\nexport function Card({ title }: CardProps) {\n  return <b>{title}</b>\n}\nconst text = "Card"\nconst again = <Card title={text} />\nexport { again }\n',
      'src/page.tsx':
        "import { Card, type CardProps } from './card.tsx'\nconst props: CardProps = { title: 'Card' }\nexport const page = <Card {...props}></Card>\n",
    }
    const cards = await renamed(files, 'rename Card to Panel')
    assert.equal(
      cards['src/card.tsx'],
      files['src/card.tsx']
        .replace('{@link Card}', '{@link Panel}')
        .replace('@example Card(', '@example Panel(')
        .replace('function Card', 'function Panel')
        .replace('<Card title', '<Panel title')
    )
    assert.equal(
      cards['src/page.tsx'],
      files['src/page.tsx']
        .replace('{ Card,', '{ Panel,')
        .replace('<Card', '<Panel')
        .replace('</Card>', '</Panel>')
    )
    const types = await renamed(files, 'rename CardProps to PanelProps')
    assert.equal(types['src/page.tsx'], files['src/page.tsx'].replaceAll('CardProps', 'PanelProps'))
  })
})

test.group('rename | leaves', () => {
  test('shadowing locals, strings and properties of the same name', async ({ assert }) => {
    const files = {
      'src/range.ts': range,
      'src/a.ts':
        "import { clamp } from './range.ts'\nexport function one(clamp: number) {\n  return clamp\n}\nexport const two = { clamp: 'clamp' }\nexport const three = two.clamp + clamp(1)\nfor (const clamp of []) console.log(clamp)\n",
    }
    const result = await renamed(files, 'rename clamp to confine')
    assert.equal(
      result['src/a.ts'],
      files['src/a.ts']
        .replace('import { clamp }', 'import { confine }')
        .replace('+ clamp(1)', '+ confine(1)')
    )
  })

  test('a shorthand keeps its property name', async ({ assert }) => {
    const files = {
      'src/a.ts':
        'const size = 1\nexport const box = { size }\nexport const { width = size } = { width: 2 }\n',
    }
    assert.deepEqual(await renamed(files, 'rename size to length in src/a.ts'), {
      'src/a.ts':
        'const length = 1\nexport const box = { size: length }\nexport const { width = length } = { width: 2 }\n',
    })
  })

  test('a type of the same name in another space', async ({ assert }) => {
    const files = {
      'src/a.ts':
        'export type Size = number\nexport function f(Size: number, other: Size) {\n  return Size + other\n}\n',
    }
    const result = await renamed(files, 'rename the type Size to Width')
    assert.equal(
      result['src/a.ts'],
      'export type Width = number\nexport function f(Size: number, other: Width) {\n  return Size + other\n}\n'
    )
  })
})

test.group('rename | refuses', () => {
  const cases: [string, Files, string, string, RegExp][] = [
    [
      'a name that is declared beside it',
      { 'a.ts': 'export const one = 1\nconst two = one\n' },
      'rename one to two',
      'unsafe',
      /a\.ts:2/,
    ],
    [
      'a name that an inner scope would capture',
      { 'a.ts': 'export const one = 1\nexport function f(two: number) {\n  return one + two\n}\n' },
      'rename one to two',
      'unsafe',
      /a\.ts:2/,
    ],
    [
      'a name whose outer meaning would be hidden',
      { 'a.ts': 'export function f(one: number) {\n  return one + Math.abs(one)\n}\n' },
      'rename one to Math in a.ts',
      'unsafe',
      /a\.ts:2/,
    ],
    [
      'a collision in a file that imports it',
      { 'a.ts': 'export const one = 1\n', 'b.ts': "import { one } from './a.ts'\nconst two = one\n" },
      'rename one to two',
      'unsafe',
      /b\.ts:2/,
    ],
    ['a reserved word', { 'a.ts': 'export const one = 1\n' }, 'rename one to class', 'unsafe', /reserved/],
    [
      'two exports of the name, naming both',
      { 'a.ts': 'export const one = 1\n', 'b.ts': 'export const one = 2\n' },
      'rename one to two',
      'ambiguous',
      /a\.ts and in b\.ts/,
    ],
    [
      'a property',
      { 'a.ts': 'export const box = { size: 1 }\n' },
      'rename size to width',
      'unsupported',
      /property/,
    ],
    [
      'a name of a package',
      { 'a.ts': "import { z } from 'zod'\nexport const s = z\n" },
      'rename z to schema',
      'unsupported',
      /package/,
    ],
    [
      'a name that is nowhere',
      { 'a.ts': 'export const one = 1\n' },
      'rename three to four',
      'not_found',
      /three/,
    ],
    [
      'a file that is not there',
      { 'a.ts': 'export const one = 1\n' },
      'rename one to two in src/b.ts',
      'not_found',
      /src\/b\.ts/,
    ],
    ['the same name', { 'a.ts': 'export const one = 1\n' }, 'rename one to one', 'nothing_to_do', /already/],
  ]
  for (const [name, files, task, code, message] of cases) {
    test(name, async ({ assert }) => {
      const outcome = await generate(files, task)
      if (outcome.kind !== 'refused') throw new Error(`Not refused: ${JSON.stringify(outcome)}`)
      assert.equal(outcome.refusal.code, code)
      assert.match(outcome.refusal.message, message)
      assert.isAbove(outcome.refusal.remedy.length, 20)
    })
  }

  test('names the file when asked to, and then does it', async ({ assert }) => {
    const files = { 'a.ts': 'export const one = 1\n', 'b.ts': 'export const one = 2\n' }
    assert.deepEqual(await renamed(files, 'rename one to two in b.ts'), { 'b.ts': 'export const two = 2\n' })
  })
})
