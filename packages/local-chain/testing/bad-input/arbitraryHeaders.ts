import fc from 'fast-check'
import type { Known } from './Known.ts'

/** Header lines: those of a good request, or any few. */
export function arbitraryHeaders({ token }: Known): fc.Arbitrary<string[]> {
  const header = fc.constantFrom<string[]>(
    'Content-Type: application/json',
    'Content-Type: application/octet-stream',
    'Content-Type: text/plain',
    'Content-Type: ;;;',
    'Content-Type: application/json; charset=utf-16',
    `Authorization: Bearer ${token}`,
    'Authorization: Basic AAAA',
    'Origin: https://example.com',
    'Origin: null',
    'Host: example.com',
    'Host: [',
    'Host:',
    'If-None-Match: "x"',
    'If-None-Match: *',
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: gzip',
    'Expect: 100-continue',
    'Expect: nonsense',
    'Content-Encoding: gzip',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Upgrade: h2c',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Range: bytes=0-',
    'X: \u00e9\u0001',
    'X',
    ': x',
    'X-Forwarded-Proto: gopher',
    `X-Long: ${'a'.repeat(20_000)}`,
  )
  const json = fc.constant<string[]>(['Content-Type: application/json', `Authorization: Bearer ${token}`])
  return fc.oneof(
    { weight: 2, arbitrary: json },
    { weight: 1, arbitrary: fc.array(header, { maxLength: 4 }) },
  )
}
