import type { World } from '../World.ts'
import type { MessageBlock } from './blockSchema.ts'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/**
 * Where a message shows a file that Slack does not show, as Slack points to it; null where there is none. A file has to be
 * uploaded to the workspace, finished, worked on, and a picture.
 */
export function findImageProblem(
  world: World,
  options: { team: string; blocks: readonly MessageBlock[] },
): string | null {
  const { team, blocks } = options
  const index = blocks.findIndex((block) => {
    if (block.type !== 'image') return false
    const file = world.files.get(block.slack_file.id)
    const isPicture = PNG.every((byte, place) => file?.bytes?.[place] === byte)
    return file?.team !== team || !file.isComplete || !isPicture
  })
  const isBusy = index === -1 && world.busy.left > 0 && blocks.some(({ type }) => type === 'image')
  if (isBusy) world.busy.left -= 1
  if (index === -1 && !isBusy) return null
  return `[ERROR] invalid slack file [json-pointer:/blocks/${Math.max(0, index)}/slack_file]`
}
