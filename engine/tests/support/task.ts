import type { Plan } from '../../contract/planning.ts'

/** A sentence that no recipe knows. */
export const task = 'Make slugify in src/slug.ts write underscores instead of dashes'

export const repository = {
  'package.json': JSON.stringify({ name: 'sample', scripts: { test: 'node --test' } }),
  'src/slug.ts':
    "export function slugify(text: string) {\n  return text.toLowerCase().replaceAll(' ', '-')\n}\n",
  'src/slug.test.ts': "import { slugify } from './slug.ts'\n",
  '.github/workflows/ci.yml': 'on: push\n',
}

const test = { command: 'npm test', runner: 'node:test' }

export const proposal = {
  summary: 'slugify writes underscores.',
  steps: ['Replace the dash'],
  files: [{ path: 'src/slug.ts', change: 'edit', why: 'it holds slugify' }],
  risks: [],
  tests: ['slugify writes an underscore'],
}

export const plan: Plan = {
  ...proposal,
  files: [{ path: 'src/slug.ts', change: 'edit', why: 'it holds slugify' }],
  method: 'model:gpt-6-luna',
  estimate: { costMicros: 0, seconds: 1, basis: 'a test' },
}

export function planBody(snapshot: string, words = task) {
  return { task: words, snapshot, test }
}

export function generateBody(snapshot: string, rest: object = {}) {
  return { task, snapshot, test, plan, feedback: null, state: null, executions: [], ...rest }
}

/** A model's answer that edits one file. */
export function editAnswer(search: string, replace: string, path = 'src/slug.ts'): string {
  return [
    `@@ edit ${path}`,
    '<<<<<<< SEARCH',
    search,
    '=======',
    replace,
    '>>>>>>> REPLACE',
    '@@ summary',
    'Underscores instead of dashes.',
  ].join('\n')
}

export const goodEdit = editAnswer("replaceAll(' ', '-')", "replaceAll(' ', '_')")
export const badEdit = editAnswer("replaceAll(' ', '+')", "replaceAll(' ', '_')")
export const edited = repository['src/slug.ts'].replace("'-'", "'_'")
