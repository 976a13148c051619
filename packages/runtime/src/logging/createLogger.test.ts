import { BaseError } from '@medikey/errors'
import { beforeEach, describe, expect, test } from 'vitest'
import { createSecret } from '../secret/createSecret.ts'
import type { Secret } from '../secret/Secret.ts'
import { createLogger } from './createLogger.ts'

let lines: string[]
beforeEach(() => {
  lines = []
})

const logTo = (options: { secrets?: readonly Secret[] | (() => readonly Secret[]) } = {}) =>
  createLogger({
    level: 'debug',
    name: 'medikey',
    destination: { write: (line) => void lines.push(line) },
    ...options,
  })

const last = () => JSON.parse(lines.at(-1) ?? '') as Record<string, unknown>

describe('a line', () => {
  test('is one JSON object with a level in words, a time, a name, the message and its facts', () => {
    logTo().info(
      { txid: '0xab', recordId: 340282366920938463463374607431768211455n },
      'Transaction broadcast',
    )
    expect(lines).toHaveLength(1)
    expect(last()).toMatchObject({
      level: 'info',
      name: 'medikey',
      msg: 'Transaction broadcast',
      txid: '0xab',
      recordId: '340282366920938463463374607431768211455',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    })
  })

  test('is left out below the level', () => {
    createLogger({ level: 'warn', name: 'x', destination: { write: (line) => void lines.push(line) } }).info(
      'no',
    )
    expect(lines).toEqual([])
  })

  test('survives a cycle, bytes, maps, dates and functions', () => {
    const loop: Record<string, unknown> = { n: 1 }
    loop.self = loop
    logTo().info(
      { loop, raw: new Uint8Array([1]), map: new Map([['a', 1n]]), at: new Date(0), f: () => 1 },
      'x',
    )
    expect(last()).toMatchObject({
      raw: '[bytes]',
      map: { a: '1' },
      at: '1970-01-01T00:00:00.000Z',
      msg: 'x',
    })
    expect(last()).not.toHaveProperty('f')
  })
})

describe('fields with secret-looking names', () => {
  test.each([
    'token',
    'botToken',
    'SLACK_BOT_TOKEN',
    'accessTokens',
    'authorization',
    'Authorization',
    'x-slack-signature',
    'passphrase',
    'keystorePassphrase',
    'password',
    'privateKey',
    'private_key',
    'senderKeyPrivateKey',
    'mnemonic',
    'bytes',
    'signingSecret',
    'x-api-key',
    'cookie',
    'DATABASE_URL',
  ])('are redacted at any depth and in child loggers: %s', (name) => {
    const log = logTo()
    log.info({ [name]: 'hush', deep: [{ er: { [name]: 'hush' } }] }, 'x')
    log.info({ [name]: { nested: 'hush' } }, 'x')
    log
      .child({ [name]: 'hush', ok: 1 })
      .child({ a: { [name]: 'hush' } })
      .info('x')
    log.child({ [name]: 'hush' }, { level: 'info' }).info('x')
    const bound = log.child({})
    bound.setBindings({ [name]: 'hush' })
    bound.info('x')
    expect(lines).toHaveLength(5)
    for (const line of lines) {
      expect(line).not.toContain('hush')
      expect(line).toContain('[redacted]')
    }
  })

  test('do not swallow ordinary facts', () => {
    logTo().info(
      { txid: '0xab', principal: 'ST1', nonce: 4n, tokenCount: 3, maxBytes: 9, hasToken: true },
      'x',
    )
    expect(last()).toMatchObject({
      txid: '0xab',
      principal: 'ST1',
      nonce: '4',
      tokenCount: 3,
      maxBytes: 9,
      hasToken: true,
    })
  })

  test('are redacted in the instances of foreign classes too', () => {
    class Client {
      token = 'hush'
      inner = { headers: { authorization: 'Bearer hush' } }
    }
    logTo().info({ client: new Client(), secret: createSecret('hush'), plain: createSecret('hush') }, 'x')
    expect(lines[0]).not.toContain('hush')
    expect(last()).toMatchObject({ plain: '[redacted]' })
  })
})

describe('known secrets', () => {
  const secrets = [
    createSecret('xoxb-1234-"quoted"'),
    createSecret('postgres://medikey:p%40ss-word@db/medikey'),
    createSecret('short'),
  ]

  test('are replaced wherever they turn up: message, fields, stacks, URLs', () => {
    const log = logTo({ secrets })
    log.info('token is xoxb-1234-"quoted"')
    log.info({ url: `https://x/?t=${encodeURIComponent('xoxb-1234-"quoted"')}`, where: 'p@ss-word' }, 'x')
    log.info('%s', 'postgres://medikey:p%40ss-word@db/medikey')
    log.error(new Error('bad xoxb-1234-"quoted"', { cause: new Error('p%40ss-word') }))
    log.child({ note: 'xoxb-1234-"quoted"' }).info('x')
    expect(lines).toHaveLength(5)
    for (const line of lines) {
      expect(line).not.toMatch(/xoxb|ss-word/)
      expect(() => JSON.parse(line)).not.toThrow()
      expect(line).toContain('[redacted]')
    }
  })

  test('may be learnt after the logger was made', () => {
    const learnt: Secret[] = []
    const log = logTo({ secrets: () => learnt })
    log.info('key-of-alice')
    learnt.push(createSecret('key-of-alice'))
    log.info('key-of-alice')
    expect(lines.map((line) => line.includes('key-of-alice'))).toEqual([true, false])
  })

  test('that are too short to be told from words leave the line readable', () => {
    logTo({ secrets }).info('a short story')
    expect(last().msg).toBe('a short story')
  })

  test('with a broken percent sign do not stop the log', () => {
    const odd = createSecret('postgres://u:100%@h/db')
    expect(() => logTo({ secrets: [odd] }).info('100% done')).not.toThrow()
  })
})

describe('an error', () => {
  class BrokenError extends BaseError {
    override readonly name = 'BrokenError'
  }

  test('of ours tells code, sentence, facts and causes, and not what was meant for the person', () => {
    const err = new BrokenError({
      code: 'BROKEN',
      shortMessage: 'It broke.',
      metaMessages: ['route: /v2/info'],
      userMessage: 'Please try again.',
      retryable: true,
      cause: new Error('outer', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) }),
    })
    logTo().error({ err }, 'Read failed')
    expect(last().err).toMatchObject({
      type: 'BrokenError',
      code: 'BROKEN',
      message: 'It broke.',
      metaMessages: ['route: /v2/info'],
      retryable: true,
      stack: expect.stringMatching(/^at /),
      cause: { type: 'Error', message: 'outer', cause: { message: 'reset', code: 'ECONNRESET' } },
    })
    expect(lines[0]).not.toContain('try again')
    expect(lines[0]?.match(/It broke/g)).toHaveLength(1)
  })

  test('of a library leaves its requests and answers behind', () => {
    const err = Object.assign(new Error('Request failed'), {
      code: 'slack_webapi_platform_error',
      statusCode: 500,
      config: { headers: { Authorization: 'Bearer hush' } },
      data: { echoed: 'hush' },
    })
    logTo().error(err)
    expect(last()).toMatchObject({
      msg: 'Request failed',
      err: { statusCode: 500, code: 'slack_webapi_platform_error' },
    })
    expect(lines[0]).not.toContain('hush')
  })

  test('of many tells each, and a circle of causes ends', () => {
    const a = new Error('a')
    a.cause = a
    logTo().error({ err: new AggregateError([new Error('one'), a], 'many') }, 'x')
    expect(last().err).toMatchObject({ errors: [{ message: 'one' }, { message: 'a' }] })
  })

  test('that is no error is told as far as it is safe', () => {
    logTo().error({ err: new Error('x', { cause: 'why' }) }, 'x')
    logTo().error({ err: new Error('x', { cause: { token: 'hush' } }) }, 'x')
    expect(JSON.parse(lines[0] ?? '').err.cause).toBe('why')
    expect(JSON.parse(lines[1] ?? '').err.cause).toEqual({ type: 'object' })
  })
})
