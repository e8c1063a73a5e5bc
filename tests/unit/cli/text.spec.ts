import { test } from '@japa/runner'
import { tame } from '../../../cli/print.js'
import { sameAddress } from '../../../cli/repository.js'

test.group('What repositories print', () => {
  test('reaches the terminal with its colours and nothing else', ({ assert }) => {
    assert.equal(tame('\u001b[32mok\u001b[0m\n'), '\u001b[32mok\u001b[0m\n')
    assert.equal(tame('\u001b]0;owned\u0007x'), ']0;ownedx')
    assert.equal(tame('a\u001b[2Jb\rc\u0008'), 'a[2Jbc')
  })
})

test.group('The address of a remote', () => {
  test('is the same however it is spelled', ({ assert }) => {
    const one = sameAddress('git@github.com:acme/shop.git')
    for (const other of [
      'https://github.com/acme/shop',
      'https://github.com/acme/shop.git',
      'ssh://git@github.com/Acme/shop.git/',
    ]) {
      assert.equal(sameAddress(other), one)
    }
    assert.notEqual(sameAddress('https://gitlab.com/acme/shop'), one)
  })
})
