import { failureKey, type TestFailure, type TestReport } from './report.js'

export type FailureDifference = { regressions: TestFailure[]; knownFailures: TestFailure[] }

/** Each failure of the base excuses one of the same name and file; two where there was one is a regression. */
export function compareFailures(base: TestReport | null, after: TestReport | null): FailureDifference {
  const before = new Map<string, number>()
  for (const failure of base?.failures ?? []) {
    before.set(failureKey(failure), (before.get(failureKey(failure)) ?? 0) + 1)
  }
  const difference: FailureDifference = { regressions: [], knownFailures: [] }
  for (const failure of after?.failures ?? []) {
    const left = before.get(failureKey(failure)) ?? 0
    before.set(failureKey(failure), left - 1)
    difference[left > 0 ? 'knownFailures' : 'regressions'].push(failure)
  }
  return difference
}
