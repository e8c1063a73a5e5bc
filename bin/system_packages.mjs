/**
 * Tests need a real browser and a real sandbox. Where they are missing and the operating system's
 * package manager can add them without asking, this does so and says so; else it names the command.
 */
import { spawnSync } from 'node:child_process'

const wanted = [
  {
    program: 'chromium',
    alternatives: ['chromium', 'chromium-browser', 'google-chrome'],
    package: 'chromium',
  },
  { program: 'bwrap', alternatives: ['bwrap'], package: 'bubblewrap' },
]

const found = (program) => spawnSync('sh', ['-c', 'command -v "$1"', 'sh', program]).status === 0
const missing = wanted.filter(({ alternatives }) => !alternatives.some(found))

if (missing.length > 0) {
  const packages = missing.map((entry) => entry.package)
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`
  const isRoot = process.getuid?.() === 0
  const canSudo = !isRoot && spawnSync('sudo', ['-n', 'true']).status === 0

  if (!found('apt-get') || !(isRoot || canSudo)) {
    console.error(`\nThe tests need ${packages.join(' and ')}. Install with: sudo ${command}`)
    process.exit(1)
  }

  console.log(`Installing ${packages.join(' and ')} with apt-get …`)
  const prefix = isRoot ? [] : ['sudo', '-n']
  const run = (args) =>
    spawnSync([...prefix, ...args][0], [...prefix, ...args].slice(1), {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status
  run(['apt-get', 'update'])
  if (run(command.split(' ')) !== 0) {
    console.error(`\nThat did not work. Install by hand: sudo ${command}`)
    process.exit(1)
  }
}
