import { GitError } from '#projects/git/errors'
import { startGit, stopGit } from '#projects/git/git_process'
import { repositoryOf } from '#projects/git/mirror_layout'

interface ReadBlobsInput {
  mirrorDir: string
  oids: string[]
  signal?: AbortSignal
}

/**
 * The blobs of those ids, in that order, as they are stored: no filter, no line-end conversion.
 *
 * @throws GitError when one is missing, or on cancellation
 */
export async function* readBlobs({ mirrorDir, oids, signal }: ReadBlobsInput): AsyncGenerator<Buffer> {
  if (oids.length === 0) return
  const child = startGit(['cat-file', '--batch', '--buffer'], { gitDir: repositoryOf(mirrorDir) })
  const stop = () => stopGit(child)
  signal?.addEventListener('abort', stop, { once: true })
  child.on('error', stop)
  child.stderr?.resume()
  child.stdin?.on('error', () => {})
  child.stdin?.end(`${oids.join('\n')}\n`)
  try {
    const source = new ByteSource(child.stdout as AsyncIterable<Buffer>)
    for (const oid of oids) {
      if (signal?.aborted) throw cancelled()
      const header = (await source.line())?.split(' ')
      if (header?.[0] !== oid || header[1] !== 'blob') throw signal?.aborted ? cancelled() : missing(oid)
      const blob = await source.take(Number(header[2]))
      await source.take(1)
      yield blob
    }
  } finally {
    signal?.removeEventListener('abort', stop)
    stop()
  }
}

const cancelled = () =>
  new GitError('cancelled', 'Reading the repository was stopped because it was cancelled.')
const missing = (oid: string) =>
  new GitError(
    'failed',
    `The local copy of the repository lacks the object ${oid}. Delete the copy; it is fetched again.`
  )

/** Lines and counted bytes out of a stream of chunks. */
class ByteSource {
  readonly #chunks: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]()
  }

  async line(): Promise<string | null> {
    let end = this.#rest.indexOf(10)
    while (end < 0) {
      const next = await this.#chunks.next()
      if (next.done) return null
      this.#rest = Buffer.concat([this.#rest, next.value])
      end = this.#rest.indexOf(10)
    }
    const line = this.#rest.toString('latin1', 0, end)
    this.#rest = this.#rest.subarray(end + 1)
    return line
  }

  async take(length: number): Promise<Buffer> {
    const parts = [this.#rest]
    let have = this.#rest.length
    while (have < length) {
      const next = await this.#chunks.next()
      if (next.done) throw new GitError('failed', 'Reading the repository ended too early. Try again.')
      parts.push(next.value)
      have += next.value.length
    }
    const all = parts.length === 1 ? this.#rest : Buffer.concat(parts)
    this.#rest = all.subarray(length)
    return all.subarray(0, length)
  }
}
