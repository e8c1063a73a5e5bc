/** Which way imports run. Every rule says why; docs/architecture.md draws the picture. */

const domains = [
  'accounts',
  'projects',
  'llm',
  'workflows',
  'intelligence',
  'reviews',
  'test_copilot',
  'billing',
  'notifications',
  'ops',
  'mcp',
]

/** What each domain may import, itself and `shared` aside. */
const mayImport = {
  accounts: [],
  projects: ['accounts'],
  llm: ['accounts', 'projects'],
  workflows: ['accounts', 'projects', 'llm'],
  intelligence: ['accounts', 'projects', 'llm', 'workflows'],
  reviews: ['accounts', 'projects', 'llm', 'workflows', 'intelligence'],
  test_copilot: ['accounts', 'projects', 'llm', 'workflows', 'intelligence'],
  billing: ['accounts', 'llm'],
  notifications: ['accounts'],
}

const domainRules = Object.entries(mayImport).map(([domain, allowed]) => ({
  name: `${domain}-imports-down`,
  comment: `${domain} may import ${['shared', ...allowed].join(', ')}; an upward reaction is an event, an upward question a contract.`,
  severity: 'error',
  from: { path: `^app/${domain}/` },
  to: {
    path: `^app/(${domains.filter((other) => other !== domain && !allowed.includes(other)).join('|')})/`,
  },
}))

const application = '(actions|queries|services|models|jobs|enums|steps|sandbox|verification|git|config)'

module.exports = {
  forbidden: [
    ...domainRules,
    {
      name: 'shared-is-the-kernel',
      comment: 'shared is imported by every domain, so it can know none of them.',
      severity: 'error',
      from: { path: '^app/shared/' },
      to: { path: `^app/(${domains.join('|')})/` },
    },
    {
      name: 'application-knows-no-delivery',
      comment: 'Actions are called by pages, API, jobs, commands and MCP alike, so they see no request.',
      severity: 'error',
      from: { path: `^app/[^/]+/${application}/` },
      to: {
        path: '^app/[^/]+/(controllers|middleware|transformers|validators)/',
        pathNot: '^app/shared/validators/',
      },
    },
    {
      name: 'engine-knows-no-app',
      comment: 'The engine holds model keys and no product data; it stands alone.',
      severity: 'error',
      from: { path: '^engine/' },
      to: { path: '^(app|config|start|providers|database|inertia)/' },
    },
    {
      name: 'app-knows-the-contract-alone',
      comment: "The app may import the engine's contract, never its inside.",
      severity: 'error',
      from: { path: '^(app|config|start|providers|inertia)/' },
      to: { path: '^engine/(src|tests|bin)/' },
    },
    {
      name: 'signing-is-done-in-two-rooms',
      comment:
        'What is signed is signed and verified once: calls of the engine in app/shared/engine, tokens in app/shared/tokens.',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/shared/(engine|tokens)/' },
      to: { path: 'node_modules/jose' },
    },
    {
      name: 'pages-import-no-server-code',
      comment: 'What a page knows of the server comes from generated types and props.',
      severity: 'error',
      from: { path: '^inertia/' },
      to: { path: '^(app|config|start|providers|database)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle has no first file to read, be it only types that go round.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|build|\\.adonisjs|fixtures)/' },
    // The package's own `imports` name compiled files; this says where their sources lie.
    tsConfig: { fileName: 'tsconfig.borders.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
}
