import { test } from '@japa/runner'
import { parseHealth } from '../../src/intent/health.ts'
import type { Intent } from '../../src/intent/intent.ts'
import { parseRemoveUnused } from '../../src/intent/remove_unused.ts'
import { parseRename } from '../../src/intent/rename.ts'
import { parseTests } from '../../src/intent/tests.ts'

const tests = (file: string | null = null, symbol: string | null = null): Intent => ({
  recipe: 'characterization_tests',
  file,
  symbol,
})
const health = (path = '/health'): Intent => ({ recipe: 'health_endpoint', path })
const rename = (from: string, to: string, file: string | null = null): Intent => ({
  recipe: 'rename_symbol',
  from,
  to,
  file,
})
const unused = (what: string, within: string | null = null): Intent => ({
  recipe: 'remove_unused',
  imports: what.includes('imports'),
  exports: what.includes('exports'),
  within,
})

const sentences: [string, Intent | null][] = [
  ['add tests for src/range.ts', tests('src/range.ts')],
  ['Add tests for ./src/range.ts.', tests('src/range.ts')],
  ['Please add unit tests for `src/range.ts`, thanks!', tests('src/range.ts')],
  ['Could you write some tests for src/deep/a-b.mjs?', tests('src/deep/a-b.mjs')],
  ['write characterization tests for clampRange', tests(null, 'clampRange')],
  ['Write characterisation tests for clampRange()', tests(null, 'clampRange')],
  ['add tests for the clampRange function', tests(null, 'clampRange')],
  ['add tests for the function clamp', tests(null, 'clamp')],
  ['add tests for `clamp`', tests(null, 'clamp')],
  ['test formatDuration in src/format.ts', tests('src/format.ts', 'formatDuration')],
  ['Add tests for parse in src/parse.ts', tests('src/parse.ts', 'parse')],
  ['add tests for Range.contains', null],
  ['add tests for `Range.contains`', tests(null, 'Range.contains')],
  ['add tests for the file src/a.cjs', tests('src/a.cjs')],
  ['add tests for src/', tests('src')],
  ['cover src/format.ts with tests', tests('src/format.ts')],
  ['test src/format.ts', tests('src/format.ts')],
  ['add tests for everything that is untested', tests()],
  ['Add tests for everything untested', tests()],
  ['add tests for all untested code', tests()],
  ['add tests for all functions without tests', tests()],
  ['add the missing tests', tests()],
  ['increase coverage', tests()],
  ['Improve the test coverage', tests()],
  ['increase the coverage of src/range.ts', tests('src/range.ts')],
  ['ajoute des tests pour src/range.ts', tests('src/range.ts')],
  ['Ajouter des tests unitaires pour clampRange', tests(null, 'clampRange')],
  ['Écris des tests de caractérisation pour la fonction clamp', tests(null, 'clamp')],
  ['peux-tu tester formatDuration dans src/format.ts ?', tests('src/format.ts', 'formatDuration')],
  ["ajoute des tests pour tout ce qui n'est pas testé", tests()],
  ['augmente la couverture de tests', tests()],
  ['ajoute les tests manquants', tests()],
  ['Add tests for the login flow with Playwright and refactor the session', null],
  ['add tests for authentication', null],
  ['Add tests for Stripe', null],
  ['add tests for src/range.ts and refactor it', null],
  ['add tests for src/range.ts. Then rename clamp to limit', null],
  ['Add end to end tests for the checkout', null],
  ['add browser tests for src/app.ts with Playwright', null],
  ['test the waters', null],
  ['fix the failing tests', null],
  ['run the tests', null],
  ['add a health endpoint', health()],
  ['Add a health check endpoint with its test.', health()],
  ['add a /health endpoint', health()],
  ['Add GET /health', health()],
  ['add a GET `/healthz` route', health('/healthz')],
  ['expose a health check at /api/health', health('/api/health')],
  ['add a healthcheck to the API', health()],
  ['create a health route', health()],
  ['ajoute un endpoint /health', health()],
  ['Ajoute une route de santé', health()],
  ['crée un endpoint health avec son test', health()],
  ['add a health endpoint that checks the database', null],
  ['add a health potion to the shop', null],
  ['add a /users endpoint', null],
  ['remove the health endpoint', null],
  ['Add authentication to the API', null],
  ['rename clampRange to limitRange', rename('clampRange', 'limitRange')],
  ['Rename `clamp` to `limit`', rename('clamp', 'limit')],
  ['rename foo to bar', rename('foo', 'bar')],
  ['rename the function clamp to limit', rename('clamp', 'limit')],
  ['rename class Range to Interval everywhere', rename('Range', 'Interval')],
  ['rename clampRange to limitRange in src/range.ts', rename('clampRange', 'limitRange', 'src/range.ts')],
  ['In src/range.ts, rename clamp to limit', rename('clamp', 'limit', 'src/range.ts')],
  ['rename clampRange -> limitRange', rename('clampRange', 'limitRange')],
  ['rename MAX_SIZE to MAX_BYTES across the repository', rename('MAX_SIZE', 'MAX_BYTES')],
  ['renomme clampRange en limitRange', rename('clampRange', 'limitRange')],
  ['Renommer la fonction clamp en limite dans src/range.ts', rename('clamp', 'limite', 'src/range.ts')],
  ['rename the project to acme', null],
  ['rename the project to acme-kit', null],
  ['rename project to acme', null],
  ['rename src/a.ts to src/b.ts', null],
  ['rename the users table to accounts', null],
  ['rename clampRange to limitRange and add tests', null],
  ['rename all the variables to something better', null],
  ['renomme le projet en acme', null],
  ['remove unused imports', unused('imports')],
  ['Remove all unused imports in the project', unused('imports')],
  ['remove dead exports', unused('exports')],
  ['remove unused imports and dead exports', unused('imports exports')],
  ['Delete unused exports and imports', unused('imports exports')],
  ['clean up unused imports in src/range.ts', unused('imports', 'src/range.ts')],
  ['remove unused imports from src/', unused('imports', 'src')],
  ['supprime les imports inutilisés', unused('imports')],
  ['supprime les imports inutilisés et les exports morts', unused('imports exports')],
  ['Nettoie les imports et exports inutilisés dans src/range.ts', unused('imports exports', 'src/range.ts')],
  ['remove the import button', null],
  ['remove dead code', null],
  ['remove unused imports and fix the linter', null],
  ['remove unused CSS', null],
  ['remove unused dependencies', null],
  ['Explain the code', null],
  ['', null],
]

test.group('intent | sentences', () => {
  for (const [sentence, expected] of sentences) {
    test(`reads: ${sentence || '(nothing)'}`, ({ assert }) => {
      const found = [parseTests, parseHealth, parseRename, parseRemoveUnused].flatMap(
        (parse) => parse(sentence) ?? []
      )
      assert.deepEqual(found, expected ? [expected] : [])
    })
  }
})
