export interface Choice {
  model: string
  /** One sentence for the person watching. */
  reason: string
}

/**
 * Picks a model from `models` (cheapest first, at least one). A plan names where to start; each
 * failed attempt climbs one step; the strongest stays when there is nothing above it.
 */
export function chooseModel(models: readonly string[], start: string | null, failedAttempts: number): Choice {
  const base = Math.max(0, start === null ? 0 : models.indexOf(start))
  const index = Math.min(base + failedAttempts, models.length - 1)
  const model = models[index]!
  if (failedAttempts === 0) return { model, reason: `Using ${model}, ${position(index, models.length)}.` }
  const verb =
    index > Math.min(base + failedAttempts - 1, models.length - 1) ? 'Moving up to' : 'Staying with'
  return { model, reason: `${verb} ${model} because attempt ${failedAttempts} did not pass the tests.` }
}

function position(index: number, count: number): string {
  if (count === 1) return 'the only configured model'
  return index === 0
    ? 'the cheapest configured model'
    : `number ${index + 1} of ${count} from cheap to strong`
}
