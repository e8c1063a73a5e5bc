import { test } from '@japa/runner'
import { replaceOnce } from '../../../src/generators/change/replace_once.ts'

test.group('search and replace', () => {
  test('{label}')
    .with([
      {
        label: 'one place is replaced',
        content: 'a\nb\nc\n',
        search: 'b',
        replace: 'x\ny',
        result: 'a\nx\ny\nc\n',
      },
      {
        label: 'whole lines replaced by nothing take their line end along',
        content: 'a\nb\nc\n',
        search: 'b',
        replace: '',
        result: 'a\nc\n',
      },
      {
        label: 'part of a line replaced by nothing keeps the line',
        content: 'a\nbx\n',
        search: 'b',
        replace: '',
        result: 'a\nx\n',
      },
      {
        label: 'Windows line ends are kept',
        content: 'a\r\nb\r\nc\r\n',
        search: 'a\nb',
        replace: 'x\ny',
        result: 'x\r\ny\r\nc\r\n',
      },
      {
        label: 'a dollar sign means nothing special',
        content: 'a',
        search: 'a',
        replace: "$& $1 $'",
        result: "$& $1 $'",
      },
    ])
    .run(({ assert }, { content, search, replace, result }) => {
      assert.deepEqual(replaceOnce(content, search, replace), { content: result })
    })

  test('{label} is a complaint')
    .with([
      { label: 'a text that is not there', content: 'a\n', search: 'b', says: 'does not occur' },
      {
        label: 'other spacing, with the line that was meant',
        content: 'x\n  if (a) {\n    b()\n',
        search: 'if (a) {\nb()',
        says: 'line 2',
      },
      {
        label: 'two places, with their lines',
        content: 'a\nb\na\n',
        search: 'a',
        says: '2 times (lines 1, 3)',
      },
      { label: 'places that overlap', content: 'aaa', search: 'aa', says: '2 times' },
      { label: 'an empty search', content: 'a', search: '  \n', says: 'empty' },
    ])
    .run(({ assert }, { content, search, says }) => {
      assert.include(Object(replaceOnce(content, search, 'x')).complaint, says)
    })
})
