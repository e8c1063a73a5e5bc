import { test } from '@japa/runner'
import { absentContent, absentSentences } from '#projects/git/absent_content'
import { fetchMirror } from '#projects/git/mirror'
import { git, makeRemote, scratch } from '#tests/unit/projects/git_fixture'

const pointer = (size: number) =>
  `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a'.repeat(16)}\nsize ${size}\n`

test.group('What a repository names but does not hold', () => {
  test('are the files that Git LFS keeps, and its submodules', async ({ assert, cleanup }) => {
    const made = await makeRemote(await scratch(cleanup), {
      '.gitattributes': '*.psd filter=lfs diff=lfs merge=lfs -text\n',
      'art/logo.psd': pointer(12_345_678),
      'docs/about-lfs.md': `A pointer looks so:\n${pointer(1)}`,
      'a.js': 'export const a = 1\n',
    })
    const { work, bare, mirrorDir, remote } = made
    git(work, ['update-index', '--add', '--cacheinfo', `160000,${made.head},vendor/clock`])
    git(work, ['commit', '-q', '-m', 'vendor'])
    git(work, ['push', '-q', bare, 'HEAD:main'])
    const { commit } = await fetchMirror({ remote, credential: null, mirrorDir, branch: 'main' })
    const absent = await absentContent({ mirrorDir, commit })
    assert.deepEqual(absent, { largeFiles: ['art/logo.psd'], submodules: ['vendor/clock'] })
    const [large, other] = absentSentences(absent)
    assert.include(large!, 'Git LFS and is not here (art/logo.psd)')
    assert.include(other!, 'A submodule is not here (vendor/clock)')
  })

  test('is nothing where a text only looks like a pointer', async ({ assert, cleanup }) => {
    const { mirrorDir, remote } = await makeRemote(await scratch(cleanup), { 'fixture.txt': pointer(5) })
    const { commit } = await fetchMirror({ remote, credential: null, mirrorDir, branch: 'main' })
    assert.deepEqual(absentSentences(await absentContent({ mirrorDir, commit })), [])
  })
})
