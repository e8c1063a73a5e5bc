const RECIPES = [
  [
    'Characterization tests',
    'for JavaScript and TypeScript, kept only if they pass three times and raise coverage',
  ],
  ['Health endpoint', 'with its test, for Express, Fastify, Koa, Hono and AdonisJS'],
  ['Rename a symbol', 'across the repository, aware of scope'],
  ['Clean up', 'unused imports and dead exports'],
] as const

/** The tasks that need no model. */
export function Recipes() {
  return (
    <>
      <p>Four kinds of task are done by fixed recipes, without a model and without cost:</p>
      <ul className="grid gap-2">
        {RECIPES.map(([name, what]) => (
          <li key={name} className="border-l-2 pl-3">
            <span className="font-medium text-text">{name}</span>: {what}.
          </li>
        ))}
      </ul>
      <p>Any other task is refused until you add a model key, and the refusal says where.</p>
    </>
  )
}
