/** What a map was asked for by. */
export const mapCauses = ['added', 'workflow', 'push', 'refresh'] as const
export type MapCause = (typeof mapCauses)[number]
