import { html } from 'hono/html'

type Painted = ReturnType<typeof html>

/** What may stand in a line, in the order in which it is looked for. */
const TOKEN =
  /\\(?<escaped>[^\w\s])|`(?<code>[^`]+)`|\*\*(?<bold>(?:\\.|[^*\\])+)\*\*|<@!?(?<user>\d+)>|<t:(?<time>\d+)(?::\w)?>|\[(?<label>(?:\\.|[^\]\\])+)\]\((?<url>[^)]+)\)/gsu

/**
 * Draws Discord's markup, as far as MediKey writes it.
 *
 * @param options.nameOf what a person is called, by user id
 */
export function paintMarkup(content: string, options: { nameOf: (userId: string) => string }): Painted[] {
  return content.split('\n').map((line) => {
    if (line.startsWith('## ')) return html`<div class="header">${paintLine(line.slice(3), options)}</div>`
    if (line.startsWith('-# ')) return html`<div class="small">${paintLine(line.slice(3), options)}</div>`
    return html`<div class="line">${paintLine(line, options)}</div>`
  })
}

function paintLine(line: string, options: { nameOf: (userId: string) => string }): Painted[] {
  const pieces: Painted[] = []
  let end = 0
  for (const match of line.matchAll(TOKEN)) {
    pieces.push(html`${line.slice(end, match.index)}`)
    end = match.index + match[0].length
    const { escaped, code, bold, user, time, label } = match.groups ?? {}
    if (escaped !== undefined) pieces.push(html`${escaped}`)
    else if (code !== undefined) pieces.push(html`<code>${code}</code>`)
    else if (bold !== undefined) pieces.push(html`<b>${paintLine(bold, options)}</b>`)
    else if (user !== undefined) pieces.push(html`<span class="mention">@${options.nameOf(user)}</span>`)
    else if (time !== undefined) pieces.push(html`<span class="time">${formatTime(Number(time))}</span>`)
    else pieces.push(html`<span class="link">${paintLine(label ?? '', options)}</span>`)
  }
  pieces.push(html`${line.slice(end)}`)
  return pieces
}

function formatTime(seconds: number): string {
  return new Date(seconds * 1000).toLocaleString('en-US', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
}
