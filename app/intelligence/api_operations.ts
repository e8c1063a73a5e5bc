import {
  impactValidator,
  listValidator,
  neighbourValidator,
  nodeValidator,
  questionValidator,
  symbolSearchValidator,
  wayValidator,
} from '#intelligence/validators/map'
import { json, type Operations, object, oneOf, ref } from '#shared/api/operation'

const answer = (schema: string) => ({ 200: json('The answer.', ref(schema)) })
const missing = { problems: [404] as const }

/** Every answer says how much of what it rests on could be resolved. */
export const mapOperations: Operations = {
  'api.maps.show': {
    summary: 'Show a project’s map: of which commit it is, and how much of it is known',
    scope: 'read',
    responses: answer('CodeMap'),
    ...missing,
  },
  'api.maps.store': {
    summary: 'Have the map made anew',
    scope: 'write',
    responses: { 202: json('It is being made.', object({ status: oneOf(['queued']) })) },
    ...missing,
  },
  'api.map_searches.show': {
    summary: 'Find files and symbols by name, by what is said about them, and by what they mean',
    description:
      'By meaning only where the team has turned it on: the question then goes to the embedding model. `meaning=0` leaves it out.',
    scope: 'read',
    input: symbolSearchValidator,
    responses: answer('CodeSearch'),
    ...missing,
  },
  'api.map_meanings.show': {
    summary: 'Show whether a project is searched by meaning, how far that is, and what it costs',
    scope: 'read',
    responses: answer('CodeMeaning'),
    ...missing,
  },
  'api.map_meanings.store': {
    summary: 'Have a project searched by meaning: its code is sent to an embedding model, which costs money',
    scope: 'admin',
    responses: { 202: json('The vectors are being made.', ref('CodeMeaning')) },
    problems: [404, 409],
  },
  'api.map_meanings.destroy': {
    summary: 'End the search by meaning and remove the vectors',
    scope: 'admin',
    responses: answer('CodeMeaning'),
    ...missing,
  },
  'api.map_symbols.show': {
    summary: 'Show what is known of a file or symbol',
    description: 'An id is a path, or a path and a name: `src/users.ts#UserService.find`.',
    scope: 'read',
    input: nodeValidator,
    responses: answer('CodeSymbol'),
    ...missing,
  },
  'api.map_callers.show': {
    summary: 'List who uses a file or symbol, or what it uses, to a depth',
    scope: 'read',
    input: neighbourValidator,
    responses: answer('CodeNeighbours'),
    ...missing,
  },
  'api.map_paths.show': {
    summary: 'Find a shortest way from one file or symbol to another',
    scope: 'read',
    input: wayValidator,
    responses: answer('CodePath'),
    ...missing,
  },
  'api.map_impacts.show': {
    summary: 'Tell what a change reaches, and which tests to run',
    description: 'Name a workflow that has changed something, or ids of what is to be changed, one per line.',
    scope: 'read',
    input: impactValidator,
    responses: answer('CodeImpact'),
    ...missing,
  },
  'api.map_questions.show': {
    summary: 'Ask a question in plain words; the map answers, no model is asked',
    scope: 'read',
    input: questionValidator,
    responses: answer('CodeAnswer'),
    ...missing,
  },
  'api.map_routes.index': {
    summary: 'List routes with their way from the URL to the tables',
    scope: 'read',
    input: listValidator,
    responses: answer('CodeRoutes'),
    ...missing,
  },
  'api.map_questions.store': {
    summary:
      'Have a model answer a question from what the map finds; each sentence names lines that it was shown',
    description:
      'With `accept: application/x-ndjson` sentences come one per line as they are written, the last line says how it ended.',
    scope: 'write',
    input: questionValidator,
    responses: answer('CodeModelAnswer'),
    ...missing,
  },
  'api.map_schemas.show': {
    summary: 'Show tables as the migrations leave them, models, relations and drift',
    scope: 'read',
    responses: answer('CodeSchema'),
    ...missing,
  },
  'api.map_tests.index': {
    summary: 'List what no test reaches, as far as the code tells',
    scope: 'read',
    input: listValidator,
    responses: answer('CodeTests'),
    ...missing,
  },
  'api.map_rules.show': {
    summary: 'List what breaks the repository’s architecture rules, and import cycles',
    scope: 'read',
    responses: answer('CodeRules'),
    ...missing,
  },
}
