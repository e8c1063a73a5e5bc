import { LLMock } from '@copilotkit/aimock'
import type { TestContext } from '@japa/runner/core'

/** The provider emulator on a free port, and the variables that point an engine at it. */
export async function testProvider(context: Pick<TestContext, 'test'>, models = 'gpt-6-luna,gpt-6-sol') {
  const mock = new LLMock({ port: 0, host: '127.0.0.1' })
  await mock.start()
  context.test.cleanup(() => mock.stop())
  const env = {
    OPENAI_API_KEY: 'sk-test-canary-key',
    OPENAI_BASE_URL: `${mock.url}/v1`,
    AGENTOPS_MODELS: models,
  }
  return { mock, env }
}

export const usage = {
  prompt_tokens: 1200,
  completion_tokens: 300,
  total_tokens: 1500,
  prompt_tokens_details: { cached_tokens: 200 },
  completion_tokens_details: { reasoning_tokens: 50 },
}
