import { connect } from 'node:net'

/** What came back for the bytes of one request. */
export type RawAnswer = {
  /** Null when the connection was closed without an answer. */
  readonly status: number | null
  readonly contentType: string | null
  readonly body: string
}

/** Sends bytes on a connection of their own, HTTP or not, and reads until the server closes it. */
export function sendRaw(url: string, bytes: Uint8Array): Promise<RawAnswer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect({ host: hostname, port: Number(port) })
    // Generous: what takes this long hangs.
    socket.setTimeout(20_000, () => socket.destroy(new Error('The chain gave no answer within 20 s.')))
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // The server may close before it has read everything; what it said still counts.
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') resolve(parse(Buffer.concat(chunks)))
      else reject(error)
    })
    socket.on('close', () => resolve(parse(Buffer.concat(chunks))))
    socket.end(bytes)
  })
}

function parse(answer: Buffer): RawAnswer {
  // A `100 Continue` comes before the answer.
  const text = answer.toString('latin1').replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, '')
  const end = text.indexOf('\r\n\r\n')
  const head = text.slice(0, end < 0 ? text.length : end)
  const status = /^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]
  const contentType = /^content-type: *(.*?)\r?$/im.exec(head)?.[1]
  // A `HEAD` has no body: what follows answers whatever came behind it.
  const raw = end < 0 || text.startsWith('HTTP/', end + 4) ? '' : text.slice(end + 4)
  return {
    status: status === undefined ? null : Number(status),
    contentType: contentType ?? null,
    body: /^transfer-encoding: *chunked/im.test(head) ? joinChunks(raw) : raw,
  }
}

function joinChunks(raw: string): string {
  const size = Number.parseInt(raw, 16)
  if (!(size > 0)) return ''
  const start = raw.indexOf('\r\n') + 2
  return raw.slice(start, start + size) + joinChunks(raw.slice(start + size + 2))
}
