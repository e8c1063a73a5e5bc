interface Line {
  rest: () => void
  resume: () => void
}

/**
 * Over HTTP/1.1 a browser opens six connections to a server, all its tabs together, and a live line takes one of
 * them for as long as it stands. Without a bound, the seventh tab would not even load.
 */
const MOST_HIDDEN = 2

/** One of the few places for lines of hidden pages, shared by all tabs; null when they are taken. */
async function takePlace(): Promise<(() => void) | null> {
  // Only where the page came over https or from this machine.
  if (!navigator.locks) return null
  for (let place = 0; place < MOST_HIDDEN; place++) {
    const release = await new Promise<(() => void) | null>((decide) => {
      void navigator.locks.request(`agentops.hidden-line.${place}`, { ifAvailable: true }, (lock) => {
        if (!lock) return decide(null)
        return new Promise<void>((done) => decide(done))
      })
    })
    if (release) return release
  }
  return null
}

/**
 * Resumes the line at once if the page is seen, and whenever it is seen again. While it is hidden, the line stands
 * on only if there is a place for it: so the titles of the tabs left last still tell how their workflows end.
 * Returns how to end this; the line itself is left as it is.
 */
export function keepLineWhileHidden(line: Line): () => void {
  let release: (() => void) | null = null
  let resting = true
  let ended = false

  const seen = () => document.visibilityState === 'visible'

  async function turned() {
    if (seen()) {
      release?.()
      release = null
      if (resting) line.resume()
      resting = false
      return
    }
    const place = await takePlace()
    if (ended || release || seen()) return place?.()
    release = place
    if (place && resting) line.resume()
    if (!place && !resting) line.rest()
    resting = !place
  }

  const onTurn = () => void turned()
  document.addEventListener('visibilitychange', onTurn)
  onTurn()
  return () => {
    ended = true
    release?.()
    document.removeEventListener('visibilitychange', onTurn)
  }
}
