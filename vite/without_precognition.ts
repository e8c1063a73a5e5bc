/**
 * Stands in for `laravel-precognition`, which Inertia brings along for validating a form while it is typed, on a
 * protocol that our server does not speak. Every form of Inertia makes itself a validator; this one never asks the
 * server, and so never has anything to say.
 */
type Errors = Record<string, string | string[]>

export const client = {
  withXsrfCookieName: () => client,
  withXsrfHeaderName: () => client,
}

export function createValidator() {
  const nothing = () => validator
  const validator = {
    on: nothing,
    validate: nothing,
    touch: nothing,
    reset: nothing,
    defaults: nothing,
    setErrors: nothing,
    forgetError: nothing,
    setTimeout: nothing,
    validateFiles: nothing,
    withoutFileValidation: nothing,
    validating: () => false,
    valid: (): string[] => [],
    touched: (): string[] => [],
    errors: (): Errors => ({}),
    hasErrors: () => false,
  }
  return validator
}

export const resolveName = (name: string | { target: { name: string } }) =>
  typeof name === 'string' ? name : name.target.name

export const toSimpleValidationErrors = (errors: Errors) =>
  Object.fromEntries(
    Object.entries(errors).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value])
  )
