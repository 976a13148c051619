import type { Settings } from '../Settings.ts'
import type { Text } from './Message.ts'

/** Every card of a demo says that it is one. */
export function demoFooter(settings: Settings): Text[] {
  return settings.demo ? [['Demo: a local chain with public keys. Nothing here is real.']] : []
}
