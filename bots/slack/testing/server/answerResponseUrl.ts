import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { getTeam } from '../getTeam.ts'
import { type Content, readContent } from '../methods/readContent.ts'
import type { FakeEphemeral, FakeMessage, ResponseUrl, World } from '../World.ts'
import { readBody } from './readBody.ts'
import { takeFault } from './takeFault.ts'

const USES = 5
const LIFE_MS = 30 * 60_000

const bodySchema = z.strictObject({
  text: z.string().optional(),
  blocks: z.array(z.unknown()).optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
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
  const address = world.responseUrls.get(id)
  if (address === undefined) return void response.writeHead(404).end('not_found')
  if (world.now().getTime() - address.issuedAt > LIFE_MS)
    return void response.writeHead(404).end('expired_url')
  if (address.uses >= USES) return void response.writeHead(404).end('used_url')
  const parsed = bodySchema.safeParse(JSON.parse(body))
  if (!parsed.success) return void response.writeHead(400).end('invalid_payload')
  address.uses += 1
  const { response_type, replace_original, delete_original, ...rest } = parsed.data
  if (delete_original) {
    remove(world, address)
    return void response.writeHead(200).end('ok')
  }
  const read = readContent(world, { team: getTeam(world, address.team), args: rest })
  if ('refusal' in read) return void response.writeHead(400).end(String(read.refusal.error))
  const { content } = read
  const original = [...world.messages, ...world.ephemerals].find(({ ts }) => ts === address.original)
  if (replace_original && original !== undefined) replace(original, content)
  else if (response_type === 'in_channel') postToChannel(world, { address, content })
  else postToPerson(world, { address, content })
  response.writeHead(200).end('ok')
}

function replace(original: FakeMessage | FakeEphemeral, content: Content): void {
  original.text = content.text
  original.blocks = content.blocks
  original.edits += 1
}

function remove(world: World, { original }: ResponseUrl): void {
  for (const list of [world.messages, world.ephemerals]) {
    const index = list.findIndex(({ ts }) => ts === original)
    if (index >= 0) list.splice(index, 1)
  }
}

function postToChannel(world: World, options: { address: ResponseUrl; content: Content }): void {
  const { team, channel } = options.address
  const { text, blocks } = options.content
  world.messages.push({
    team,
    channel,
    author: null,
    ts: world.nextTs(),
    threadTs: null,
    text,
    blocks,
    metadata: null,
    edits: 0,
  })
}

function postToPerson(world: World, options: { address: ResponseUrl; content: Content }): void {
  const { team, channel, user } = options.address
  const { text, blocks } = options.content
  world.ephemerals.push({
    team,
    channel,
    user,
    ts: world.nextTs(),
    text,
    blocks,
    via: 'response_url',
    edits: 0,
  })
}
