/**
 * Stands in for `laravel-precognition`, which Inertia brings along for validating a form while it is typed, on a
 * protocol that our server does not speak. Forms that do not ask for it need these few functions of it.
 */
type Errors = Record<string, string | string[]>

export const client = {
  withXsrfCookieName: () => client,
  withXsrfHeaderName: () => client,
}

export function createValidator(): never {
  throw new Error('Validation while typing is not built in; validate at the server when the form is sent.')
}

export const resolveName = (name: string | { target: { name: string } }) =>
  typeof name === 'string' ? name : name.target.name

export const toSimpleValidationErrors = (errors: Errors) =>
  Object.fromEntries(
    Object.entries(errors).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value])
  )
