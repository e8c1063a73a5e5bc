import { readFileSync } from 'node:fs'

/** Ids no distribution hands out: above the 16-bit range and below the ranges for containers. */
const unusedIds = { first: 70_000, count: 20_000 }
/** In a container that maps only 65,536 ids the few below "nobody" are free. */
const unusedShortIds = { first: 65_520, count: 13 }

/**
 * The id a command has on the host when this process is root: rlimits do not bind root, and root owns
 * /proc/sys. Null for anybody else, whose own id is as good.
 */
export function outerIdForRoot(): number | null {
  return process.getuid?.() === 0 ? unprivilegedId() : null
}

/** An id without files, processes or rights on the host; another one for nearly every run. */
export function unprivilegedId(map = readFileSync('/proc/self/uid_map', 'utf8')): number {
  const mapped = map.split('\n').some((line) => {
    const [first = 0, , count = 0] = line.trim().split(/\s+/).map(Number)
    return first <= unusedIds.first && first + count >= unusedIds.first + unusedIds.count
  })
  const { first, count } = mapped ? unusedIds : unusedShortIds
  return first + Math.floor(Math.random() * count)
}
