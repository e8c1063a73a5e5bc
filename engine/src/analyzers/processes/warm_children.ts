import { ReadingChild } from './reading_child.ts'

/** Bounds of the processes that are kept after a reading. */
const idleMs = 120_000
const mostIdle = 2
const mostOrders = 40
const mostBytes = 1_200 * 1024 * 1024

interface Kept {
  owner: string
  child: ReadingChild
  timer: NodeJS.Timeout
}

/** The ones that wait for an order of their owner, the longest idle first. */
const kept: Kept[] = []
const settling = new Set<Promise<unknown>>()

/**
 * A process that has read for this owner before, and so still knows what it has read; else a new one.
 * None is ever given to another owner: what broke into it would see that one's files.
 * @param owner e.g. the folder of a team's snapshots
 */
export function takeChild(owner: string, compileCache: string): ReadingChild {
  const at = kept.findLastIndex((one) => one.owner === owner)
  const [found] = at === -1 ? [] : kept.splice(at, 1)
  if (found) clearTimeout(found.timer)
  return found?.child.alive ? found.child : new ReadingChild(compileCache)
}

/** Keeps a process for its owner's next order, once it has written all down, unless it has grown too old or too large. */
export function giveBack(owner: string, child: ReadingChild): void {
  const settled = child.settled.then((bytes) => {
    settling.delete(settled)
    const isWorn = bytes === null || bytes > mostBytes || child.orders >= mostOrders
    if (isWorn || kept.some((one) => one.owner === owner)) {
      void child.stop()
      return
    }
    const timer = setTimeout(() => void drop(child), idleMs)
    timer.unref()
    kept.push({ owner, child, timer })
    const [oldest] = kept
    if (kept.length > mostIdle && oldest) void drop(oldest.child)
  })
  settling.add(settled)
}

/** Resolves when no process has anything left to write; for those who read what they wrote, or end theirs. */
export async function readingsSettled(): Promise<void> {
  // A process that only writes down what it knows keeps nobody from ending, except here.
  const awake = setInterval(() => {}, 1_000)
  await Promise.all(settling)
  clearInterval(awake)
}

/** Ends every process that waits for an order. */
export async function dropChildren(): Promise<void> {
  await Promise.all([...kept].map(({ child }) => drop(child)))
}

function drop(child: ReadingChild): Promise<void> {
  const at = kept.findIndex((one) => one.child === child)
  const [dropped] = at === -1 ? [] : kept.splice(at, 1)
  if (dropped) clearTimeout(dropped.timer)
  return child.stop()
}
