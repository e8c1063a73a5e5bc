import type { RenameIntent } from '../../intent/intent.ts'
import type { RecipeContext } from '../contract.ts'
import { Repository } from '../modules/repository.ts'
import { counted, type Refused, refused } from '../refusals.ts'
import { isUsableName } from '../syntax/names.ts'
import { parseSource } from '../syntax/parse.ts'
import { collisionIn } from './collisions.ts'
import { findTarget, type Target } from './find_target.ts'
import { followImporters, renameBinding, renameExport } from './follow.ts'
import { Renaming } from './renaming.ts'
import { rewrite } from './rewrite.ts'

export interface Renamed {
  kind: 'renamed'
  declaredIn: string
  /** New text per path; only files that change. */
  files: Map<string, string>
  /** What was left alone and why. */
  notes: string[]
}

/** Carries a rename through the repository, or says why it cannot be done safely. */
export function rename(ctx: RecipeContext, intent: RenameIntent): Renamed | Refused {
  const { from, to } = intent
  if (from === to)
    return refused('nothing_to_do', `${from} already has that name.`, 'Give a new name that differs.')
  if (!isUsableName(to))
    return refused(
      'unsafe',
      `${to} is a reserved word and cannot name anything.`,
      'Choose a name that is not a word of the language itself.'
    )
  ctx.signal.throwIfAborted()
  const repository = new Repository(ctx.snapshot, ctx.graph)
  const target = findTarget(repository, intent)
  if (target.kind === 'refused') return target
  const renaming = collect(repository, target, from, to)
  for (const file of renaming.files.values()) {
    const place = collisionIn(file, to)
    if (place)
      return refused(
        'unsafe',
        `${to} is already used at ${place}; renaming ${from} would change what the code means.`,
        'Choose a name that is free there, or rename the other one first.'
      )
  }
  const files = new Map<string, string>()
  for (const [path, file] of renaming.files) {
    const text = rewrite(file, from, to)
    if (!parseSource(path, text))
      return refused(
        'unsafe',
        `${path} would no longer parse after the rename.`,
        'Rename this symbol by hand and report the case.'
      )
    if (text !== file.module.text) files.set(path, text)
  }
  return {
    kind: 'renamed',
    declaredIn: target.module.path,
    files,
    notes: [...renaming.notes, ...leftAlone(ctx, repository, renaming)],
  }
}

function collect(repository: Repository, target: Target, from: string, to: string): Renaming {
  const renaming = new Renaming(from, to)
  if (target.kind === 'binding') renameBinding(renaming, target.module, target.binding)
  else renameExport(renaming, target.module, target.entry)
  followImporters(renaming, repository)
  return renaming
}

const prose = /\.(md|mdx|txt|rst|html|vue|svelte|astro|ya?ml|json)$/

/** Files that mention the name but are not code this recipe reads. */
function leftAlone({ snapshot }: RecipeContext, repository: Repository, { from }: Renaming): string[] {
  const word = new RegExp(`(?<![\\w$])${from.replace(/[$]/g, '\\$&')}(?![\\w$])`, 'g')
  const mentions = snapshot.paths
    .filter((path) => prose.test(path) && !path.includes('node_modules/'))
    .flatMap((path) => {
      const hits = snapshot.read(path)?.match(word)?.length ?? 0
      return hits > 0
        ? [`${path} mentions ${from} ${counted(hits, 'time')}; it is not code and was left`]
        : []
    })
  const broken = repository.paths.filter(
    (path) => snapshot.read(path)?.includes(from) && !repository.module(path)
  )
  return [...mentions.slice(0, 10), ...broken.map((path) => `${path} could not be read as code and was left`)]
}
