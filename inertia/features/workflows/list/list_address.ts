import { urlFor } from '~/client'

export type ListFilter = {
  project: string | null
  status: string | null
  outcome: string | null
}

/** The address of a page of the list under a filter. */
export function listHref({ project, status, outcome }: ListFilter, page = 1): string {
  const qs = Object.fromEntries(
    Object.entries({ project, status, outcome, page: page > 1 ? String(page) : null }).filter(
      ([, value]) => value
    )
  )
  return urlFor('workflows.index', {}, { qs })
}
