import { afterAll, describe, expect, test } from 'vitest'
import { sendRaw } from '../../testing/sendRaw.ts'
import { startTestChain } from '../../testing/startTestChain.ts'

const { chain, contractId, get } = await startTestChain()
afterAll(() => chain.close())

function send(head: string, body: Uint8Array | string = ''): ReturnType<typeof sendRaw> {
  const start = `${head}\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`
  return sendRaw(chain.url, Buffer.concat([Buffer.from(start), Buffer.from(body)]))
}

describe('a request that no route takes', () => {
  test('is answered as a node answers it under /v2/', async () => {
    expect(await get('/v2/nothing')).toEqual({ status: 404, body: 'No such file or directory' })
    expect(await get('/v2/transactions')).toEqual({ status: 405, body: 'Method Not Allowed. Allowed: POST' })
    const path = `/v2/contracts/call-read/${contractId.replace('.', '/')}/get-count`
    expect(await get(path)).toMatchObject({ status: 405 })
    const response = await fetch(`${chain.url}/v2/info`, { method: 'DELETE' })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET')
  })

  test('is answered as the API answers it elsewhere', async () => {
    expect(await get('/extended/v9/nothing?limit=1')).toEqual({
      status: 404,
      body: {
        statusCode: 404,
        error: 'Not Found',
        message: 'Route GET:/extended/v9/nothing?limit=1 not found',
      },
    })
    const response = await fetch(`${chain.url}/extended`, { method: 'POST' })
    expect(await response.json()).toMatchObject({
      statusCode: 404,
      message: 'Route POST:/extended not found',
    })
  })
})

describe('a body of more than 10 MB', () => {
  test('is refused with 413 by the length that it tells, before it is sent', async () => {
    const head =
      'POST /v2/transactions HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 10000001'
    expect(await send(head)).toMatchObject({ status: 413 })
  })

  test('is refused with 413 when it tells no length', async () => {
    const megabyte = 'a'.repeat(1_000_000)
    const chunks = Array.from({ length: 11 }, () => `f4240\r\n${megabyte}\r\n`).join('')
    const head = 'POST /v2/transactions HTTP/1.1\r\nTransfer-Encoding: chunked'
    const { status, body } = await send(head, `${chunks}0\r\n\r\n`)
    expect(status).toBe(413)
    expect(JSON.parse(body)).toEqual({
      statusCode: 413,
      code: 'FST_ERR_CTP_BODY_TOO_LARGE',
      error: 'Payload Too Large',
      message: 'Request body is too large',
    })
  })
})

test('what is not HTTP, and a head too large to read, end with a 4xx and a closed connection', async () => {
  expect(await sendRaw(chain.url, Buffer.from('\x16\x03\x01\x02\x00\x01'))).toMatchObject({ status: 400 })
  expect(await send(`GET /${'a'.repeat(20_000)} HTTP/1.1`)).toMatchObject({ status: 431 })
})
