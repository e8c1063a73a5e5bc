import type { DetectedCommand } from '../../contract/analysis.ts'
import type { Snapshot } from '../snapshots/snapshot.ts'
import { composerManifest, pythonFileMatching } from './manifest.ts'

export function phpTests(snapshot: Snapshot): DetectedCommand | null {
  const composer = composerManifest(snapshot)
  const config = ['phpunit.xml', 'phpunit.xml.dist'].find((path) => snapshot.has(path))
  if (composer?.dependencies.has('pestphp/pest')) {
    return { command: 'vendor/bin/pest', runner: 'pest', reason: 'composer.json requires pestphp/pest' }
  }
  if (composer?.dependencies.has('phpunit/phpunit')) {
    return {
      command: 'vendor/bin/phpunit',
      runner: 'phpunit',
      reason: 'composer.json requires phpunit/phpunit',
    }
  }
  if (config)
    return { command: 'vendor/bin/phpunit', runner: 'phpunit', reason: `the repository has ${config}` }
  if (!composer?.scripts.has('test')) return null
  return { command: 'composer test', runner: 'unknown', reason: 'composer.json has a "test" script' }
}

export function pythonTests(snapshot: Snapshot): DetectedCommand | null {
  const config = ['pytest.ini', 'conftest.py', 'tests/conftest.py'].find((path) => snapshot.has(path))
  const command = 'python3 -m pytest'
  if (config) return { command, runner: 'pytest', reason: `the repository has ${config}` }
  const named = pythonFileMatching(snapshot, /\bpytest\b/)
  if (named) return { command, runner: 'pytest', reason: `${named} names pytest` }
  return fromPythonFiles(snapshot)
}

function fromPythonFiles(snapshot: Snapshot): DetectedCommand | null {
  const tests = snapshot.paths.filter((path) => /(^|\/)(test_[^/]+|[^/]+_test)\.py$/.test(path))
  const usesUnittest = tests.find((path) =>
    /^\s*(import unittest|from unittest)/m.test(snapshot.read(path) ?? '')
  )
  if (usesUnittest) {
    return { command: 'python3 -m unittest', runner: 'unittest', reason: `${usesUnittest} imports unittest` }
  }
  if (!tests[0]) return null
  return { command: 'python3 -m pytest', runner: 'pytest', reason: `${tests[0]} is named as pytest expects` }
}

export function goTests(snapshot: Snapshot): DetectedCommand | null {
  const test = snapshot.has('go.mod') && snapshot.paths.find((path) => path.endsWith('_test.go'))
  return test
    ? { command: 'go test ./...', runner: 'go', reason: `the repository has go.mod and ${test}` }
    : null
}

export function rustTests(snapshot: Snapshot): DetectedCommand | null {
  if (!snapshot.has('Cargo.toml')) return null
  return { command: 'cargo test', runner: 'cargo', reason: 'the repository has Cargo.toml' }
}
