import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../../bin/supervisor/paths.ts'
import { median, quantile, rounded } from '../measure/numbers.ts'
import { cpuMs } from '../measure/process_stats.ts'
import { type Cell, printTable, remark } from '../measure/table.ts'
import { type Installation, withInstallation } from '../system/installation.ts'
import { messageOf, type Running, startProcess } from '../system/processes.ts'
import type { Audience, Heard } from './subscribers.ts'

interface Published {
  email: string
  password: string
  workflows: string[]
}

interface Scene {
  name: string
  subscribers: number
  workflows: number
  linesPerSecond: number
  aim?: string
}

const SECONDS = 5
const SETTLE_MS = 1500

const scenes: Scene[] = [
  {
    name: 'a line a second to each of 1,000 viewers',
    subscribers: 1000,
    workflows: 1000,
    linesPerSecond: 1000,
    aim: '< 200',
  },
  { name: '10 workflows, 100 viewers each', subscribers: 1000, workflows: 10, linesPerSecond: 100 },
  { name: 'one workflow, one viewer', subscribers: 1, workflows: 1, linesPerSecond: 5 },
]

function ask<T>(running: Running, message: object | string): Promise<T> {
  const answer = messageOf<T>(running)
  running.child.send(message)
  return answer
}

async function play(
  installation: Installation,
  publisher: Running,
  { workflows, ...person }: Published,
  scene: Scene
) {
  const web = await installation.web()
  const env = { PATH: process.env.PATH }
  const viewers = startProcess({
    name: 'viewers',
    args: [join(root, 'bench/live/subscribers.ts')],
    cwd: root,
    env,
  })
  try {
    const audience: Audience = {
      url: installation.url,
      ...person,
      subscribers: scene.subscribers,
      workflows: workflows.slice(0, scene.workflows),
    }
    await ask(viewers, audience)
    const load = { workflows: scene.workflows, linesPerSecond: scene.linesPerSecond }
    await ask(publisher, { ...load, seconds: 1 })
    await wait(SETTLE_MS)
    await ask<Heard>(viewers, 'report')
    const before = [web, publisher].map(({ pid }) => cpuMs(pid))
    await ask(publisher, { ...load, seconds: SECONDS })
    await wait(SETTLE_MS)
    const [webCpu, publisherCpu] = [web, publisher].map(({ pid }, index) => cpuMs(pid) - before[index]!)
    return row(scene, await ask<Heard>(viewers, 'report'), webCpu!, publisherCpu!)
  } finally {
    await viewers.stop()
    await web.stop()
  }
}

function row(scene: Scene, { latencies, messages }: Heard, webCpu: number, publisherCpu: number): Cell[] {
  const expected = scene.linesPerSecond * SECONDS * (scene.subscribers / scene.workflows)
  return [
    scene.name,
    rounded(messages / SECONDS, 0),
    `${rounded((latencies.length / expected) * 100, 1)} %`,
    rounded(median(latencies)),
    rounded(quantile(latencies, 0.95)),
    rounded((webCpu / SECONDS) * 0.1, 0),
    rounded((publisherCpu / SECONDS) * 0.1, 0),
    scene.aim ?? '',
  ]
}

/** From a line that a step writes to the page that shows it, across two processes and the database. */
export async function live() {
  await withInstallation(async (installation) => {
    const publisher = installation.script('publish_events')
    const published = await messageOf<Published>(publisher)
    const rows: Cell[][] = []
    for (const scene of scenes) rows.push(await play(installation, publisher, published, scene))
    const columns = [
      'viewers',
      'messages/s',
      'lines heard',
      'p50 ms',
      'p95 ms',
      'web CPU %',
      'writer CPU %',
      'aim p95',
    ]
    printTable('live: from a written line to the open page', columns, rows)
    remark('A line after a silence leaves at once; what follows within 80 ms leaves together.')
    remark('A line that came twice or never would show as more or less than 100 %.')
  })
}
