import { test } from '@japa/runner'
import { createMasker, maskSecrets } from '#shared/masking'

const repeat = (text: string, times: number) => text.repeat(times)
const jwt = `eyJ${repeat('hbGciOiJI', 3)}.eyJ${repeat('zdWIiOiIx', 4)}.${repeat('c2lnbmF0', 5)}`
const pem = `-----BEGIN RSA PRIVATE KEY-----\n${repeat(`${repeat('MIIEpAIB', 8)}\n`, 5)}-----END RSA PRIVATE KEY-----`
const tokens = {
  'GitHub classic': `ghp_${repeat('aB3', 12)}`,
  'GitHub app': `ghs_${repeat('aB3', 12)}`,
  'GitHub fine-grained': `github_pat_${repeat('a1B_', 16)}`,
  GitLab: `glpat-${repeat('x9Z-', 6)}`,
  OpenAI: `sk-proj-${repeat('q1W', 12)}`,
  Anthropic: `sk-ant-api03-${repeat('q1W_', 12)}`,
  Stripe: `sk_live_${repeat('a1B2', 6)}`,
  Slack: `xoxb-${repeat('123456-', 4)}`,
  AWS: `AKIA${repeat('ABCD', 4)}`,
  JWT: jwt,
  PEM: pem,
  'our own': `agentops_${repeat('tok3n', 8)}`,
}

test.group('Masking | shapes', () => {
  for (const [name, token] of Object.entries(tokens)) {
    test(`${name} is masked wherever it stands`, ({ assert }) => {
      assert.equal(maskSecrets(`a ${token} b`, []), 'a [masked] b')
      assert.equal(maskSecrets(`TOKEN="${token}"`, []), 'TOKEN="[masked]"')
      assert.equal(maskSecrets(token, []), '[masked]')
    })
  }

  test('the password of a URL is masked, the rest stays', ({ assert }) => {
    assert.equal(
      maskSecrets('fetch https://x-access-token:hunter22@example.com/a.git failed', []),
      'fetch https://x-access-token:[masked]@example.com/a.git failed'
    )
  })

  test('a private key that was cut is masked as far as it goes', ({ assert }) => {
    const cut = pem.slice(0, 200)
    assert.equal(maskSecrets(`key:\n${cut}`, []), 'key:\n[masked]')
  })

  test('ordinary text stays: {$self}')
    .with([
      'risk-assessment-module-for-accounting',
      'task-0123456789-abcdefghijklmnop',
      'AKIA',
      'see http://localhost:3000/users@home and git@github.com:a/b.git',
      'agentops_development agentops_test',
      'eyJ.not.a.token',
      '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----',
      'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      '',
    ])
    .run(({ assert }, text) => assert.equal(maskSecrets(text, []), text))
})

test.group('Masking | known values', () => {
  const secret = 'p@ss wörd+/=&"1'

  test('as it is, URL-encoded, JSON-escaped', ({ assert }) => {
    for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
      assert.equal(maskSecrets(`<${form}>`, [secret]), '<[masked]>')
    }
  })

  test('base64, at any alignment and in both alphabets', ({ assert }) => {
    const value = 's3cr3t-Value?>~~'
    for (const prefix of ['', 'a', 'ab', 'user:', 'someone:']) {
      for (const encoding of ['base64', 'base64url'] as const) {
        const encoded = Buffer.from(`${prefix}${value}${prefix}`).toString(encoding)
        const shown = maskSecrets(encoded, [value])
        assert.include(shown, '[masked]')
        assert.isBelow(shown.replace('[masked]', '').length, encoded.length - value.length)
        assert.notInclude(Buffer.from(shown.split('[masked]')[0], encoding).toString(), value.slice(0, 3))
      }
    }
    assert.equal(maskSecrets(`Basic ${Buffer.from(value).toString('base64')}`, [value]), 'Basic [masked]')
  })

  test('each line of a value with several', ({ assert }) => {
    assert.equal(
      maskSecrets('1: first-part\n2: second-part\n', ['first-part\nsecond-part']),
      '1: [masked]\n2: [masked]\n'
    )
  })

  test('overlapping values leave nothing of either', ({ assert }) => {
    assert.equal(maskSecrets('xxabcdefghyy', ['abcdef', 'defgh']), 'xx[masked]yy')
    assert.equal(maskSecrets('aaaaaaa', ['aaaa']), '[masked]')
  })

  test('very short and empty values are not secrets', ({ assert }) => {
    assert.equal(maskSecrets('a or b, 123', ['a', '', '123', ' ']), 'a or b, 123')
  })

  test('regular expression signs in a value mean themselves', ({ assert }) => {
    assert.equal(maskSecrets('x .*+?^$ y', ['.*+?^$']), 'x [masked] y')
  })
})

test.group('Masking | streams', () => {
  const known = ['correct horse battery', 'multi\nline secret', 'aXaXa']
  const text = [
    'start correct horse correct horse battery staple',
    ...Object.values(tokens).map((token, index) => `${index}: "${token}" and ${token}`),
    `https://me:pa55word@example.com multi\nline secret\n-----BEGIN nothing aXaXaXaXaXa aXaX multi\nline`,
    `Authorization: Basic ${Buffer.from('me:correct horse battery').toString('base64')}`,
    pem.slice(0, 150),
  ].join('\n')
  const whole = maskSecrets(text, known)
  const stream = (pieces: string[]) => {
    const masker = createMasker(known)
    return pieces.map((piece) => masker.push(piece)).join('') + masker.flush()
  }

  test('the whole text is masked to begin with', ({ assert }) => {
    for (const secret of [...known, ...Object.values(tokens), 'pa55word', 'MIIEpAIB'])
      assert.notInclude(whole, secret)
    assert.include(whole, 'start correct horse [masked] staple')
  })

  test('every split in two gives the same', ({ assert }) => {
    for (let at = 0; at <= text.length; at++) {
      if (stream([text.slice(0, at), text.slice(at)]) !== whole) assert.fail(`differs when split at ${at}`)
    }
    assert.isAbove(text.length, 1000)
  })

  test('so does every piece size, and one character at a time', ({ assert }) => {
    for (const size of [1, 2, 3, 5, 7, 11, 64, 333]) {
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
        text.slice(i * size, (i + 1) * size)
      )
      assert.equal(stream(pieces), whole, `pieces of ${size}`)
    }
  })

  test('random splits too', ({ assert }) => {
    let seed = 42
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
      return seed % below
    }
    for (let round = 0; round < 200; round++) {
      const pieces: string[] = []
      for (let at = 0; at < text.length; ) {
        const size = 1 + random(60)
        pieces.push(text.slice(at, at + size))
        at += size
      }
      if (stream(pieces) !== whole) assert.fail(`differs in round ${round}`)
    }
  })

  test('a finished line is shown at once', ({ assert }) => {
    const masker = createMasker(known)
    assert.equal(masker.push('✔ adds numbers (1 ms)\n'), '✔ adds numbers (1 ms)\n')
    assert.equal(masker.push('unfinished wo'), 'unfinished ')
    assert.equal(masker.push('rd\n'), 'word\n')
  })

  test('an endless word or repetition is bounded and stays masked', ({ assert }) => {
    const masker = createMasker(['aaaa'])
    let shown = ''
    for (let i = 0; i < 40; i++) shown += masker.push('a'.repeat(4000))
    assert.isAbove(shown.length, 0)
    assert.equal(shown + masker.flush(), '[masked]')
    const plain = createMasker([])
    let length = 0
    for (let i = 0; i < 40; i++) length += plain.push('b'.repeat(4000)).length
    assert.isAbove(length, 100_000)
    assert.equal(length + plain.flush().length, 160_000)
  })

  test('hostile text is scanned in linear time', ({ assert }) => {
    const started = performance.now()
    for (const part of [
      'eyJ',
      'ghp_',
      '-----BEGIN PRIVATE KEY-----',
      'eyJaaaaaaa.',
      '://a:',
      '-----BEGIN RSA ',
    ]) {
      maskSecrets(part.repeat(Math.ceil(300_000 / part.length)), ['known-secret'])
    }
    assert.isBelow(performance.now() - started, 15_000)
  })
})
