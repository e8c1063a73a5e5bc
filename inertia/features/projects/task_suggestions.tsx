import { TextLink } from '~/components/text_link'
export type Capabilities = {
  recipes: { name: string; title: string; sentence: string; example: string }[]
  models: { provider: string; model: string }[]
}

interface TaskSuggestionsProps {
  capabilities: Capabilities | null
  onPick: (task: string) => void
}

/** What can be asked for right now: the recipes as examples, and whether a model is there for all the rest. */
export function TaskSuggestions({ capabilities, onPick }: TaskSuggestionsProps) {
  if (!capabilities) {
    return (
      <p className="text-sm text-warn">
        The AI engine does not answer at the moment. Tasks wait until it is back.
      </p>
    )
  }
  const models = capabilities.models.map(({ model }) => model).join(', ')
  return (
    <div className="grid gap-2">
      <ul aria-label="Examples" className="flex flex-wrap gap-2">
        {capabilities.recipes.map((recipe) => (
          <li key={recipe.name}>
            <button
              type="button"
              title={recipe.sentence}
              onClick={() => onPick(recipe.example)}
              className="h-7 cursor-pointer rounded-md border px-2.5 text-sm text-muted hover:bg-raised hover:text-text"
            >
              {recipe.title}
            </button>
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted">
        {models ? (
          `These need no model. Any other task is written by ${models}.`
        ) : (
          <>
            These need no model. For any other task, add a key under{' '}
            <TextLink href="/settings/models">Settings</TextLink>.
          </>
        )}
      </p>
    </div>
  )
}
