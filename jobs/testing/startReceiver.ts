import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as it arrived. */
export type Received = {
  readonly method: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A program that listens for what MediKey sends. */
export type Receiver = {
  readonly url: string
  readonly received: readonly Received[]
  /** What the next request is answered; 204 unless told. */
  answerNext(answer: (response: ServerResponse) => void): void
  close(): Promise<void>
}

/** Starts a real HTTP server on loopback that notes what it is sent. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const answers: ((response: ServerResponse) => void)[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({
        method: request.method,
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      })
      const answer = answers.shift() ?? ((usual) => void usual.writeHead(204).end())
      answer(response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answerNext: (answer) => void answers.push(answer),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
