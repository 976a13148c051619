import type { Platform } from '../model/Platform.ts'

/**
 * How the proof of a link is typed or pasted in chat: as words in their order, on Discord as options by their names.
 *
 * @example
 * formatProof({ platform: 'discord', principal, signature }) // '/medikey link principal:ST… signature:…'
 */
export function formatProof(options: { platform: Platform; principal: string; signature: string }): string {
  const { platform, principal, signature } = options
  return platform === 'discord'
    ? `/medikey link principal:${principal} signature:${signature}`
    : `/medikey link ${principal} ${signature}`
}
