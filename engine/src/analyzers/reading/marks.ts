import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { markBytes } from './protocol.ts'

/** Notes in a file which path is being read, so that it is known when the process ends in the middle. */
export class Mark {
  readonly #file: number
  readonly #place: number

  constructor(path: string, thread: number) {
    this.#file = openSync(path, 'r+')
    this.#place = thread * markBytes
  }

  set(path: string): void {
    writeSync(this.#file, path.padEnd(markBytes / 2, '\0'), this.#place)
  }

  close(): void {
    this.set('')
    closeSync(this.#file)
  }
}

/** The paths that were being read when the marks were last written. */
export function markedPaths(path: string): string[] {
  const bytes = readFileSync(path)
  const paths: string[] = []
  for (let place = 0; place < bytes.length; place += markBytes) {
    const text = bytes.subarray(place, place + markBytes).toString('utf8')
    const marked = text.slice(0, text.indexOf('\0') === -1 ? undefined : text.indexOf('\0'))
    if (marked !== '') paths.push(marked)
  }
  return [...new Set(paths)]
}
