import type { IncomingMessage } from 'node:http'
import type { SentFile } from '../routes/Route.ts'

/** The whole body of a request: its text, or the JSON and the files of a form. Null where a form is none. */
export async function readBody(
  request: IncomingMessage,
): Promise<{ readonly text: string; readonly files: readonly SentFile[] } | null> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const contentType = request.headers['content-type'] ?? ''
  if (!contentType.startsWith('multipart/form-data')) return { text: body.toString('utf8'), files: [] }
  let form: FormData
  try {
    form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
  } catch {
    return null
  }
  const files: SentFile[] = []
  for (const [name, value] of form) {
    const id = /^files\[(\d+)\]$/.exec(name)?.[1]
    if (id === undefined || typeof value === 'string') continue
    files.push({ id, filename: value.name, bytes: new Uint8Array(await value.arrayBuffer()) })
  }
  const text = form.get('payload_json')
  return { text: typeof text === 'string' ? text : '', files }
}
