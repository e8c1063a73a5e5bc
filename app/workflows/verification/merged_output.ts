import { CapturedOutput } from './captured_output.js'

type Stream = 'stdout' | 'stderr'

/** Both streams as one text in order of arrival, by whole lines: a line of one never splits a line of the other. */
export class MergedOutput {
  readonly #captured: CapturedOutput
  readonly #partial: Record<Stream, string> = { stdout: '', stderr: '' }

  constructor(maxCharacters: number) {
    this.#captured = new CapturedOutput(maxCharacters)
  }

  write(stream: Stream, text: string) {
    const whole = this.#partial[stream] + text
    // A line without end is let through in pieces rather than kept.
    const end = whole.length > 64 * 1024 ? whole.length : whole.lastIndexOf('\n') + 1
    this.#captured.write(whole.slice(0, end))
    this.#partial[stream] = whole.slice(end)
  }

  text(): string {
    const rest = [this.#partial.stdout, this.#partial.stderr].filter(Boolean).join('\n')
    return this.#captured.text() + rest
  }
}
