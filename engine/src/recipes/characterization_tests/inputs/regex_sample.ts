/**
 * Strings that a regular expression should match, made from its source alone: the expression comes
 * from a repository, so it is never run here. Look-arounds and back references count as nothing.
 */
export function samplesOf(source: string, count = 6): string[] {
  const samples = new Set<string>()
  for (let seed = 0; seed < count * 2 && samples.size < count; seed++) {
    const sampler = new Sampler(source, seed)
    samples.add(sampler.alternatives().slice(0, 60))
  }
  return [...samples]
}

const escapes: Record<string, string> = {
  d: '7',
  w: 'a',
  s: ' ',
  D: 'x',
  W: '-',
  S: 'x',
  n: '\n',
  t: '\t',
  r: '\r',
  b: '',
  B: '',
}

class Sampler {
  readonly #source: string
  readonly #seed: number
  #at = 0
  #choices = 0
  #depth = 0

  constructor(source: string, seed: number) {
    this.#source = source
    this.#seed = seed
  }

  alternatives(): string {
    if (++this.#depth > 40) return ''
    const options = [this.#sequence()]
    while (this.#source[this.#at] === '|') {
      this.#at += 1
      options.push(this.#sequence())
    }
    this.#depth -= 1
    return options[this.#choose(options.length)]!
  }

  /** Spreads the seed over the choices, so that neighbouring samples differ in several places. */
  #choose(count: number): number {
    const turn = this.#seed + (this.#seed > 0 ? this.#choices++ * (1 + (this.#seed % 3)) : 0)
    return turn % count
  }

  #sequence(): string {
    let text = ''
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at]!))
      text += this.#quantified()
    return text
  }

  #quantified(): string {
    const start = this.#at
    const once = this.#atom()
    const found = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/.exec(this.#source.slice(this.#at, this.#at + 24))
    if (!found) return this.#at === start ? this.#skip() : once
    this.#at += found[0].length
    const [least, most] = bounds(found)
    const times = Math.min(least + this.#choose(Math.min(most - least, 2) + 1), 12)
    // Without a choice made the expected text is the shortest that still says something.
    return once.repeat(this.#seed === 0 ? Math.max(least, Math.min(1, most)) : times)
  }

  #skip(): string {
    this.#at += 1
    return ''
  }

  #atom(): string {
    const char = this.#source[this.#at++]!
    if (char === '(') return this.#group()
    if (char === '[') return this.#class()
    if (char === '\\') return this.#escape()
    if (char === '.') return 'x'
    return char === '^' || char === '$' ? '' : char
  }

  #group(): string {
    const look = /^\?(?:[=!]|<[=!])/.test(this.#source.slice(this.#at, this.#at + 3))
    const prefix = /^\?(?::|<\w+>|[=!]|<[=!])/.exec(this.#source.slice(this.#at, this.#at + 40))
    this.#at += prefix?.[0].length ?? 0
    const text = this.alternatives()
    if (this.#source[this.#at] === ')') this.#at += 1
    return look ? '' : text
  }

  #escape(): string {
    const char = this.#source[this.#at++] ?? ''
    if (char === 'p' || char === 'P') {
      this.#at += /^\{[^}]*\}/.exec(this.#source.slice(this.#at, this.#at + 40))?.[0].length ?? 0
      return 'é'
    }
    if (char === 'k') this.#at += /^<\w+>/.exec(this.#source.slice(this.#at, this.#at + 40))?.[0].length ?? 0
    if (char === 'k' || /[1-9]/.test(char)) return ''
    return escapes[char] ?? char
  }

  #class(): string {
    const negated = this.#source[this.#at] === '^'
    if (negated) this.#at += 1
    const members: string[] = []
    while (this.#at < this.#source.length && this.#source[this.#at] !== ']') {
      const char = this.#source[this.#at++]!
      if (char === '-' && members.length > 0 && this.#source[this.#at] !== ']') continue
      members.push(char === '\\' ? this.#escape() : char)
    }
    this.#at += 1
    if (negated) return ['x', '1', ' ', '_'].find((char) => !members.includes(char)) ?? '~'
    return members[this.#choose(members.length || 1)] ?? ''
  }
}

function bounds([sign, least, comma, most]: RegExpExecArray): [number, number] {
  if (sign.startsWith('*')) return [0, 2]
  if (sign.startsWith('+')) return [1, 3]
  if (sign.startsWith('?')) return [0, 1]
  const low = Number(least)
  return [low, comma ? (most ? Number(most) : low + 2) : low]
}
