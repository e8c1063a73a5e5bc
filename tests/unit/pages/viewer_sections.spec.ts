import { test } from '@japa/runner'
import type { LogLine } from '../../../inertia/features/workflows/live/log_lines.js'
import { rowOf, sectionsOf, shownLines } from '../../../inertia/features/workflows/log/sections.js'

/** `s` is a line of ours, `o` one of a program. */
const log = (speakers: string): LogLine[] =>
  [...speakers].map((speaker, index) => ({
    number: index + 1,
    stream: speaker === 's' ? 'system' : 'stdout',
    text: '',
    lead: '',
    at: '2026-01-01T00:00:00.000Z',
  }))

test.group('Sections of a log', () => {
  test('{0}')
    .with([
      ['a line of ours and what follows it', 'soo', [{ head: 0, end: 3 }]],
      [
        'several, one after the other',
        'soosso',
        [
          { head: 0, end: 3 },
          { head: 4, end: 6 },
        ],
      ],
      ['only the last of several lines of ours is a head', 'sso', [{ head: 1, end: 3 }]],
      ['nothing of ours', 'oo', []],
      ['nothing but ours', 'sss', []],
      ['output before the first line of ours belongs to none', 'ooso', [{ head: 2, end: 4 }]],
      ['an empty log', '', []],
    ] as [string, string, { head: number; end: number }[]][])
    .run(({ assert }, [, speakers, sections]) => {
      assert.deepEqual(sectionsOf(log(speakers)), sections)
    })

  test('folding leaves the head and hides what is below it', ({ assert }) => {
    const lines = log('soosoos')
    const sections = sectionsOf(lines)
    assert.isNull(shownLines(lines.length, sections, new Set()))
    assert.deepEqual(shownLines(lines.length, sections, new Set([0])), [0, 3, 4, 5, 6])
    assert.deepEqual(shownLines(lines.length, sections, new Set([0, 3])), [0, 3, 6])
  })

  test('a line that is folded away stands where its head does', ({ assert }) => {
    const shown = [0, 3, 4, 5, 6]
    assert.deepEqual(
      [0, 1, 2, 3, 6].map((index) => rowOf(shown, index)),
      [0, 0, 0, 1, 4]
    )
    assert.equal(rowOf(null, 5), 5)
  })
})
