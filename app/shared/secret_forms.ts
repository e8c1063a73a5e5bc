const minValue = 4
const minEncoded = 8

/** The strings under which the known values may show up in a log, longest first. */
export function secretForms(known: string[]): string[] {
  const forms = new Set<string>()
  for (const value of known.flatMap((secret) => [secret, secret.trim(), ...longLines(secret)])) {
    if (value.length < minValue) continue
    for (const form of [
      value,
      encodeURIComponent(value.toWellFormed()),
      JSON.stringify(value).slice(1, -1),
    ]) {
      forms.add(form)
    }
    for (const form of base64Forms(value)) forms.add(form)
  }
  return [...forms].sort((a, b) => b.length - a.length)
}

/** Logs are read line by line, so a multi-line secret must not survive as single lines. */
function longLines(secret: string): string[] {
  return secret.includes('\n') ? secret.split(/\r?\n/).filter((line) => line.trim().length >= minEncoded) : []
}

/**
 * Base64 of the value alone, and the part of it that stays the same whatever stands before and after it
 * (`user:secret` in a Basic header): base64 groups three bytes, so there are three alignments.
 */
function base64Forms(value: string): string[] {
  const bytes = Buffer.from(value)
  const aligned = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const dependsOnNext = (shift + bytes.length) % 3 === 0 ? 0 : 1
    return text.slice(Math.ceil((shift * 8) / 6), text.length - dependsOnNext)
  })
  const standard = [bytes.toString('base64'), ...aligned]
  const urlSafe = standard.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'))
  const escaped = standard.map(encodeURIComponent)
  return [...standard, ...urlSafe, ...escaped].filter((form) => form.length >= minEncoded)
}
