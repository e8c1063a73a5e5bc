import { test } from '@japa/runner'
import { deviceName } from '#accounts/services/device_name'
import { isGuessable } from '#accounts/services/passwords'

test.group('A password', () => {
  test('{$self} is among the first that would be tried')
    .with([
      'password123',
      'P@ssw0rd2024!',
      'passwordpassword',
      '1234567890',
      'qwertyuiop',
      'poiuytrewq',
      'aaaaaaaaaaaa',
      'abababababab',
      'iloveyou2023',
      'Welcome12345',
      'lovelace1815',
      'agentops2026!',
      'administrator1',
    ])
    .run(({ assert }, password) => {
      assert.isTrue(isGuessable(password, ['ada.lovelace@example.test', 'Ada Lovelace']))
    })

  test('{$self} is not')
    .with([
      'correct horse battery',
      'four words that rhyme',
      'tr0ub4dor&3xyz',
      'lovelace writes notes on engines',
      'Xk29-mmQ7-pw4t',
    ])
    .run(({ assert }, password) => {
      assert.isFalse(isGuessable(password, ['ada.lovelace@example.test', 'Ada Lovelace']))
    })
})

test.group('A device', () => {
  test('is named {name}')
    .with([
      {
        name: 'Chrome on macOS',
        agent:
          'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
      },
      {
        name: 'Edge on Windows',
        agent:
          'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
      },
      {
        name: 'Chrome on Android',
        agent:
          'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
      },
      { name: 'Unknown browser', agent: 'curl/8.0' },
    ])
    .run(({ assert }, { name, agent }) => {
      assert.equal(deviceName(agent), name)
    })
})
