import { CircleCheck, CircleHelp, CircleSlash, CircleX, TriangleAlert } from 'lucide-react'
import type { Verdict } from '../server_types'
import type { StatusEntry } from '../status'

export const RULING: Record<Verdict['ruling'], StatusEntry> = {
  green: { icon: CircleCheck, label: 'Green', tone: 'ok', sentence: 'Every test that ran passed.' },
  red: { icon: CircleX, label: 'Red', tone: 'bad', sentence: 'The tests fail with this change.' },
  known_failures: {
    icon: TriangleAlert,
    label: 'Known failures',
    tone: 'warn',
    sentence: 'It fails exactly as it did before the change: nothing new is broken, nothing is proved.',
  },
  no_tests: {
    icon: CircleHelp,
    label: 'No tests ran',
    tone: 'warn',
    sentence: 'The command succeeded without any sign of a test.',
  },
  not_run: { icon: CircleSlash, label: 'Not run', tone: 'warn', sentence: 'The tests could not be started.' },
}
