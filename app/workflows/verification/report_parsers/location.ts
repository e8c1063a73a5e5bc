export type Location = { file: string; line: number }

/** Where the sandbox mounts the repository; runners print absolute paths below it. */
const mount = '/workspace/'
const library = /node_modules|node:internal|site-packages|\/lib\/python|\/vendor\/|^node:/

/** A printed path as the repository knows it: no `file://`, no mount, no leading `./`. */
export function repositoryPath(printed: string): string {
  const path = printed.trim().replace(/^file:\/\//, '')
  return (path.startsWith(mount) ? path.slice(mount.length) : path).replace(/^\.\//, '')
}

/** Reads `path:line` or `path:line:column`; undefined when it is not one, or is a library's. */
export function parseLocation(text: string): Location | undefined {
  const match = /^(?:file:\/\/)?([^\s()'"][^()'"]{0,500}?\.\w{1,6}):(\d{1,7})(?::\d{1,7})?$/.exec(text.trim())
  if (!match || library.test(match[1])) return undefined
  return { file: repositoryPath(match[1]), line: Number(match[2]) }
}

/** The first location in stack lines such as `at fn (file:///workspace/a.js:3:1)`. */
export function firstLocation(lines: string[]): Location | undefined {
  for (const line of lines) {
    const inside =
      /\(([^()]+)\)\s*$/.exec(line)?.[1] ?? /(?:^|\s)(?:at|❯|⁃|›)\s+(\S+)$/.exec(line.trim())?.[1]
    const location = inside && parseLocation(inside)
    if (location) return location
  }
  return undefined
}
