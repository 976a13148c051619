import fc from 'fast-check'
import { arbitraryBody } from './arbitraryBody.ts'
import { arbitraryFrames } from './arbitraryFrames.ts'
import { arbitraryHeaders } from './arbitraryHeaders.ts'
import { arbitraryPath } from './arbitraryPath.ts'
import { arbitraryQuery } from './arbitraryQuery.ts'
import { damage } from './damage.ts'
import type { Known } from './Known.ts'

type Parts = {
  method: string
  path: string
  query: string
  headers: readonly string[]
  body: Uint8Array
  /** The length that is told, where it is not the body's. */
  declared: string | null
  lineEnd: string
}

const toHandshake = (host: string) =>
  [
    'GET /extended/v1/ws HTTP/1.1',
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    '\r\n',
  ].join('\r\n')

/** Requests of every kind, as the bytes on the wire: good ones, damaged ones, and what is not HTTP at all. */
export function arbitraryRequest(known: Known): fc.Arbitrary<Uint8Array> {
  const bodies = arbitraryBody(known)
  const any = fc.record({
    method: fc.constantFrom(
      ...'GET GET GET POST POST POST HEAD OPTIONS PUT DELETE PATCH TRACE PROPFIND FOO get'.split(' '),
    ),
    path: arbitraryPath(known),
    query: arbitraryQuery(),
    headers: arbitraryHeaders(known),
    body: fc.oneof(fc.constant(Buffer.alloc(0)), ...Object.values(bodies)),
    declared: mostly(null, '0', '1', '-1', '99999999', '1e3', 'x', '18446744073709551616'),
    lineEnd: mostly('\r\n', '\n', '\r', ''),
  })
  // What comes as far as the virtual machine has a route and a body that fit.
  const inContract = known.contractId.replace('.', '/')
  const fitting = fc.oneof(
    ...[
      { paths: ['/v2/transactions'], body: bodies.transaction },
      { paths: ['/v2/fees/transaction'], body: bodies.fees },
      {
        paths: known.readOnly.map((name) => `/v2/contracts/call-read/${inContract}/${name}`),
        body: bodies.read,
      },
      { paths: [`/v2/map_entry/${inContract}/steps`], body: bodies.key },
    ].map(({ paths, body }) =>
      fc.record({
        method: fc.constant('POST'),
        path: fc.constantFrom(...paths),
        query: fc.constantFrom('', '?proof=0'),
        headers: mostly(['Content-Type: application/json'], ['Content-Type: application/octet-stream']),
        body,
        declared: fc.constant(null),
        lineEnd: fc.constant('\r\n'),
      }),
    ),
  )
  const webSocket = fc
    .tuple(mostly('127.0.0.1:3999', '[', 'a b', 'example.com:x', '@', ''), arbitraryFrames())
    .map(([host, frames]) => Buffer.concat([Buffer.from(toHandshake(host)), frames]))
  return fc.oneof(
    { weight: 1, arbitrary: webSocket },
    { weight: 11, arbitrary: any.map(toBytes) },
    { weight: 7, arbitrary: fitting.map(toBytes) },
    { weight: 1, arbitrary: any.map(toBytes).chain(damage) },
    { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 400 }) },
  )
}

function toBytes({ method, path, query, headers, body, declared, lineEnd }: Parts): Uint8Array {
  const lines = [
    `${method} ${path}${query} HTTP/1.1`,
    'Host: 127.0.0.1:3999',
    'Connection: close',
    ...headers,
  ]
  if (body.length > 0 || declared !== null) lines.push(`Content-Length: ${declared ?? body.length}`)
  return Buffer.concat([Buffer.from(`${lines.join(lineEnd)}${lineEnd}${lineEnd}`, 'latin1'), body])
}

function mostly<T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  )
}
