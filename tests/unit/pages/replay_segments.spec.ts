import { test } from '@japa/runner'
import { linesOf, segmentsOf } from '../../../inertia/features/workflows/replay/segments.js'

const mark = '0123456789abcdef'
const quote = `[${mark} file src/a.ts]\n[table]\nx = 1\n[${mark} end]`

test.group('A question in pieces', () => {
  test('tells words from quotations, and loses nothing', ({ assert }) => {
    const text = `Look:\n${quote}\n\n[attempt-1-output end of its output]\nred\n[attempt-1-output end]\nTask:\nMend it`
    const pieces = segmentsOf(text)
    assert.deepEqual(
      pieces.map(({ kind, title }) => `${kind} ${title}`.trim()),
      ['words', 'words', 'quote file src/a.ts', 'words', 'quote end of its output', 'words', 'words']
    )
    assert.equal(pieces.map((piece) => piece.text).join(''), text)
    assert.equal(linesOf(pieces[2]!), 2)
    assert.deepEqual([pieces[0]!.text, pieces[3]!.text, pieces[6]!.text], ['Look:', '\n\n', 'Task:\nMend it'])
  })

  test('takes what never ends, and lines that only look like marks, for words', ({ assert }) => {
    for (const text of [`[${mark} file a]\nno end`, '[section name]\n[section end]', '']) {
      assert.deepEqual(segmentsOf(text), [{ kind: 'words', text, title: '' }])
    }
  })
})
