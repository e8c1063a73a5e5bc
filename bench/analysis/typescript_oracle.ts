import { dirname, join } from 'node:path'
import ts from 'typescript'
import { type Edges, edge, inside, textOf } from './contenders.ts'
import type { BenchRepository } from './repository.ts'

/** File edges as TypeScript's own scanner and resolver find them, each file under its nearest tsconfig. */
export function typescriptEdges(repository: BenchRepository): Edges {
  const known = new Set(repository.code)
  const optionsOf = nearestOptions(repository.folder)
  const edges: Edges = new Set()
  for (const path of repository.code) {
    const from = join(repository.folder, path)
    const options = optionsOf(dirname(from))
    for (const { fileName } of ts.preProcessFile(textOf(repository, path), true, true).importedFiles) {
      const found = ts.resolveModuleName(fileName, from, options, ts.sys).resolvedModule?.resolvedFileName
      const to = found && inside(repository.folder, ts.sys.realpath?.(found) ?? found)
      if (to && known.has(to) && to !== path) edges.add(edge(path, to))
    }
  }
  return edges
}

function nearestOptions(root: string): (folder: string) => ts.CompilerOptions {
  const byFile = new Map<string, ts.CompilerOptions>()
  const fallback: ts.CompilerOptions = {
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
  }
  return (folder) => {
    const file = ts.findConfigFile(folder, ts.sys.fileExists)
    if (!file?.startsWith(root)) return { ...fallback, allowJs: true, allowImportingTsExtensions: true }
    const known = byFile.get(file)
    if (known) return known
    const { config } = ts.readConfigFile(file, ts.sys.readFile)
    const { options } = ts.parseJsonConfigFileContent(
      { ...config, files: [], include: [] },
      ts.sys,
      dirname(file)
    )
    const whole = {
      ...fallback,
      ...options,
      allowJs: true,
      allowImportingTsExtensions: true,
      resolveJsonModule: true,
    }
    byFile.set(file, whole)
    return whole
  }
}
