export interface LineHandlers<Message> {
  onOpen: () => void
  onMessage: (message: Message) => void
  /** The line spoke, be it to say that it is there. */
  onSign: () => void
  onFail: () => void
}

/** One connection to a live channel, without any care for what follows when it breaks. Returns what ends it. */
export function openLine<Message>(channel: string, handlers: LineHandlers<Message>): () => void {
  const source = new EventSource(`/live/${channel}`)
  source.addEventListener('open', handlers.onOpen)
  source.addEventListener('error', handlers.onFail)
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    handlers.onSign()
    const said = JSON.parse(data) as { channel: string; payload: Message }
    if (said.channel === channel) handlers.onMessage(said.payload)
  })
  return () => source.close()
}
