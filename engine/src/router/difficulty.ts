import type { CodeGraph } from '../../contract/graph/code_graph.ts'
import type { Difficulty } from '../../contract/models.ts'
import type { Plan } from '../../contract/planning.ts'

export interface WorkSize {
  /** Files that the plan touches, or that are likely to be. */
  files: number
  /** Files that import those, and so may break. */
  dependents: number
  /** Characters of the task. */
  words: number
}

/** A coarse estimate; what it gets wrong is mended by the ladder, so it only decides where to begin. */
export function difficultyOf({ files, dependents, words }: WorkSize): Difficulty {
  const points = (files > 8 ? 2 : files > 3 ? 1 : 0) + (dependents > 20 ? 1 : 0) + (words > 2_000 ? 1 : 0)
  return points >= 2 ? 'hard' : points === 1 ? 'middle' : 'easy'
}

/** From the files that a plan names and those of the graph that import them. */
export function difficultyOfPlan({ files }: Pick<Plan, 'files'>, graph: CodeGraph, task: string): Difficulty {
  const planned = new Set(files.map(({ path }) => path))
  const importing = graph.files.filter(({ imports }) =>
    imports.some(({ to }) => to !== null && planned.has(to))
  )
  return difficultyOf({ files: planned.size, dependents: importing.length, words: task.length })
}
