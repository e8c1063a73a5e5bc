import type { Tool } from '#mcp/services/tool'
import { findSymbol, impactOf, routes, schema, whoCalls } from '#mcp/tools/map'
import { listProjectsTool } from '#mcp/tools/projects'
import { startWorkflow, writeTests } from '#mcp/tools/start_workflow'
import {
  cancelWorkflow,
  listWorkflowsTool,
  readDiff,
  readLog,
  readVerdict,
  showWorkflowTool,
  steerWorkflow,
  watchWorkflow,
} from '#mcp/tools/workflows'

export const tools: readonly Tool[] = [
  listProjectsTool,
  startWorkflow,
  writeTests,
  listWorkflowsTool,
  showWorkflowTool,
  watchWorkflow,
  readLog,
  readDiff,
  readVerdict,
  steerWorkflow,
  cancelWorkflow,
  findSymbol,
  whoCalls,
  impactOf,
  routes,
  schema,
]
