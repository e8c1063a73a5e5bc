import { test } from '@japa/runner'
import { generateApiToken, hashApiToken, isApiToken } from '#accounts/services/api_token'

test.group('API token text', () => {
  test('is a prefix and 40 base-62 characters, never the same twice', ({ assert }) => {
    const tokens = new Set(Array.from({ length: 500 }, generateApiToken))
    assert.lengthOf(tokens, 500)
    for (const token of tokens) {
      assert.match(token, /^agentops_[0-9A-Za-z]{40}$/)
      assert.isTrue(isApiToken(token))
    }
  })

  test('carries a checksum that a changed character does not pass', ({ assert }) => {
    const token = generateApiToken()
    for (let place = 9; place < token.length; place++) {
      const other = token[place] === 'A' ? 'B' : 'A'
      assert.isFalse(isApiToken(token.slice(0, place) + other + token.slice(place + 1)), `character ${place}`)
    }
  })

  test('is refused in any other shape', ({ assert }) => {
    const token = generateApiToken()
    for (const text of [
      '',
      'agentops_',
      token.slice(0, -1),
      `${token}A`,
      ` ${token}`,
      token.toLowerCase(),
      token.slice(9),
    ]) {
      assert.isFalse(isApiToken(text), text)
    }
  })

  test('is stored as 32 bytes that do not contain it', ({ assert }) => {
    const token = generateApiToken()
    assert.lengthOf(hashApiToken(token), 32)
    assert.deepEqual(hashApiToken(token), hashApiToken(token))
    assert.notDeepEqual(hashApiToken(token), hashApiToken(generateApiToken()))
  })
})
