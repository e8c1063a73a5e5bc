export const policies = {
  LlmActionsSetDataPolicy: () => import('#app/llm/actions/set_data_policy'),
  LlmActionsSetRoutingPolicy: () => import('#app/llm/actions/set_routing_policy'),
  LlmQueriesCurrentPolicy: () => import('#app/llm/queries/current_policy'),
  LlmServicesDataPolicy: () => import('#app/llm/services/data_policy'),
}

