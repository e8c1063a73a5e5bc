import { assert } from '@japa/assert'
import { configure, processCLIArgs, run } from '@japa/runner'

processCLIArgs(process.argv.slice(2))
configure({ files: ['tests/**/*.spec.ts'], plugins: [assert()], timeout: 20_000, forceExit: false })
await run()
