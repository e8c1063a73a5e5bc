/**
 * The shapes of what the server answers beside page props, taken from where they are defined so that they cannot
 * drift. Types only: nothing of the server reaches the browser through this file.
 */
import type { Data } from '@generated/data'

export type { EdgeKind, EntityKind } from '@agentops/engine/contract'
export type { AskEvent } from '#intelligence/actions/ask_model'
export type { AskAnswer } from '#intelligence/queries/ask_map'
export type { Explanation } from '#intelligence/queries/explain_facts'
export type { ImpactAnswer } from '#intelligence/queries/impact_of'
export type { ProjectEdit } from '#intelligence/queries/list_project_edits'
export type { NeighbourAnswer, RefEdge } from '#intelligence/queries/neighbours_of'
export type { NodeRef } from '#intelligence/queries/node_ref'
export type { SourceAnswer } from '#intelligence/queries/read_source'
export type { SymbolAnswer, SymbolHit } from '#intelligence/queries/search_symbols'
export type { MeaningState } from '#intelligence/queries/show_meaning'
export type { NodeAnswer } from '#intelligence/queries/show_node'
export type { RouteRow, RoutesAnswer } from '#intelligence/queries/show_routes'
export type { RulesAnswer } from '#intelligence/queries/show_rules'
export type { SchemaAnswer, TableRow } from '#intelligence/queries/show_schema'
export type { TestsAnswer } from '#intelligence/queries/show_tests'
export type { TimelineAnswer } from '#intelligence/queries/show_timeline'
export type { MapView, ShadedNode } from '#intelligence/queries/show_view'
export type { WayAnswer } from '#intelligence/queries/way_between'
export type { Sentence } from '#intelligence/services/fact_sentences'
export type { ViewEdge } from '#intelligence/services/view_edges'
export type { LogEntry } from '#projects/git/history'

export type ProjectMap = Data.Intelligence.ProjectMap
export type MapSummary = NonNullable<ProjectMap['map']>
export type MapListEntry = Data.Intelligence.MapListEntry
