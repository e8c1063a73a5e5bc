import { test } from '@japa/runner'
import { parseAgentopsYml } from '#projects/config/agentops_yml'
import { matchesPattern } from '#projects/config/path_pattern'

test.group('A pattern of .agentops.yml', () => {
  test('{pattern} means {path}: {meant}')
    .with([
      { pattern: 'src/**', path: 'src/a.ts', meant: true },
      { pattern: 'src/**', path: 'src/a/b/c.ts', meant: true },
      { pattern: 'src/**', path: 'src/.env', meant: true },
      { pattern: 'src/**', path: 'src', meant: false },
      { pattern: 'src/**', path: 'source/a.ts', meant: false },
      { pattern: 'src/*', path: 'src/a.ts', meant: true },
      { pattern: 'src/*', path: 'src/a/b.ts', meant: false },
      { pattern: '**/*.gen.ts', path: 'a.gen.ts', meant: true },
      { pattern: '**/*.gen.ts', path: 'x/y/a.gen.ts', meant: true },
      { pattern: '**/*.gen.ts', path: 'x/y/a.ts', meant: false },
      { pattern: 'a/**/z', path: 'a/z', meant: true },
      { pattern: 'a/**/b/**/z', path: 'a/x/b/b/y/z', meant: true },
      { pattern: 'a/**/b/**/z', path: 'a/x/y/z', meant: false },
      { pattern: '**', path: 'any/thing', meant: true },
      { pattern: '*', path: 'any/thing', meant: false },
      { pattern: 'a?c.ts', path: 'abc.ts', meant: true },
      { pattern: 'a?c.ts', path: 'ac.ts', meant: false },
      { pattern: '*a*b*', path: 'xxaxxbxx', meant: true },
      { pattern: '*a*b', path: 'xxaxxbxa', meant: false },
      { pattern: 'app/[id]/(group)/page.tsx', path: 'app/[id]/(group)/page.tsx', meant: true },
      { pattern: 'src/a.ts', path: 'src/aXts', meant: false },
    ])
    .run(({ assert }, { pattern, path, meant }) => assert.equal(matchesPattern(pattern, path), meant))

  test('costs nothing to speak of, whatever a stranger writes', ({ assert }) => {
    const started = performance.now()
    const path = `${'a'.repeat(200)}/${'a/'.repeat(200)}c`
    for (const pattern of [
      `${'*a'.repeat(200)}z`,
      `${'**/a/'.repeat(90)}z`,
      `${'**/*a*a*/'.repeat(50)}z`,
      '*'.repeat(500),
    ]) {
      matchesPattern(pattern, path)
    }
    assert.isBelow(performance.now() - started, 10_000)
  })

  test('is refused where it would not do what other tools do: {$self}')
    .with(['{a,b}/**', '!(a)/**', '!src/**', '+(a)', 'a@(b|c)', '!(a)'.repeat(40)])
    .run(({ assert }, pattern) => {
      const parsed = parseAgentopsYml(JSON.stringify({ paths: { exclude: [pattern] } }))
      assert.isFalse(parsed.ok)
    })
})
