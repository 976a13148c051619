import type { IncomingMessage, ServerResponse } from 'node:http'
import type { World } from '../World.ts'
import { takeFault } from './takeFault.ts'

/** Takes the bytes of a file at the address that was given out for it: once, and as many as were told. */
export async function takeUpload(
  world: World,
  options: { ticket: string; request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  const { ticket, request, response } = options
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const fault = takeFault(world, 'upload')
  if (fault?.kind === 'status') return void response.writeHead(fault.status).end()
  if (fault?.kind === 'drop') return void response.destroy()
  const file = [...world.files.values()].find((candidate) => candidate.ticket === ticket)
  if (file === undefined || file.bytes !== null) return void response.writeHead(404).end()
  const bytes = await readBytes(Buffer.concat(chunks), request.headers['content-type'] ?? '')
  if (bytes === null || bytes.length !== file.length) return void response.writeHead(400).end()
  file.bytes = bytes
  response.writeHead(200).end(`OK - ${bytes.length}`)
}

/** The bytes as they are, or the one file of a form; null where there is none. */
async function readBytes(body: Buffer, contentType: string): Promise<Uint8Array | null> {
  if (!contentType.startsWith('multipart/form-data')) return body
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType },
  }).formData()
  const [part] = [...form.values()].filter((value) => typeof value !== 'string')
  return part === undefined ? null : new Uint8Array(await part.arrayBuffer())
}
