import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import vine from '@vinejs/vine'

const SIZE = 1536

/** Words that mean the same fall together; each other word is a direction of its own. */
const meanings = [
  ['range', 'ranges', 'intervalle', 'intervalles'],
  ['overlaps', 'overlap', 'chevauchement', 'chevauchent'],
  ['parse', 'read', 'lire', 'lecture'],
]

function vectorOf(text: string): number[] {
  const vector = new Array<number>(SIZE).fill(0)
  for (const word of text.match(/\p{Lu}?\p{Ll}+/gu) ?? []) {
    const known = meanings.findIndex((words) => words.includes(word.toLowerCase()))
    const place =
      known >= 0
        ? known
        : 16 + (createHash('sha256').update(word.toLowerCase()).digest().readUInt16BE() % (SIZE - 16))
    vector[place]! += known >= 0 ? 4 : 1
  }
  const length = Math.hypot(...vector) || 1
  return vector.map((value) => value / length)
}

const asked = vine.create({
  model: vine.string(),
  input: vine.array(vine.string().minLength(1)).minLength(1).maxLength(2048),
  encoding_format: vine.enum(['float'] as const).optional(),
})

/** A server with OpenAI's `POST /v1/embeddings`; refuses what OpenAI's description of it does not allow. */
export async function startEmbeddings() {
  const requests: string[][] = []
  const server = createServer(async (request, response) => {
    const send = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    if (request.url !== '/v1/embeddings' || request.method !== 'POST')
      return send(404, { error: { message: 'not found' } })
    if (request.headers.authorization !== 'Bearer sk-test')
      return send(401, { error: { message: 'Incorrect API key provided.' } })
    const body = await asked.validate(JSON.parse(Buffer.concat(chunks).toString())).catch(() => null)
    if (!body) return send(400, { error: { message: 'invalid request' } })
    requests.push(body.input)
    const tokens = body.input.join(' ').split(/\s+/).length
    send(200, {
      object: 'list',
      model: body.model,
      data: body.input.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) })),
      usage: { prompt_tokens: tokens, total_tokens: tokens },
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { url: `http://127.0.0.1:${port}/v1`, requests, stop }
}
