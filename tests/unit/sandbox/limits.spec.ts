import { test } from '@japa/runner'
import { mebibyte, type Options, runCommand, runHostile } from './hostile_run.js'

const memory = { memoryBytes: 256 * mebibyte }

/** What a hostile repository does, how it is limited, and the sentence it ends with. */
const cases: { hostile: string; options: Options; sentence: string }[] = [
  { hostile: 'fork_bomb.sh', options: { limits: { processes: 64 } }, sentence: 'process limit 64' },
  { hostile: 'fill_memory.mjs', options: { limits: memory }, sentence: 'memory limit 256 MiB' },
  { hostile: 'fill_memory_together.sh', options: { limits: memory }, sentence: 'memory limit 256 MiB' },
  {
    hostile: 'fill_disk.sh',
    options: { limits: { diskBytes: 64 * mebibyte, fileBytes: 8 * mebibyte } },
    sentence: 'disk limit 64 MiB',
  },
  { hostile: 'open_files.mjs', options: { limits: { openFiles: 128 } }, sentence: 'open file limit 128' },
]

test.group('Sandbox: limits', () => {
  for (const { hostile, options, sentence } of cases) {
    test(`${hostile} is stopped at the ${sentence}`, async ({ assert }) => {
      const { result, strays } = await runHostile(hostile, [], options)
      assert.equal(result.stoppedBy?.sentence, `stopped: ${sentence}`)
      assert.isNull(result.exitCode)
      assert.deepEqual(strays, [])
    }).timeout(20_000)
  }

  test('an endless loop is stopped at the wall time limit', async ({ assert }) => {
    const { result, strays, ms } = await runCommand(['sleep', 'infinity'], { limits: { wallMs: 500 } })
    assert.equal(result.stoppedBy?.sentence, 'stopped: wall time limit 500 ms')
    assert.isBelow(ms, 15_000)
    assert.deepEqual(strays, [])
  })

  test('an endless loop is stopped at the CPU time limit, summed over processes', async ({ assert }) => {
    const spin = 'for part in 1 2 3; do sh -c "while :; do :; done" & done; wait'
    const { result, strays } = await runCommand(['sh', '-c', spin], { limits: { cpuSeconds: 1 } })
    assert.equal(result.stoppedBy?.sentence, 'stopped: CPU time limit 1 s')
    assert.deepEqual(strays, [])
  }).timeout(20_000)

  test('a file that grows too large is stopped, even when the command hides that', async ({ assert }) => {
    const { result } = await runCommand(['sh', '-c', 'head -c 9000000 /dev/zero > large; exit 0'], {
      limits: { fileBytes: mebibyte },
    })
    assert.deepEqual(result.stoppedBy, { limit: 'fileBytes', sentence: 'stopped: file size limit 1 MiB' })
  })

  test('endless output is stopped and what was dropped is counted', async ({ assert }) => {
    const { result, stdout, strays } = await runCommand(['yes', 'é'], { limits: { outputBytes: 100_000 } })
    assert.equal(result.stoppedBy?.sentence, 'stopped: output limit 97.7 KiB')
    assert.equal(result.outputBytes, 100_000)
    assert.isAbove(result.droppedBytes, 0)
    assert.match(stdout, /^(é\n)+é?$/)
    assert.deepEqual(strays, [])
  })

  test('a thousand empty files are no trouble, an endless number of them is a full disk', async ({
    assert,
  }) => {
    const create =
      'let n = 0; for (;;) { require("fs").writeFileSync("f" + n++, ""); if (n > 1000 && process.argv[1]) break }'
    const limits = { diskBytes: 40 * mebibyte }
    const some = await runCommand(['node', '-e', create, 'some'], { limits })
    const endless = await runCommand(['node', '-e', create], { limits })
    assert.isNull(some.result.stoppedBy)
    assert.equal(endless.result.stoppedBy?.limit, 'diskBytes')
  }).timeout(20_000)

  test('one allocation far beyond the limit never happens', async ({ assert }) => {
    const allocate = 'new Uint8Array(8 * 2 ** 30).fill(1)'
    const { result } = await runCommand(['node', '-e', allocate], { limits: memory })
    assert.isTrue(result.stoppedBy?.limit === 'memoryBytes' || result.exitCode !== 0)
  }).timeout(20_000)
})
