/** Nine digits at most: another's branch must not take the numbers beyond what is stored of them. */
const ours = /^feature\/ia-task-([1-9]\d{0,8})$/

/** All that a list of branches has to show for it to hold those of tasks. */
export const TASK_BRANCHES = 'refs/heads/feature/ia-task-*'

export const taskBranch = (number: number) => `feature/ia-task-${number}`

/** The highest number that a task's branch has by its name, whoever made it; 0 without any. */
export function highestTask(branches: Iterable<string>): number {
  let highest = 0
  for (const name of branches) highest = Math.max(highest, Number(ours.exec(name)?.[1] ?? 0))
  return highest
}
