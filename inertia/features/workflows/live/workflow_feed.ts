import type { EventPage, LiveMessage, Workflow } from '../server_types.js'
import type { ChannelHandlers } from './channel.js'
import { hasGap, initialState, type LiveAction, type LiveState } from './live_state.js'
import { reduce } from './reduce.js'

export interface FeedSources {
  fetchPage: (after: number, signal: AbortSignal) => Promise<EventPage>
  open: (handlers: ChannelHandlers<LiveMessage>) => () => void
}

/** `off`: the live line is down. `loading`: no event has been taken in yet. `failing`: fetching does not work just now. */
export interface FeedView {
  state: LiveState
  line: 'connecting' | 'on' | 'off'
  history: 'loading' | 'complete' | 'catching_up' | 'failing'
}

const RETRY_MS = [500, 1000, 2000, 4000, 8000]

/** Keeps one workflow up to date: listens, and fetches whatever it has not heard. A store for `useSyncExternalStore`. */
export class WorkflowFeed {
  #view: FeedView
  #sources: FeedSources
  #listeners = new Set<() => void>()
  #abort = new AbortController()
  #close: (() => void) | null = null
  #filling = false
  /** Something may have been missed of which nothing was heard. */
  #unsure = true

  constructor(workflow: Workflow, sources: FeedSources) {
    this.#view = { state: initialState(workflow), line: 'connecting', history: 'loading' }
    this.#sources = sources
  }

  view = () => this.#view

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  start() {
    this.#abort = new AbortController()
    if (this.#view.state.workflow.status !== 'finished') this.#listen()
    void this.#fill()
  }

  #listen() {
    const turned = (line: FeedView['line']) => {
      this.#set({ line })
      this.#unsure = true
      void this.#fill()
    }
    this.#close = this.#sources.open({
      onMessage: (message) => this.#receive(message),
      onUp: () => turned('on'),
      onDown: () => turned('off'),
    })
  }

  stop() {
    this.#abort.abort()
    this.#close?.()
    this.#close = null
  }

  /** The server has rendered the page again. */
  reloaded(snapshot: Workflow) {
    this.#apply({ type: 'reloaded', snapshot })
    // Somebody has sent its finished change back: there is something to hear again.
    const goesOn = this.#view.state.workflow.status !== 'finished'
    if (goesOn && !this.#close && !this.#abort.signal.aborted) this.#listen()
    void this.#fill()
  }

  #receive({ to, events }: LiveMessage) {
    this.#apply(events ? { type: 'delivered', events } : { type: 'heard', seq: to })
    void this.#fill()
  }

  async #fill() {
    if (this.#filling) return
    this.#filling = true
    const { signal } = this.#abort
    let failures = 0
    while (!signal.aborted && (this.#unsure || hasGap(this.#view.state))) {
      this.#unsure = false
      try {
        const page = await this.#sources.fetchPage(this.#view.state.lastSeq, signal)
        if (signal.aborted) break
        this.#apply({ type: 'heard', seq: page.lastSeq })
        this.#apply({ type: 'delivered', events: page.events })
        if (page.events.length === 0 && hasGap(this.#view.state))
          throw new Error('The gap could not be filled')
        failures = 0
        this.#set({ history: hasGap(this.#view.state) ? 'catching_up' : 'complete' })
      } catch {
        if (signal.aborted) break
        this.#unsure = true
        this.#set({ history: 'failing' })
        await pause(RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)]!, signal)
      }
    }
    this.#filling = false
    this.#closeWhenOver()
  }

  /** Nothing follows the end of a workflow until it is sent back, so a line that breaks meanwhile is no news. */
  #closeWhenOver() {
    const { state, history } = this.#view
    if (state.workflow.status !== 'finished' || hasGap(state) || history !== 'complete' || !this.#close)
      return
    this.#close()
    this.#close = null
    this.#set({ line: 'on' })
  }

  #apply(action: LiveAction) {
    const state = reduce(this.#view.state, action)
    if (state !== this.#view.state) this.#set({ state })
  }

  #set(change: Partial<FeedView>) {
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener()
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done, { once: true })
  })
}
