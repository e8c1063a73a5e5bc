import { test } from '@japa/runner'
import { parseAnswer } from '../../../src/generators/change/answer_format.ts'

const block = (search: string, replace: string) =>
  `<<<<<<< SEARCH\n${search}\n=======\n${replace}\n>>>>>>> REPLACE`

test.group('answer format', () => {
  test('all kinds of parts are read', ({ assert }) => {
    const answer = parseAnswer(
      [
        'Sure, here it is:',
        '@@ edit src/a.ts',
        block('one', 'two'),
        '',
        block('three\nfour', ''),
        '@@ create src/b.ts',
        '<<<<<<< CONTENT',
        'line',
        '',
        '>>>>>>> END',
        '@@ delete src/c.ts',
        '@@ move src/d.ts => src/e.ts',
        '@@ summary',
        'Said shortly.',
      ].join('\n')
    )
    assert.isEmpty(answer.complaints)
    assert.equal(answer.summary, 'Said shortly.')
    assert.deepEqual(answer.operations, [
      {
        kind: 'edit',
        path: 'src/a.ts',
        blocks: [
          { search: 'one', replace: 'two' },
          { search: 'three\nfour', replace: '' },
        ],
      },
      { kind: 'create', path: 'src/b.ts', content: 'line\n\n' },
      { kind: 'delete', path: 'src/c.ts' },
      { kind: 'move', from: 'src/d.ts', path: 'src/e.ts' },
    ])
  })

  test('code fences around blocks and Windows line ends are forgiven', ({ assert }) => {
    const answer = parseAnswer(
      `@@ edit a.ts\n\`\`\`ts\n${block('a', 'b')}\n\`\`\`\n@@ summary\nok`.replaceAll('\n', '\r\n')
    )
    assert.isEmpty(answer.complaints)
    assert.deepEqual(answer.operations, [
      { kind: 'edit', path: 'a.ts', blocks: [{ search: 'a', replace: 'b' }] },
    ])
  })

  test('parts inside of a block are text, not parts', ({ assert }) => {
    const answer = parseAnswer(`@@ edit a.md\n${block('@@ delete b.ts', '@@ delete c.ts')}`)
    assert.deepEqual(answer.operations, [
      { kind: 'edit', path: 'a.md', blocks: [{ search: '@@ delete b.ts', replace: '@@ delete c.ts' }] },
    ])
  })

  test('a decline carries its reason', ({ assert }) => {
    assert.equal(parseAnswer('@@ decline It would delete data.').declined, 'It would delete data.')
  })

  test('{label} is complained about')
    .with([
      {
        label: 'a block that is never closed',
        text: '@@ edit a.ts\n<<<<<<< SEARCH\na\n=======\nb',
        says: 'not closed',
      },
      {
        label: 'a block without a middle',
        text: '@@ edit a.ts\n<<<<<<< SEARCH\na\n>>>>>>> REPLACE',
        says: 'exactly one',
      },
      {
        label: 'a block with two middles',
        text: `@@ edit a.ts\n${block('a\n=======\nb', 'c')}`,
        says: 'exactly one',
      },
      { label: 'an edit without a block', text: '@@ edit a.ts\njust words', says: 'no complete' },
      {
        label: 'a creation without content',
        text: '@@ create a.ts\nexport {}',
        says: 'missing or not closed',
      },
      {
        label: 'a creation that is never closed',
        text: '@@ create a.ts\n<<<<<<< CONTENT\nx',
        says: 'missing or not closed',
      },
      { label: 'a move to nowhere', text: '@@ move a.ts', says: 'must read' },
      {
        label: 'text between the parts',
        text: `@@ edit a.ts\n${block('a', 'b')}\nand then\n@@ delete c.ts`,
        says: 'belongs to no part',
      },
      {
        label: 'a block opened inside a block',
        text: `@@ edit a.ts\n<<<<<<< SEARCH\na\n${block('b', 'c')}`,
        says: 'not closed',
      },
    ])
    .run(({ assert }, { text, says }) => {
      assert.include(parseAnswer(text).complaints.join('\n'), says)
    })

  test('an answer without any part has no operation', ({ assert }) => {
    assert.deepEqual(parseAnswer('I think you should change line 3.').operations, [])
  })
})
