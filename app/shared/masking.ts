import { secretForms } from './secret_forms.js'
import { maxShapeLength, shapeMatches } from './secret_shapes.js'

const mask = '[masked]'
type Interval = [start: number, end: number]

/**
 * Replaces known secret values (also base64- and URL-encoded, and each line of a long one) and text in the
 * shape of a well-known token by `[masked]`. Values under four characters are not masked: they would eat
 * ordinary text.
 */
export function maskSecrets(text: string, known: string[]): string {
  const masker = createMasker(known)
  return masker.push(text) + masker.flush()
}

export interface Masker {
  /** Returns what can be shown by now; a word, or what may be the start of a secret, waits for its rest. */
  push(text: string): string
  /** Returns what was held back; the masker can be used again for a new text. */
  flush(): string
}

/** The streaming form of `maskSecrets`: the same result wherever the text is split. */
export function createMasker(known: string[]): Masker {
  const forms = secretForms(known)
  const longest = Math.max(maxShapeLength, ...forms.map((form) => form.length))
  let held = ''
  let before = ''
  let maskedAlready = 0

  const release = (intervals: Interval[], cut: number) => {
    if (cut === 0) return ''
    const shown = render(held, intervals, cut, maskedAlready > 0)
    maskedAlready = Math.max(0, (intervals.find(([start, end]) => start < cut && cut < end)?.[1] ?? 0) - cut)
    before = held[cut - 1]
    held = held.slice(cut)
    return shown
  }

  return {
    push(text) {
      held += text
      // A word that is still growing is not searched again for each of its pieces.
      if (held.length < longest + 4096 && !/\s/.test(text)) return ''
      const intervals = secretIntervals(before, held, forms, maskedAlready)
      const limit = held.length - longest
      const wanted = Math.max(holdFrom(held, forms), limit)
      const around = intervals.find(([start, end]) => start < wanted && (wanted < end || end === held.length))
      const cut = around && limit - around[0] < longest ? Math.min(wanted, around[0]) : wanted
      return release(intervals, cut)
    },
    flush() {
      const shown = release(secretIntervals(before, held, forms, maskedAlready), held.length)
      before = ''
      return shown
    },
  }
}

/** Every stretch to mask, ascending and merged where they overlap. */
function secretIntervals(before: string, text: string, forms: string[], masked: number): Interval[] {
  const found: Interval[] = masked > 0 ? [[0, masked]] : []
  for (const form of forms) {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
      found.push([at, at + form.length])
  }
  for (const [start, end] of shapeMatches(before + text)) {
    if (end > before.length) found.push([Math.max(0, start - before.length), end - before.length])
  }
  return merge(found)
}

function merge(intervals: Interval[]): Interval[] {
  const merged: Interval[] = []
  for (const [start, end] of intervals.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && start < last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

/** From here on the text may be the start of a secret that is not complete yet. */
function holdFrom(text: string, forms: string[]): number {
  let from = lastWordStart(text)
  const pem = text.lastIndexOf('-----BEGIN')
  if (pem >= 0 && text.length - pem < 100 && /^-----BEGIN[A-Z0-9 ]*-{0,5}$/.test(text.slice(pem))) {
    from = Math.min(from, pem)
  }
  for (const form of forms) from = Math.min(from, text.length - openPrefix(text, form))
  return from
}

function lastWordStart(text: string): number {
  let start = text.length
  while (start > 0 && !/\s/.test(text[start - 1])) start--
  return start
}

/** How many of the last characters are a beginning of `form`. */
function openPrefix(text: string, form: string): number {
  for (let size = Math.min(form.length - 1, text.length); size > 0; size--) {
    if (text[text.length - size] === form[0] && text.endsWith(form.slice(0, size))) return size
  }
  return 0
}

function render(text: string, intervals: Interval[], cut: number, continued: boolean): string {
  let shown = ''
  let at = 0
  for (const [start, end] of intervals) {
    if (start >= cut) break
    shown += text.slice(at, start) + (start === 0 && continued ? '' : mask)
    at = Math.min(end, cut)
  }
  return shown + text.slice(at, cut)
}
