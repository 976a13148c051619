/** What to do about the errors that Discord numbers and that no further try mends. */
export const platformErrors: Readonly<Record<number, string>> = {
  10003:
    'Discord knows no such channel. Check the channel ids in medikey.yaml, and let the bot view the channel.',
  10004: 'Discord knows no such server. Invite the bot again, and check the channel ids in medikey.yaml.',
  10008:
    'The message was deleted, so it cannot be edited any more. A request goes on without its card; an alert gets a new message.',
  10013: 'Discord knows no such user. Correct the user id in identities in medikey.yaml.',
  20026: 'Discord quarantined the bot. Look into the Developer Portal, which says why.',
  30033: 'The thread is full. The request goes on without it.',
  40001: 'Discord refuses the bot token. Set DISCORD_TOKEN to the token of the bot in the Developer Portal.',
  50001: 'The bot may not see that channel. Let it view the channel in the channel’s permissions.',
  50005: 'The message was posted by another app, so it cannot be edited. Keep using the app that posted it.',
  50007:
    'The person takes no direct messages from the bot. Ask them to allow direct messages of the server’s members.',
  50013:
    'The bot lacks a permission in that channel. Allow it to view, to send messages, to read the history, to create threads and to send messages in them.',
  50014: 'Discord refuses the bot token. Set DISCORD_TOKEN to the token of the bot in the Developer Portal.',
  50024: 'That kind of channel takes no such message. Name a text channel in medikey.yaml.',
  50033: 'Discord takes no direct message for that user. Correct identities in medikey.yaml.',
  50035: 'Discord refuses the message’s layout. Report it: MediKey must not make such a message.',
  50083: 'The thread is archived and locked. Open it again, or let the request go on without it.',
  160005: 'The thread is locked. Unlock it, or let the request go on without it.',
  160006: 'The server has too many open threads. Close some; what is told in threads waits until then.',
}
