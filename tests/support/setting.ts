import env from '#start/env'

type Name = Parameters<typeof env.set>[0]

/** Sets a variable as an operator would; undefined unsets it. */
export function setting<Value>(name: Name, value: Value) {
  env.set(name, value as never)
  if (value === undefined) delete process.env[name]
}
