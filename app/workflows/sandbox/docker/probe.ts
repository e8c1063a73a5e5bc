import { clientEnvironment, docker } from './command.js'

/** Answers null when an engine answers and has the image, else one sentence with what to do. */
export async function probeDocker(image: string, dockerHost?: string): Promise<string | null> {
  const environment = clientEnvironment(dockerHost)
  const engine = await docker(['version', '--format', '{{.Server.Version}}'], environment).catch(() => '')
  if (!engine) return 'No docker engine answers: start one, e.g. with "systemctl start docker".'
  const present = await docker(['image', 'inspect', '--format', '{{.Id}}', image], environment).catch(
    () => ''
  )
  return present ? null : `The docker image ${image} is missing: run "docker pull ${image}".`
}
