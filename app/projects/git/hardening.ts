/**
 * Settings of every git process, strongest of all sources, so that no configuration file and no
 * attribute of a repository has a say. Filters need no line here: they exist by configuration only, and
 * none but ours is read. Attributes have no effect because git is run without a work tree; `attr.tree`
 * closes the way newer versions take in bare repositories.
 */
const settings: [key: string, value: string][] = [
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['core.attributesFile', '/dev/null'],
  ['core.excludesFile', '/dev/null'],
  ['core.pager', 'cat'],
  ['core.autocrlf', 'false'],
  ['core.symlinks', 'false'],
  ['core.protectHFS', 'true'],
  ['core.protectNTFS', 'true'],
  ['attr.tree', '4b825dc642cb6eb9a060e54bf8d69288fbee4904'],
  ['protocol.allow', 'never'],
  ['protocol.ext.allow', 'never'],
  ['submodule.recurse', 'false'],
  ['fetch.recurseSubmodules', 'false'],
  ['push.recurseSubmodules', 'no'],
  ['credential.helper', ''],
  ['credential.interactive', 'false'],
  // a server could otherwise lead on to an address that was never allowed
  ['http.followRedirects', 'false'],
  ['http.lowSpeedLimit', '1000'],
  ['http.lowSpeedTime', '30'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['commit.gpgSign', 'false'],
  ['push.gpgSign', 'false'],
  ['advice.detachedHead', 'false'],
  ['safe.directory', '*'],
]

/** Settings as environment: nothing in process arguments, nothing on disk, and they outrank every file. */
export function configEnvironment(extra: [key: string, value: string][]): Record<string, string> {
  const all = [...settings, ...extra]
  const env: Record<string, string> = { GIT_CONFIG_COUNT: String(all.length) }
  for (const [index, [key, value]] of all.entries()) {
    env[`GIT_CONFIG_KEY_${index}`] = key
    env[`GIT_CONFIG_VALUE_${index}`] = value
  }
  return env
}
