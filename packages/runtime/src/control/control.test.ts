import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, request as openRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { BaseError } from '@medikey/errors'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createTestLogger } from '../../testing/createTestLogger.ts'
import { startChild } from '../../testing/startChild.ts'
import { ControlError } from './ControlError.ts'
import { callControl } from './callControl.ts'
import { defineControlHandler } from './defineControlHandler.ts'
import { NotRunningError } from './NotRunningError.ts'
import { RemoteError } from './RemoteError.ts'
import { type ControlServer, serveControl } from './serveControl.ts'

let dir: string
let socketPath: string
let server: ControlServer | null = null
const { logger, lines } = createTestLogger()

const handlers = {
  add: defineControlHandler({
    params: z.strictObject({ a: z.coerce.bigint(), b: z.coerce.bigint() }),
    run: ({ a, b }) => ({ sum: a + b }),
  }),
  nothing: defineControlHandler({ params: z.unknown(), run: () => undefined }),
  refuse: defineControlHandler({
    params: z.unknown(),
    run: () => {
      throw new BaseError({
        code: 'RECORD_NOT_FOUND',
        shortMessage: 'Record 7 does not exist.',
        userMessage: 'There is no record 7.',
        metaMessages: ['record: 7'],
        retryable: true,
      })
    },
  }),
  crash: defineControlHandler({ params: z.unknown(), run: () => Promise.reject(new Error('hush')) }),
  hang: defineControlHandler({ params: z.unknown(), run: () => new Promise(() => {}) }),
}

const serve = async () => {
  server = await serveControl({ socketPath, handlers, logger })
}
const call = (method: string, params: unknown = null, result: z.ZodType = z.unknown(), timeoutMs = 5_000) =>
  callControl({ socketPath, method, params, result, timeoutMs })

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'medikey-control-'))
  socketPath = join(dir, 'medikey.sock')
  lines.length = 0
})
afterEach(async () => {
  await server?.close({ graceMs: 0 })
  server = null
  rmSync(dir, { recursive: true })
})

describe('a call', () => {
  beforeEach(serve)

  test('reaches the running process and brings the result back, large numbers whole', async () => {
    const result = z.strictObject({ sum: z.coerce.bigint() })
    const answer = await callControl({ socketPath, method: 'add', params: { a: 2n ** 127n, b: 1n }, result })
    expect(answer.sum).toBe(2n ** 127n + 1n)
  })

  test('without a result brings null', async () => {
    expect(await call('nothing')).toBeNull()
  })

  test('brings errors of the other side as they arose', async () => {
    await expect(call('refuse')).rejects.toThrow(RemoteError)
    await expect(call('refuse')).rejects.toMatchObject({
      remoteName: 'BaseError',
      code: 'RECORD_NOT_FOUND',
      shortMessage: 'Record 7 does not exist.',
      userMessage: 'There is no record 7.',
      metaMessages: ['record: 7'],
      retryable: true,
    })
  })

  test('tells nothing of an unforeseen failure but where to look; the log has it', async () => {
    await expect(call('crash')).rejects.toMatchObject({
      code: 'CONTROL_FAILED',
      message: 'crash failed in the running MediKey: its log says why.',
    })
    expect(lines).toContainEqual(expect.objectContaining({ method: 'crash', msg: 'Control request failed' }))
  })

  test.each(['unknown', 'toString', '__proto__', 'constructor', ''])(
    'of no known method is refused: %j',
    async (method) => {
      await expect(call(method)).rejects.toMatchObject({
        code: expect.stringMatching(/^CONTROL_(UNKNOWN_METHOD|MALFORMED)$/),
      })
    },
  )

  test.each([null, {}, { a: 'x', b: 1 }, { a: 1, b: 1, c: 1 }, 'a', [1]])(
    'with bad parameters is refused: %j',
    async (params) => {
      await expect(call('add', params)).rejects.toMatchObject({
        code: 'CONTROL_BAD_PARAMS',
        userMessage: expect.stringMatching(/^The parameters of add are not usable: (params|a): ./),
      })
    },
  )

  test('with another result than expected says that the versions differ', async () => {
    const answer = call('add', { a: 1, b: 1 }, z.object({ total: z.string() }))
    await expect(answer).rejects.toMatchObject({ code: 'CONTROL_UNREADABLE' })
  })

  test('that gets no answer ends in time and may be tried again', async () => {
    await expect(call('hang', null, z.unknown(), 50)).rejects.toMatchObject({
      code: 'CONTROL_TIMEOUT',
      retryable: true,
    })
  })
})

describe('the socket', () => {
  test('is closed to other users', async () => {
    await serve()
    expect(statSync(socketPath).mode & 0o777).toBe(0o600)
  })

  test('of nobody means that nothing runs', async () => {
    await expect(call('nothing')).rejects.toThrow(NotRunningError)
    writeFileSync(socketPath, 'a file')
    await expect(call('nothing')).rejects.toThrow(NotRunningError)
  })

  test('is gone after close', async () => {
    await serve()
    await server?.close()
    await expect(call('nothing')).rejects.toThrow('start one with "medikey start"')
  })

  test('that a killed process left behind is replaced', async () => {
    const child = startChild(`
      const logger = runtime.createLogger({ level: 'silent', name: 'child' })
      await runtime.serveControl({ socketPath: ${JSON.stringify(socketPath)}, handlers: {}, logger })
      console.log('up')`)
    expect(await child.line()).toBe('up')
    child.kill('SIGKILL')
    await child.exited
    await expect(call('nothing')).rejects.toThrow(NotRunningError)
    await serve()
    expect(await call('nothing')).toBeNull()
  })

  test('is not taken away from a process that answers', async () => {
    await serve()
    await expect(serveControl({ socketPath, handlers: {}, logger })).rejects.toMatchObject({
      code: 'CONTROL_SOCKET_TAKEN',
    })
    expect(await call('nothing')).toBeNull()
  })

  test('with too long a path is refused in a sentence', async () => {
    const long = join(dir, 'x'.repeat(120))
    const serving = serveControl({ socketPath: long, handlers: {}, logger })
    await expect(serving).rejects.toThrow(ControlError)
    await expect(serving).rejects.toThrow('is too long for a socket: set MEDIKEY_DATA_DIR to a shorter one.')
  })

  test('in a directory that does not exist is refused in a sentence', async () => {
    const serving = serveControl({ socketPath: join(dir, 'gone', 's'), handlers: {}, logger })
    await expect(serving).rejects.toMatchObject({ code: 'CONTROL_SOCKET_REFUSED' })
  })
})

describe('whoever speaks something else', () => {
  const send = async (options: { method?: string; path?: string; body?: string }) => {
    const request = openRequest({ socketPath, method: options.method ?? 'POST', path: options.path ?? '/' })
    request.on('error', () => {})
    request.end(options.body)
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    return { status: response.statusCode, body: await text(response) }
  }

  test.each(['', 'x', '[]', 'null', '{"method":1,"params":{}}', '{"method":"add","params":1,"more":1}'])(
    'gets a refusal: %j',
    async (body) => {
      await serve()
      expect((await send({ body })).body).toContain('"CONTROL_MALFORMED"')
      expect(await call('nothing')).toBeNull()
    },
  )

  test('with too much to say is cut off', async () => {
    await serve()
    const body = JSON.stringify({ method: 'nothing', params: 'x'.repeat(1_100_000) })
    expect((await send({ body })).status).toBe(413)
    await expect(call('nothing', 'x'.repeat(1_100_000))).rejects.toThrow(ControlError)
  })

  test('on another path or by another method gets a 404', async () => {
    await serve()
    expect((await send({ path: '/x', body: '{}' })).status).toBe(404)
    expect((await send({ method: 'GET' })).status).toBe(404)
  })

  test.each(['', 'Internal error', '{}', '{"result":1,"error":{}}', '{"error":{"code":1}}'])(
    'in our place is not believed: %j',
    async (answer) => {
      const stranger = createServer((_request, response) => response.end(answer))
      stranger.listen(socketPath)
      await once(stranger, 'listening')
      await expect(call('nothing')).rejects.toMatchObject({ code: 'CONTROL_UNREADABLE' })
      stranger.close()
      stranger.closeAllConnections()
    },
  )

  test('and hangs up midway is told apart from one who never ran', async () => {
    const stranger = createServer((request) => request.socket.destroy())
    stranger.listen(socketPath)
    await once(stranger, 'listening')
    await expect(call('nothing')).rejects.toMatchObject({ code: 'CONTROL_INTERRUPTED', retryable: true })
    stranger.close()
  })
})
