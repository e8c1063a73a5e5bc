import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** `.data/` beside the code unless the operator names another folder. */
export const dataDir = resolve(root, process.env.DATA_DIR ?? '.data')

export const nodeBin = process.execPath

/** A script of an installed package, wherever npm placed it. */
export function packageFile(name: string, file: string) {
  const require = createRequire(join(root, 'package.json'))
  return join(dirname(require.resolve(`${name}/package.json`)), file)
}
