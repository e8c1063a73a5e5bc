import { test } from '@japa/runner'
import { retryAfterMs } from '../../src/providers/retry_after.ts'

const now = Date.parse('2026-11-21T00:00:00Z')

test.group('retry-after', () => {
  test('{label}')
    .with([
      { label: 'seconds', headers: { 'retry-after': '2' }, wait: 2_000 },
      { label: 'a date', headers: { 'retry-after': 'Sat, 21 Nov 2026 00:00:05 GMT' }, wait: 5_000 },
      {
        label: 'a date that has passed',
        headers: { 'retry-after': 'Fri, 20 Nov 2026 00:00:00 GMT' },
        wait: 0,
      },
      { label: 'milliseconds win', headers: { 'retry-after': '2', 'retry-after-ms': '150' }, wait: 150 },
      { label: 'nonsense', headers: { 'retry-after': 'soon' }, wait: null },
      { label: 'nothing', headers: {}, wait: null },
    ] as { label: string; headers: Record<string, string>; wait: number | null }[])
    .run(({ assert }, { headers, wait }) => {
      assert.strictEqual(retryAfterMs(headers, now), wait)
    })
})
