/** What to do about the errors that Slack's Web API names and that no further try mends. */
export const platformErrors: Readonly<Record<string, string>> = {
  account_inactive:
    'Slack says that the app was removed from the workspace. Install it again and set SLACK_BOT_TOKEN.',
  cannot_dm_bot:
    'Slack takes no direct message for a bot. Put a person’s user id into identities in medikey.yaml.',
  cant_update_message:
    'The message was posted by another app, so it cannot be edited. Keep using the app that posted it.',
  channel_not_found:
    'Slack knows no such channel. Check the channel ids in medikey.yaml, and invite the app to private channels: /invite @MediKey',
  edit_window_closed:
    'The workspace no longer lets the message be edited. Allow editing of messages in its settings.',
  invalid_auth: 'Slack refuses the bot token. Set SLACK_BOT_TOKEN to the token of the installed app.',
  invalid_blocks: 'Slack refuses the message’s layout. Report it: MediKey must not make such a message.',
  is_archived: 'The channel is archived. Unarchive it, or name another one in medikey.yaml.',
  message_not_found:
    'The message was deleted, so it cannot be edited any more. A request goes on without its card; an alert gets a new message.',
  messages_tab_disabled: 'The app takes no direct messages. Enable the Messages tab of its App Home.',
  metadata_too_large:
    'Slack refuses the message’s metadata. Report it: MediKey must not make such a message.',
  missing_scope: 'The app lacks a scope. Install it again from bots/slack/manifest.yaml.',
  msg_blocks_too_long: 'Slack refuses the message as too long. Report it: MediKey must cut it.',
  msg_too_long: 'Slack refuses the message as too long. Report it: MediKey must cut it.',
  no_permission: 'The workspace forbids the app this. Ask its administrator to allow the app.',
  not_allowed_token_type: 'SLACK_BOT_TOKEN is no bot token. Set it to the one that begins with xoxb-.',
  not_authed: 'Slack got no bot token. Set SLACK_BOT_TOKEN.',
  not_in_channel: 'The app is not in the channel. Invite it there: /invite @MediKey',
  org_login_required: 'The workspace is being moved into an organisation. Install the app again afterwards.',
  restricted_action: 'The workspace forbids the app to post there. Ask its administrator to allow it.',
  thread_not_found:
    'The message was deleted, so nothing can be posted below it. What it was about goes on without it.',
  token_expired: 'The bot token has expired. Install the app again and set SLACK_BOT_TOKEN.',
  token_revoked: 'The bot token was revoked. Install the app again and set SLACK_BOT_TOKEN.',
  user_disabled: 'The person’s Slack account is deactivated. Correct identities in medikey.yaml.',
  user_not_found: 'Slack knows no such user. Correct the user id in identities in medikey.yaml.',
  users_not_found: 'Slack knows no such user. Correct the user id in identities in medikey.yaml.',
  user_not_visible: 'The app may not see that user. Correct identities in medikey.yaml.',
}
