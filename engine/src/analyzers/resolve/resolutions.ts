import { createHash } from 'node:crypto'
import type { Snapshot } from '../../snapshots/snapshot.ts'
import { isCode, languageOf } from '../languages.ts'
import type { KnownTargets } from './javascript.ts'

/**
 * Where imports of JavaScript lead depends on which paths there are and on what the manifests and
 * configurations among them say, and on nothing else. A snapshot that differs in other contents alone has the same answers.
 */
export class Resolutions {
  #fingerprint = ''
  #known: KnownTargets = new Map()

  /** The answers that hold for this snapshot; they grow while it is read. */
  of(snapshot: Snapshot): KnownTargets {
    const hash = createHash('sha256')
    for (const path of snapshot.paths) {
      hash.update(`${path}\0${mayConfigure(path) ? snapshot.hash(path) : ''}\0`)
    }
    const fingerprint = hash.digest('hex')
    if (fingerprint !== this.#fingerprint) this.#known = new Map()
    this.#fingerprint = fingerprint
    return this.#known
  }
}

/** A tsconfig may extend a file of any ending; programs and prose are none. */
function mayConfigure(path: string): boolean {
  const language = languageOf(path)
  return !isCode(language) && language !== 'Markdown'
}
