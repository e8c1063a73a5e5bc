import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { type GraphFile, graphFile } from '../../contract/analysis.ts'
import type { Snapshot } from '../snapshots/snapshot.ts'
import { languageOf } from './languages.ts'
import { isTestFile } from './test_files.ts'

const entry = join(import.meta.dirname, 'reader_process.ts')
const startMs = 20_000
const fileMs = 15_000
/** After this many files that broke it, the rest of a repository is not read. */
const maxBreaks = 20

/**
 * Reads files in a process of its own, one after the other. A parser in native code that meets
 * hostile nesting ends its whole process; here that costs one file. The process gets no
 * environment, so it holds no key either.
 */
export class IsolatedReader {
  readonly #snapshot: Snapshot
  #child: ChildProcess | null = null
  #breaks = 0

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot
  }

  /** The file's part of the code graph; never rejects because of what is in the file. */
  async read(path: string): Promise<GraphFile> {
    if (this.#breaks >= maxBreaks)
      return this.#unread(path, 'the parser gave up after too many files that broke it')
    const child = this.#child ?? (await this.#start())
    const answer = await exchange(child, path, fileMs)
    const file = graphFile.safeParse(answer)
    if (file.success) return file.data
    this.close()
    this.#breaks += 1
    return this.#unread(path, 'the parser broke on this file')
  }

  close(): void {
    this.#child?.kill('SIGKILL')
    this.#child = null
  }

  async #start(): Promise<ChildProcess> {
    const { id, paths, directory } = this.#snapshot
    const child = fork(entry, {
      env: {},
      execArgv: ['--max-old-space-size=1024'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#child = child
    const sizes = paths.map((path) => [path, this.#snapshot.size(path) ?? 0])
    if ((await exchange(child, { id, directory, sizes }, startMs)) !== 'ready') {
      this.close()
      throw new Error('the reader process did not start')
    }
    return child
  }

  #unread(path: string, skipped: string): GraphFile {
    return {
      path,
      language: languageOf(path),
      lines: 0,
      isTest: isTestFile(path),
      symbols: [],
      imports: [],
      skipped,
    }
  }
}

/** Sends a message and waits for the answer; undefined when the child ends or is too slow. */
function exchange(child: ChildProcess, message: string | object, limitMs: number): Promise<unknown> {
  return new Promise((settle) => {
    const finish = (answer?: unknown) => {
      clearTimeout(timer)
      child.off('message', finish)
      child.off('exit', gone)
      child.off('error', gone)
      settle(answer)
    }
    const gone = () => finish()
    const timer = setTimeout(gone, limitMs)
    child.once('message', finish)
    child.once('exit', gone)
    child.once('error', gone)
    child.send(message, (error) => {
      if (error) gone()
    })
  })
}
