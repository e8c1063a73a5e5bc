/** What `fetch` hands out. */
export type Bytes = Uint8Array<ArrayBuffer>

export interface StreamBounds {
  bytes: number
  /** Longest time without a byte; the engine sends one at least every ten seconds while it works. */
  silenceMs: number
}

/** Lets bytes through until there are too many of them, or none for too long; then the stream errs. */
export function boundedStream({ bytes, silenceMs }: StreamBounds): TransformStream<Bytes, Bytes> {
  let left = bytes
  let timer: NodeJS.Timeout | undefined
  const listen = (controller: TransformStreamDefaultController<Bytes>) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      controller.error(new Error(`nothing came for ${Math.round(silenceMs / 1000)} s`))
    }, silenceMs)
  }
  const bounds = {
    start: listen,
    transform(chunk: Bytes, controller: TransformStreamDefaultController<Bytes>) {
      left -= chunk.byteLength
      if (left < 0) {
        clearTimeout(timer)
        throw new Error(`it is longer than ${bytes} bytes`)
      }
      listen(controller)
      controller.enqueue(chunk)
    },
    flush: () => clearTimeout(timer),
    cancel: () => clearTimeout(timer),
  }
  return new TransformStream<Bytes, Bytes>(bounds)
}

/** The JSON of a short answer; null when it is too long, broken off, or no JSON. */
export async function shortJson(response: Response): Promise<unknown> {
  if (!response.body) return null
  const bounded = response.body.pipeThrough(boundedStream({ bytes: 1_000_000, silenceMs: 30_000 }))
  return new Response(bounded).json().catch(() => null)
}
