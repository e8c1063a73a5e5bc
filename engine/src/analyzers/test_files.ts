const patterns = [
  /(^|\/)(__tests__|tests?|specs?)\/.+\.[cm]?[jt]sx?$/,
  /\.(test|spec|e2e)\.[cm]?[jt]sx?$/,
  /(^|\/)test\.[cm]?[jt]s$/,
  /(^|\/)(test_[^/]+|[^/]+_test)\.py$/,
  /(^|\/)tests\/.+\.(py|php|rs)$/,
  /Test\.php$/,
  /_test\.go$/,
]

/** Whether a path holds tests, by the naming habits of the common runners. */
export function isTestFile(path: string): boolean {
  return patterns.some((pattern) => pattern.test(path))
}
