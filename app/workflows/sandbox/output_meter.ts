import { StringDecoder } from 'node:string_decoder'
import type { SandboxOutput } from './contract.js'

/**
 * Hands output on as whole characters until `limit` bytes, then counts what it drops. The character cut
 * by the limit is dropped whole, so no replacement character is invented.
 */
export class OutputMeter {
  delivered = 0
  dropped = 0
  readonly #decoders = { stdout: new StringDecoder('utf8'), stderr: new StringDecoder('utf8') }

  constructor(
    private readonly limit: number,
    private readonly deliver: (output: SandboxOutput) => void,
    private readonly onLimit: () => void
  ) {}

  write(stream: SandboxOutput['stream'], chunk: Buffer) {
    const accepted = chunk.subarray(0, this.limit - this.delivered)
    this.delivered += accepted.length
    this.dropped += chunk.length - accepted.length
    this.#emit(stream, this.#decoders[stream].write(accepted))
    if (this.dropped > 0) this.onLimit()
  }

  /** Call once both streams have ended: a character the command itself left unfinished still shows. */
  end() {
    if (this.dropped > 0) return
    this.#emit('stdout', this.#decoders.stdout.end())
    this.#emit('stderr', this.#decoders.stderr.end())
  }

  #emit(stream: SandboxOutput['stream'], text: string) {
    if (text) this.deliver({ stream, text })
  }
}
