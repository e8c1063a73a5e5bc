import { test } from '@japa/runner'

interface Formats {
  formatDuration: (ms: number, options?: { whole?: boolean }) => string
  formatMoney: (microDollars: number) => string
  formatMoneyExact: (microDollars: number) => string
  formatRelativeTime: (at: number, now: number) => string
}

// By address: the browser's code is a TypeScript project of its own, whose files the server's one may not import.
const load = (name: string): Promise<Formats> =>
  import(new URL(`../../../inertia/lib/${name}.ts`, import.meta.url).href)

const { formatMoney, formatMoneyExact } = await load('format_money')
const { formatDuration } = await load('format_duration')
const { formatRelativeTime } = await load('format_time')

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

test.group('Money', () => {
  test('{microDollars} micro-dollars read {expected}')
    .with([
      { microDollars: 0, expected: '$0.00' },
      { microDollars: 1, expected: '< $0.0001' },
      { microDollars: 50, expected: '$0.0001' },
      { microDollars: 1_234, expected: '$0.0012' },
      { microDollars: 45_600, expected: '$0.046' },
      { microDollars: 500_000, expected: '$0.50' },
      { microDollars: 4_200_000, expected: '$4.20' },
      { microDollars: 12_300_000_000, expected: '$12,300.00' },
      { microDollars: -4_200_000, expected: '−$4.20' },
    ])
    .run(({ assert }, { microDollars, expected }) => {
      assert.equal(formatMoney(microDollars), expected)
    })

  test('the exact amount keeps every micro-dollar', ({ assert }) => {
    assert.equal(formatMoneyExact(1), '$0.000001')
  })
})

test.group('Duration', () => {
  test('{ms} ms read {expected}')
    .with([
      { ms: 0, expected: '0 ms' },
      { ms: 999, expected: '999 ms' },
      { ms: 3_290, expected: '3.2 s' },
      { ms: 59_999, expected: '59 s' },
      { ms: 2 * MINUTE + 5 * SECOND, expected: '2 m 05 s' },
      { ms: HOUR + 3 * MINUTE, expected: '1 h 03 m' },
      { ms: -20, expected: '0 ms' },
    ])
    .run(({ assert }, { ms, expected }) => {
      assert.equal(formatDuration(ms), expected)
    })

  test('a ticking figure shows whole seconds only', ({ assert }) => {
    assert.deepEqual(
      [400, 3_290].map((ms) => formatDuration(ms, { whole: true })),
      ['0 s', '3 s']
    )
  })
})

test.group('Relative time', () => {
  const now = Date.UTC(2026, 10, 21, 12)

  test('{ago} ms before now reads {expected}')
    .with([
      { ago: 2 * SECOND, expected: 'just now' },
      { ago: 42 * SECOND, expected: '42 s ago' },
      { ago: 5 * MINUTE + 59 * SECOND, expected: '5 min ago' },
      { ago: 23 * HOUR, expected: '23 h ago' },
      { ago: 3 * DAY, expected: '3 d ago' },
      { ago: -2 * HOUR, expected: 'in 2 h' },
      { ago: 30 * DAY, expected: '22 Oct 2026' },
    ])
    .run(({ assert }, { ago, expected }) => {
      assert.equal(formatRelativeTime(now - ago, now), expected)
    })
})
