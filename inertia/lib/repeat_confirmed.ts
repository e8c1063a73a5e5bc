import { router } from '@inertiajs/react'
import { askToConfirm } from './confirmation'
import { inTeamOfPage } from './team_address'

type Visit = Parameters<Parameters<typeof router.on<'start'>>[1]>[0]['detail']['visit']

export const CONFIRMATION_REQUIRED = 428

let lastChange: Visit | null = null

/** Changes name the team of their page. Remembers the last one, as the answer does not say to what it is one. */
export function watchChanges() {
  router.on('before', ({ detail: { visit } }) => {
    if (visit.method !== 'get') visit.url = new URL(inTeamOfPage(visit.url.href), location.href)
  })
  router.on('start', ({ detail: { visit } }) => {
    if (visit.method !== 'get') lastChange = visit
  })
}

/** Asks whether it is them, then sends again what the server wants to be sure about. */
export async function repeatConfirmed(response: { data: unknown }) {
  const visit = lastChange
  const data = typeof response.data === 'string' ? JSON.parse(response.data) : response.data
  if (visit && (await askToConfirm(data.ways))) router.visit(visit.url, visit)
}
