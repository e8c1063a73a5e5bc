import { test } from '@japa/runner'
import { anyHost } from '#projects/git/host_rule'
import { parseRemoteUrl } from '#projects/git/remote_url'

const hosted = { allowLocal: false }
const embedded = { allowLocal: true, allowHost: anyHost, allowHttpLoopback: true }

function codeFor(text: string, rules: Parameters<typeof parseRemoteUrl>[1] = hosted) {
  const parsed = parseRemoteUrl(text, rules)
  return parsed.ok ? parsed.value.kind : parsed.error.code
}

test.group('Remote URL', () => {
  test('reads {0}')
    .with([
      ['https://github.com/acme/shop.git', 'https', 'github.com/acme/shop', 'github.com'],
      [
        'https://git.acme.dev:8443/group/sub/shop',
        'https',
        'git.acme.dev:8443/group/sub/shop',
        'git.acme.dev',
      ],
      ['ssh://git@github.com/acme/shop.git', 'ssh', 'github.com/acme/shop', 'github.com'],
      ['git@github.com:acme/shop.git', 'ssh', 'github.com/acme/shop', 'github.com'],
      ['  git@GitHub.com:acme/shop.git ', 'ssh', 'github.com/acme/shop', 'github.com'],
    ] as const)
    .run(({ assert }, [text, kind, displayName, host]) => {
      const parsed = parseRemoteUrl(text, hosted)
      assert.isTrue(parsed.ok)
      if (parsed.ok)
        assert.containsSubset(parsed.value, { kind, displayName, host, reach: 'public_addresses' })
    })

  test('refuses {0} as {1}')
    .with([
      ['', 'empty'],
      ['--upload-pack=touch /tmp/x', 'characters'],
      ['--upload-pack=evil', 'option'],
      ['-oProxyCommand=evil:x', 'option'],
      ['git@github.com:--upload-pack=evil', 'option'],
      ['-x@github.com:a/b', 'option'],
      ['git@-oProxyCommand=evil:a', 'path'],
      ['ssh://-oProxyCommand=evil/a', 'host'],
      ['ssh://-oX=y@github.com/a', 'characters'],
      ['ext::sh', 'transport'],
      ['ext::sh -c evil', 'characters'],
      ['fd::17', 'transport'],
      ['https::https://github.com/a/b', 'transport'],
      ['file:///etc', 'transport'],
      ['FILE:///etc', 'transport'],
      ['git://github.com/a/b', 'transport'],
      ['http://github.com/a/b', 'transport'],
      ['ftp://github.com/a/b', 'transport'],
      ['https://user:secret@github.com/a/b', 'credential'],
      ['https://token@github.com/a/b', 'credential'],
      ['ssh://git:secret@github.com/a/b', 'credential'],
      ['https://github.com/a\nb', 'characters'],
      ['https://github.com/a\u0000b', 'characters'],
      ['https://github.com/a b', 'characters'],
      ['https://github.com\\evil/a', 'characters'],
      ['https://github.com/', 'path'],
      ['https://github.com/a/b?x=1', 'path'],
      ['https://github.com/a/b#x', 'path'],
      ['../repository', 'path'],
      ['repository', 'path'],
      ['~/repository', 'path'],
      ['/srv/repository', 'local'],
      ['https://localhost/a/b', 'host'],
      ['https://127.0.0.1/a/b', 'host'],
      ['https://0x7f.1/a/b', 'host'],
      ['https://2130706433/a/b', 'host'],
      ['https://[::1]/a/b', 'host'],
      ['https://[::ffff:127.0.0.1]/a/b', 'host'],
      ['https://10.1.2.3/a/b', 'host'],
      ['https://169.254.169.254/latest', 'host'],
      ['https://[fd00::1]/a/b', 'host'],
      ['git@intranet:a/b', 'host'],
      ['https://git.corp.internal/a/b', 'host'],
    ] as const)
    .run(({ assert }, [text, code]) => {
      assert.equal(codeFor(text), code)
    })

  test('public literal addresses pass', ({ assert }) => {
    assert.equal(codeFor('https://140.82.112.3/a/b'), 'https')
    assert.equal(codeFor('https://[2606:50c0:8000::153]/a/b'), 'https')
  })

  test('a credential in the address is answered with the field to use, and not repeated', ({ assert }) => {
    const parsed = parseRemoteUrl('https://me:hunter2@github.com/a/b', hosted)
    assert.isFalse(parsed.ok)
    if (!parsed.ok) {
      assert.include(parsed.error.message, 'token field')
      assert.notInclude(parsed.error.message, 'hunter2')
    }
  })

  test('in an installation of one person, paths and this machine are allowed', ({ assert }) => {
    assert.equal(codeFor('/srv/repository', embedded), 'local')
    assert.equal(codeFor('http://127.0.0.1:3000/a/b', embedded), 'https')
    assert.equal(codeFor('http://intranet/a/b', embedded), 'transport')
    assert.equal(codeFor('git@intranet:a/b', embedded), 'ssh')
    assert.equal(codeFor('file:///srv/repository', embedded), 'transport')
    assert.equal(codeFor('/srv/a\nb', embedded), 'characters')
  })

  test('a local path is normalized', ({ assert }) => {
    const parsed = parseRemoteUrl('/srv/./team/../repository/', embedded)
    assert.isTrue(parsed.ok && parsed.value.url === '/srv/repository')
  })
})
