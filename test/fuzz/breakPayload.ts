import type { Edit } from '../chat/Chat.ts'
import type { Break } from './Act.ts'

/** Breaks a payload: walks into it by the turns, as deep as it goes, and replaces what it finds there. */
export function breakPayload({ turns, replacement }: Break): Edit {
  return (payload) => {
    const copy = structuredClone(payload)
    let parent: unknown = copy
    for (const [index, turn] of turns.entries()) {
      if (typeof parent !== 'object' || parent === null) break
      const keys = Object.keys(parent)
      const key = keys[turn % Math.max(1, keys.length)]
      if (key === undefined) break
      const child = Reflect.get(parent, key)
      const goesDeeper = index < turns.length - 1 && typeof child === 'object' && child !== null
      if (!goesDeeper) {
        if (replacement === 'left out') Reflect.deleteProperty(parent, key)
        else Reflect.set(parent, key, JSON.parse(replacement.json))
        break
      }
      parent = child
    }
    return copy
  }
}
