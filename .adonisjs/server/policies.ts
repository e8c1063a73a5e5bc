export const policies = {
  LlmQueriesCurrentPolicy: () => import('#app/llm/queries/current_policy'),
}

