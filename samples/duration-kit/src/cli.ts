#!/usr/bin/env node
import { pathToFileURL } from 'node:url'
import { formatDuration } from './format.ts'
import { humanize } from './humanize.ts'
import { parseDuration } from './parse.ts'

const USAGE = 'usage: duration <text> | --format <ms> | --words <text>'

/**
 * What the command prints for its arguments.
 *
 * @example run(['1h', '30m']) // '5400000'
 * @example run(['--format', '90000']) // '1m 30s'
 */
export function run(args: string[]): string {
  const [first, ...rest] = args
  if (first === undefined || first === '--help') return USAGE
  if (first === '--format') return formatDuration(Number(rest[0]))
  if (first === '--words') return humanize(parseDuration(rest.join(' ')))
  return String(parseDuration(args.join(' ')))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(run(process.argv.slice(2)))
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}
