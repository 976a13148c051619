import { once } from 'node:events'
import { type IncomingMessage, request as openRequest } from 'node:http'
import { text } from 'node:stream/consumers'
import { BaseError } from '@medikey/errors'
import { Counter } from 'prom-client'
import { afterEach, describe, expect, test } from 'vitest'
import { createTestLogger } from '../../testing/createTestLogger.ts'
import { type CreateHttpServerOptions, createHttpServer, type HttpServer } from './createHttpServer.ts'
import { ListenFailedError } from './ListenFailedError.ts'
import { PortTakenError } from './PortTakenError.ts'

const open: HttpServer[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close({ graceMs: 0 })
})

const setUp = (options: Partial<CreateHttpServerOptions> = {}) => {
  const { logger, lines } = createTestLogger()
  const server = createHttpServer({ host: '127.0.0.1', port: 0, logger, ...options })
  open.push(server)
  return { server, lines }
}

const get = async (url: string, init?: RequestInit) => {
  const response = await fetch(url, init)
  return { status: response.status, body: await response.text(), type: response.headers.get('content-type') }
}

describe('health', () => {
  test('is alive as soon as it listens', async () => {
    const { url } = await setUp().server.listen()
    expect(await get(`${url}/livez`)).toMatchObject({ status: 200, body: '{"status":"alive"}' })
  })

  test('is ready while every check passes', async () => {
    const { server } = setUp()
    server.addReadinessCheck({ name: 'store', check: () => {} })
    server.addReadinessCheck({ name: 'chain', check: async () => {} })
    const { url } = await server.listen()
    const { status, body } = await get(`${url}/readyz`)
    expect(status).toBe(200)
    expect(JSON.parse(body)).toEqual({ status: 'ready', checks: { store: 'ok', chain: 'ok' } })
  })

  test('is not ready when one fails, tells sentences of ours and nothing of strangers', async () => {
    const { server } = setUp({ readinessTimeoutMs: 20 })
    server.addReadinessCheck({ name: 'store', check: () => {} })
    server.addReadinessCheck({
      name: 'chain',
      check: () => Promise.reject(new BaseError({ code: 'X', shortMessage: 'The node did not answer.' })),
    })
    server.addReadinessCheck({
      name: 'slack',
      check: () => {
        throw new Error('token xoxb-1 refused')
      },
    })
    server.addReadinessCheck({ name: 'queue', check: () => new Promise(() => {}) })
    const { url } = await server.listen()
    const { status, body } = await get(`${url}/readyz`)
    expect(status).toBe(503)
    expect(JSON.parse(body)).toEqual({
      status: 'not ready',
      checks: {
        store: 'ok',
        chain: 'The node did not answer.',
        slack: 'failed',
        queue: 'no answer within 20 ms',
      },
    })
  })
})

test('metrics are those of the process and those that were added', async () => {
  const { server } = setUp()
  new Counter({ name: 'medikey_grants_total', help: 'Grants', registers: [server.registry] }).inc(2)
  const { url } = await server.listen()
  const { status, body, type } = await get(`${url}/metrics`)
  expect(status).toBe(200)
  expect(type).toContain('text/plain')
  expect(body).toContain('medikey_grants_total 2')
  expect(body).toContain('process_cpu_seconds_total')
})

describe('foreign requests', () => {
  test.each([
    ['GET', '/'],
    ['GET', '/admin'],
    ['POST', '/livez'],
    ['GET', '/livez/'],
    ['GET', '//livez'],
    ['GET', '/slack/events'],
    ['POST', '/slack/events'],
    ['DELETE', '/metrics'],
  ])('get a plain 404: %s %s', async (method, path) => {
    const { url } = await setUp().server.listen()
    expect(await get(`${url}${path}`, { method })).toMatchObject({ status: 404, body: 'Not found' })
  })

  test('with a foreign or broken Host header do not bring the server down', async () => {
    const { port, url } = await setUp().server.listen()
    for (const host of ['evil.example', 'a b', '%%']) {
      const request = openRequest({ host: '127.0.0.1', port, path: '/nothing', headers: { host } }).end()
      const [response] = (await once(request, 'response')) as [IncomingMessage]
      expect(response.statusCode).toBeGreaterThanOrEqual(400)
      response.resume()
    }
    expect((await get(`${url}/livez`)).status).toBe(200)
  })
})

describe('a mounted handler', () => {
  test('gets node’s own request with an unread body, on its path alone', async () => {
    const { server } = setUp()
    server.mount('/slack/events', async (request, response) => {
      response.writeHead(201).end(`${request.method} ${request.url} ${await text(request)}`)
    })
    const { url } = await server.listen()
    const init = { method: 'POST', body: 'payload=%7B%7D' }
    expect(await get(`${url}/slack/events`, init)).toMatchObject({
      status: 201,
      body: 'POST /slack/events payload=%7B%7D',
    })
    expect((await get(`${url}/slack/events?x=1`, init)).status).toBe(201)
    expect((await get(`${url}/slack/events/more`, init)).status).toBe(404)
    expect((await get(`${url}/livez`)).status).toBe(200)
  })

  test('that fails answers 500 without its reason, and the log has it', async () => {
    const { server, lines } = setUp()
    server.mount('/a', () => {
      throw new Error('why')
    })
    server.mount('/b', () => Promise.reject(new Error('why')))
    server.app.get('/c', () => {
      throw new Error('why')
    })
    const { url } = await server.listen()
    for (const path of ['/a', '/b', '/c'])
      expect(await get(url + path)).toMatchObject({ status: 500, body: 'Internal error' })
    expect(lines.map((line) => line.path)).toEqual(['/a', '/b', '/c'])
  })
})

describe('listening', () => {
  test('on a taken port says which port and which variable changes it', async () => {
    const { port } = await setUp().server.listen()
    const second = setUp({ port }).server
    await expect(second.listen()).rejects.toThrow(PortTakenError)
    await expect(setUp({ port, portVariable: 'MEDIKEY_CHAIN_PORT' }).server.listen()).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is taken by another process: set MEDIKEY_CHAIN_PORT to a free port or stop the process that has it.`,
    )
  })

  test('on an address that this machine does not have says so', async () => {
    const listening = setUp({ host: '203.0.113.7' }).server.listen()
    await expect(listening).rejects.toThrow(ListenFailedError)
    await expect(listening).rejects.toThrow('this machine has no such address')
  })

  test('gives IPv6 addresses in brackets', async () => {
    const { url } = await setUp({ host: '::1' }).server.listen()
    expect(url).toMatch(/^http:\/\/\[::1\]:\d+$/)
  })
})

describe('closing', () => {
  test('lets a request under way finish', async () => {
    const { server } = setUp()
    const begun = Promise.withResolvers<void>()
    const release = Promise.withResolvers<void>()
    server.mount('/slow', async (_request, response) => {
      begun.resolve()
      await release.promise
      response.end('done')
    })
    const { url } = await server.listen()
    const answer = get(`${url}/slow`)
    await begun.promise
    const closed = server.close()
    release.resolve()
    expect(await answer).toMatchObject({ status: 200, body: 'done' })
    await closed
    await expect(fetch(`${url}/livez`)).rejects.toThrow()
  })

  test('breaks off what does not finish within the grace', async () => {
    const { server } = setUp()
    const begun = Promise.withResolvers<void>()
    server.mount('/stuck', () => begun.resolve())
    const { url } = await server.listen()
    const answer = expect(fetch(`${url}/stuck`)).rejects.toThrow()
    await begun.promise
    await server.close({ graceMs: 10 })
    await answer
  })

  test('is harmless before listening and twice', async () => {
    const { server } = setUp()
    await server.close()
    await server.listen()
    await server.close()
    await expect(server.close()).resolves.toBeUndefined()
  })
})
