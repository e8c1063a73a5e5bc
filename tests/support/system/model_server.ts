import { LLMock } from '@copilotkit/aimock'

/** A sentence that no recipe knows. */
export const taskForModel =
  'Make pathOf in src/clock.js name the place before the zone and the zone before the place'

const proposal = {
  summary: 'Names stay, the comment is new.',
  steps: ['Say what is joined'],
  files: [{ path: 'src/clock.js', change: 'edit', why: 'it holds pathOf' }],
  risks: [],
  tests: [],
}

const edit = [
  '@@ edit src/clock.js',
  '<<<<<<< SEARCH',
  '  return join(zone, place)',
  '=======',
  '  // zone first, then place',
  '  return join(zone, place)',
  '>>>>>>> REPLACE',
  '@@ summary',
  'Said what is joined.',
].join('\n')

const usage = { prompt_tokens: 1200, completion_tokens: 300, total_tokens: 1500 }

/** A model provider on loopback that knows one task, and how often it has been called. */
export async function openModelServer() {
  const mock = new LLMock({ port: 0, host: '127.0.0.1' })
  mock.on({ endpoint: 'chat', systemMessage: /SEARCH|by calling tools/ }, { content: edit, usage })
  mock.on({ endpoint: 'chat' }, { content: JSON.stringify(proposal), usage })
  await mock.start()
  return {
    env: { OPENAI_API_KEY: 'sk-test', OPENAI_BASE_URL: `${mock.url}/v1`, AGENTOPS_MODELS: 'gpt-6-luna' },
    calls: () => mock.getRequests().length,
    close: () => mock.stop(),
  }
}
