import { test } from '@japa/runner'
import { formatParts, readParts } from '../../../cli/exchanges.js'

const parts = [
  { index: 0, role: 'user', text: 'Plan:\n=== part 7 (user) ===\n' },
  { index: 1, role: 'tool', text: 'red' },
]

test.group('A question as a file', () => {
  test('is read back as it was written, and as it was edited', ({ assert }) => {
    const text = formatParts(parts)
    assert.deepEqual(
      readParts(text, parts),
      parts.map(({ index, text: own }) => ({ index, text: own }))
    )
    assert.equal(readParts(text.replace('red', 'green\n\nand blue'), parts)[1]!.text, 'green\n\nand blue')
  })

  test('that has lost a part is refused', ({ assert }) => {
    for (const wrong of ['', formatParts(parts.slice(1)), formatParts([...parts].reverse())])
      assert.throws(() => readParts(wrong, parts), /does not hold the parts/)
  })
})
