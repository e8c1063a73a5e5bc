import type { ZodType } from 'zod'
import { hostError } from '#projects/git/host_failures'

/**
 * What of an answer is used, checked: a proxy's page or a version that answers differently is told apart
 * from a fault of ours.
 *
 * @throws HostError `malformed_answer`
 */
export function shaped<T>(host: string, shape: ZodType<T>, answer: unknown): T {
  const parsed = shape.safeParse(answer)
  if (parsed.success) return parsed.data
  throw hostError('malformed_answer', host)
}
