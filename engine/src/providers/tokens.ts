import type { ModelCall } from './request.ts'

/** Few enough that a request is rarely longer than was reckoned; code has about 3.5 characters to a token. */
const charactersPerToken = 3

/** An upper guess of a call's input, in tokens, tools and schema included. */
export function tokensOf({
  instructions,
  messages,
  tools,
}: Pick<ModelCall, 'instructions' | 'messages' | 'tools'>) {
  const characters =
    instructions.length + JSON.stringify(messages).length + Object.keys(tools ?? {}).length * 600
  return Math.ceil(characters / charactersPerToken)
}
