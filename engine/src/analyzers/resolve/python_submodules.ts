import type { FileFacts } from '../facts/facts.ts'
import { unresolved } from '../link/program.ts'
import type { Target } from './javascript.ts'

/**
 * In Python `from package import name` may mean the module `package.name`. Where the package does not
 * itself declare such a name, the module is imported, and the binding stands for it.
 * @param targets where each import leads; grows with the imports
 * @param hasName whether a file declares this name itself
 * @returns the facts with those imports; the given ones stay as they are
 */
export function followSubmodules(
  facts: FileFacts,
  targets: Target[],
  resolve: (specifier: string) => Target,
  hasName: (path: string, name: string) => boolean
): FileFacts {
  const imports = [...facts.imports]
  const bindings = [...facts.bindings]
  for (const [number, [from, name]] of facts.bindings.entries()) {
    const [specifier, line, form] = imports[from]!
    const target = targets[from]!
    if (name === '*' || (typeof target === 'string' && hasName(target, name))) continue
    const inner = `${specifier}${specifier.endsWith('.') ? '' : '.'}${name}`
    const module = resolve(inner)
    if (typeof module !== 'string') continue
    targets.push(module)
    bindings[number] = [imports.push([inner, line, form]) - 1, '*']
    // A folder without an `__init__.py` is a package all the same; what it gave stands for it.
    if (target === unresolved || typeof target !== 'string') targets[from] = module
  }
  return { ...facts, imports, bindings }
}
