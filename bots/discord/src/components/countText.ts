import type { APIComponentInContainer } from 'discord.js'

/** Characters of all texts together, and what they take on the wire. */
export function countText(parts: readonly APIComponentInContainer[]): { characters: number; bytes: number } {
  const text = parts.map((part) => ('content' in part ? part.content : '')).join('')
  return { characters: text.length, bytes: Buffer.byteLength(text) }
}
