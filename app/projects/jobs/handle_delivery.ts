import HandleDelivery from '#projects/actions/handle_delivery'
import type { Job } from '#shared/jobs/job'

/** Lets those react whom a delivery concerns. */
export const handleDelivery: Job<{ id: string }> = {
  name: 'projects.handle_delivery',
  run: ({ id }, { teamId }) => new HandleDelivery().execute({ teamId: teamId!, id }),
}
