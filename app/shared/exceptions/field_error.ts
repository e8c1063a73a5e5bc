import { errors } from '@vinejs/vine'

/** An answer of the domain about one field, shown where the field's own rules show theirs. */
export function fieldError(field: string, message: string) {
  return new errors.E_VALIDATION_ERROR([{ field, message, rule: 'domain' }])
}
