interface Member {
  type: string
  computed?: boolean
  object?: Member & { name?: string }
  property?: { type: string; name?: string }
}

/** The `name` of `exports.name` and `module.exports.name`, `exports` for `module.exports`, else null. */
export function exportsMember(target: { type: string }): string | null {
  const { type, computed, object, property }: Member = target
  if (type !== 'MemberExpression' || computed || !object) return null
  const ofExports = object.name === 'exports' || exportsMember(object) === 'exports'
  const isModuleExports = object.name === 'module' && property?.name === 'exports'
  return ofExports || isModuleExports ? (property?.name ?? null) : null
}
