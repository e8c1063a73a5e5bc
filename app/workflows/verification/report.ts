/** One failing test as its runner named it. `file` is relative to the repository root when the runner said so. */
export type TestFailure = { name: string; message: string; file?: string; line?: number }

/**
 * What a test runner reported about one run. `skipped` includes todo and expected failures.
 * `failed` includes test files that could not be loaded; `total = passed + failed + skipped`.
 * `unit` is `packages` only where the runner names no passing tests (plain `go test`).
 */
export type TestReport = {
  passed: number
  failed: number
  skipped: number
  total: number
  unit: 'tests' | 'packages'
  failures: TestFailure[]
}

type Counts = { passed: number; failed: number; skipped: number; unit?: TestReport['unit'] }

const maxFailures = 500
const maxText = 2000

/** Bounds what untrusted output can make us store. */
export function makeReport(counts: Counts, failures: TestFailure[] = []): TestReport {
  const { passed, failed, skipped, unit = 'tests' } = counts
  const bounded = distinct(failures).slice(0, maxFailures).map(bound)
  return { passed, failed, skipped, total: passed + failed + skipped, unit, failures: bounded }
}

/** The same failure, whichever line of its file it is on now. */
export function failureKey(failure: TestFailure): string {
  return `${failure.file ?? ''}\0${failure.name}`
}

function distinct(failures: TestFailure[]): TestFailure[] {
  const seen = new Set<string>()
  return failures.filter((failure) => {
    const key = `${failureKey(failure)}\0${failure.line ?? ''}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function bound(failure: TestFailure): TestFailure {
  return { ...failure, name: failure.name.slice(0, 500), message: failure.message.slice(0, maxText) }
}
