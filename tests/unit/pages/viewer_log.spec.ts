import { test } from '@japa/runner'
import type { LogLine } from '../../../inertia/features/workflows/live/log_lines.js'
import { plainText, segmentsOf } from '../../../inertia/features/workflows/log/ansi.js'
import { cutSegments } from '../../../inertia/features/workflows/log/cut_segments.js'
import { findMatches, MAX_MATCHES, matchesOn } from '../../../inertia/features/workflows/log/search.js'

const line = (text: string, lead = ''): LogLine => ({
  number: 1,
  stream: 'stdout',
  text,
  lead,
  at: '2026-01-01T00:00:00Z',
})
const colours = (one: LogLine) => segmentsOf(one).map(({ text, color }) => [text, color])

test.group('Viewer log | colours', () => {
  test('a plain line is one piece', ({ assert }) => {
    assert.deepEqual(colours(line('hello')), [['hello', null]])
  })

  test('the sixteen colours keep their names', ({ assert }) => {
    assert.deepEqual(colours(line('\x1b[31mred\x1b[0m \x1b[90mgrey\x1b[39m')), [
      ['red', 'ansi-red'],
      [' ', null],
      ['grey', 'ansi-bright-black'],
    ])
  })

  test('a colour opened on an earlier line goes on', ({ assert }) => {
    assert.deepEqual(colours(line('still red', '\x1b[31m')), [['still red', 'ansi-red']])
  })

  test('the palette and free colours become red, green, blue', ({ assert }) => {
    assert.deepEqual(colours(line('\x1b[38;2;1;2;3ma\x1b[38;5;196mb\x1b[38;5;244mc')), [
      ['a', '1, 2, 3'],
      ['b', '255, 0, 0'],
      ['c', '128, 128, 128'],
    ])
  })

  test('titles, links, cursor moves and unfinished sequences leave nothing behind ({$i})')
    .with([
      ['\x1b]0;title\x07text', 'text'],
      ['\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\', 'link'],
      ['\x1b[2K\x1b[1Gtext', 'text'],
      ['a\x1b[3', 'a'],
      ['\x1bPdevice\x1b\\text', 'text'],
      ['\x1b(Btext', 'text'],
      ['\x1b[38:2::1:2:3mtext', 'text'],
    ])
    .run(({ assert }, [raw, shown]) => {
      assert.equal(plainText(line(raw!)), shown)
      assert.equal(
        segmentsOf(line(raw!))
          .map(({ text }) => text)
          .join(''),
        shown
      )
    })

  test('what overwrites a line is what is read', ({ assert }) => {
    assert.equal(plainText(line('10 %\r50 %\r100 %')), '100 %')
    assert.equal(plainText(line('windows line\r')), 'windows line')
  })

  test('markup stays text, and characters that deceive the eye are spelt out', ({ assert }) => {
    assert.equal(plainText(line('<script>alert(1)</script>')), '<script>alert(1)</script>')
    assert.equal(plainText(line('a\u202eb\u200b\x08')), 'a‹U+202E›b‹U+200B›‹U+0008›')
  })
})

test.group('Viewer log | search', () => {
  const lines = ['First error', 'fine', '\x1b[31mERR\x1b[0mor and error', ''].map((text) => line(text))

  test('finds every place, whatever its case and through colours', ({ assert }) => {
    assert.deepEqual(findMatches(lines, 'error'), [
      { line: 0, start: 6, end: 11 },
      { line: 2, start: 0, end: 5 },
      { line: 2, start: 10, end: 15 },
    ])
  })

  test('nothing is found for nothing, and characters of patterns mean themselves', ({ assert }) => {
    assert.deepEqual(findMatches(lines, ''), [])
    assert.deepEqual(findMatches(lines, '.*'), [])
  })

  test('the matches of a line come with their place among all', ({ assert }) => {
    const matches = findMatches(lines, 'error')
    assert.deepEqual(
      matchesOn(matches, 2).map(({ index }) => index),
      [1, 2]
    )
    assert.deepEqual(matchesOn(matches, 1), [])
  })

  test('cuts coloured pieces where matches begin and end, and loses no character', ({ assert }) => {
    const matches = findMatches(lines, 'error')
    const pieces = cutSegments(segmentsOf(lines[2]!), matchesOn(matches, 2))
    assert.deepEqual(
      pieces.map(({ text, color, match }) => [text, color, match]),
      [
        ['ERR', 'ansi-red', 1],
        ['or', null, 1],
        [' and ', null, null],
        ['error', null, 2],
      ]
    )
  })

  test('counts up to its bound', ({ assert }) => {
    const many = Array.from({ length: MAX_MATCHES + 50 }, () => line('x'))
    assert.lengthOf(findMatches(many, 'x'), MAX_MATCHES)
  })
})
