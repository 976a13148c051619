import type { MessageRef, Messenger, Platform, Posting } from '@medikey/core'

/** What was asked of a messenger, in order. */
export type Call = { readonly method: keyof Messenger; readonly key: string; readonly text: string }

/** Makes a messenger that notes what it is asked; `disturb` may throw in its place. */
export function createRecordedMessenger(
  options: { platform?: Platform; disturb?: (call: Call) => void | Promise<void> } = {},
): { messenger: Messenger; calls: Call[] } {
  const { platform = 'slack', disturb } = options
  const calls: Call[] = []
  const take = async (
    method: keyof Messenger,
    { key, message }: Pick<Posting, 'key' | 'message'>,
  ): Promise<MessageRef> => {
    const call = { method, key, text: JSON.stringify(message) }
    await disturb?.(call)
    calls.push(call)
    return { platform, workspace: 'T0CLINIC', channel: 'C0APPROVE', messageId: String(calls.length) }
  }
  return {
    calls,
    messenger: {
      platform,
      postCard: (posting) => take('postCard', posting),
      updateCard: async (posting) => void (await take('updateCard', posting)),
      postThread: (posting) => take('postThread', posting),
      notifyUser: (posting) => take('notifyUser', posting),
      postAlert: (posting) => take('postAlert', posting),
      postDigest: (posting) => take('postDigest', posting),
    },
  }
}
