import type { Directory } from '../identities/createDirectory.ts'
import { toInertText } from '../messages/toInertText.ts'

const LONGEST = 28

/**
 * A person's name for a picture or a list: on one line, and short. In a digest nobody is mentioned, since it would ping
 * them every day.
 */
export function nameShort(directory: Pick<Directory, 'describe'>, principal: string): string {
  const name = toInertText(directory.describe(principal).name).replace(/\s+/g, ' ').trim()
  const characters = [...new Intl.Segmenter().segment(name)].map(({ segment }) => segment)
  return characters.length <= LONGEST ? name : `${characters.slice(0, LONGEST - 1).join('')}…`
}
