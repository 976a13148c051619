import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { readContent } from '../methods/readContent.ts'
import type { World } from '../World.ts'
import { readBody } from './readBody.ts'
import { takeFault } from './takeFault.ts'

const USES = 5
const LIFE_MS = 30 * 60_000

const bodySchema = z.strictObject({
  text: z.string().optional(),
  blocks: z.array(z.unknown()).optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  metadata: z.unknown().optional(),
})

/** A `response_url`: five uses within thirty minutes. */
export async function answerResponseUrl(
  world: World,
  options: { id: string; request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  const { id, request, response } = options
  const body = await readBody(request)
  const fault = takeFault(world, 'response_url')
  if (fault?.kind === 'status') return void response.writeHead(fault.status).end()
  if (fault?.kind === 'drop') return void response.destroy()
  const entry = world.responseUrls.get(id)
  if (entry === undefined) return void response.writeHead(404).end('not_found')
  if (world.now().getTime() - entry.issuedAt > LIFE_MS) return void response.writeHead(404).end('expired_url')
  if (entry.uses >= USES) return void response.writeHead(404).end('used_url')
  const parsed = bodySchema.safeParse(JSON.parse(body))
  if (!parsed.success) return void response.writeHead(400).end('invalid_payload')
  entry.uses += 1
  const read = readContent(world, { ...parsed.data })
  if ('refusal' in read) return void response.writeHead(400).end(String(read.refusal.error))
  const { text, blocks } = read.content
  if (parsed.data.response_type === 'in_channel') {
    world.messages.push({
      channel: entry.channel,
      ts: world.nextTs(),
      threadTs: null,
      text,
      blocks,
      metadata: null,
      edits: 0,
    })
  } else {
    world.ephemerals.push({ channel: entry.channel, user: entry.user, text, blocks, via: 'response_url' })
  }
  response.writeHead(200).end('ok')
}
