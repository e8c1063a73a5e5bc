import { test } from '@japa/runner'
import { CapturedOutput } from '#workflows/verification/captured_output'
import { MergedOutput } from '#workflows/verification/merged_output'

test.group('Output | captured', () => {
  test('short text is kept as it is', ({ assert }) => {
    const output = new CapturedOutput(100)
    for (const text of ['a', '', 'bc', 'd']) output.write(text)
    assert.equal(output.text(), 'abcd')
  })

  test('of a long text the beginning and the end are kept', ({ assert }) => {
    const output = new CapturedOutput(10)
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') output.write(letter)
    assert.equal(output.text(), 'abcde\n… 16 characters left out …\nvwxyz')
    assert.equal(output.text(), output.text())
  })
})

test.group('Output | merged', () => {
  test('lines of two streams stay whole, in order of arrival', ({ assert }) => {
    const output = new MergedOutput(1000)
    output.write('stdout', 'one\ntw')
    output.write('stderr', 'error ')
    output.write('stdout', 'o\n')
    output.write('stderr', '1\n')
    output.write('stdout', 'last')
    output.write('stderr', 'words')
    assert.equal(output.text(), 'one\ntwo\nerror 1\nlast\nwords')
  })

  test('a line without end is bounded', ({ assert }) => {
    const output = new MergedOutput(1000)
    for (let i = 0; i < 100; i++) output.write('stdout', 'x'.repeat(10_000))
    assert.isBelow(output.text().length, 70_000)
  })
})
