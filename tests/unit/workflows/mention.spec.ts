import { test } from '@japa/runner'
import { askedOf } from '#workflows/services/mention'

test.group('A comment calls us', () => {
  test('{0}: {1}')
    .with([
      ['@agentops fix this', 'fix this'],
      ['Please, @AgentOps: add a test', 'Please,  add a test'],
      ['@agentops', ''],
      ['see below\n@agentops do it', 'see below\n  do it'],
      ['(@agentops look)', null],
    ] as [string, string | null][])
    .run(({ assert }, [comment, words]) => {
      if (words === null) assert.isNotNull(askedOf(comment))
      else assert.equal(askedOf(comment)?.replace(/\s+/g, ' '), words.replace(/\s+/g, ' '))
    })

  test('not when it is quoted, code, part of a word or of an address: {$self}')
    .with([
      '> @agentops fix this',
      '`@agentops`',
      '```\n@agentops\n```',
      '@agentops-fan hi',
      'me@agentops.example',
      '',
    ])
    .run(({ assert }, comment) => {
      assert.isNull(askedOf(comment))
    })
})
