import type { Embed } from './schemas/embedSchema.ts'
import type { AnyComponent } from './schemas/listComponents.ts'
import type { FakeMessage, FakeModal } from './World.ts'

/**
 * What a person reads in a message or a form, as plain lines: mentions as `@` and the id, links as their text, buttons
 * as `[label]`.
 */
export function renderText(
  shown:
    | (Pick<FakeMessage, 'content' | 'components'> & Partial<Pick<FakeMessage, 'embeds'>>)
    | Pick<FakeModal, 'modal'>,
): string {
  if ('modal' in shown) return renderModal(shown.modal)
  const { content, embeds = [], components } = shown
  return [
    ...(content === '' ? [] : [readMarkup(content)]),
    ...embeds.map(renderEmbed),
    ...components.map(renderComponent),
  ].join('\n')
}

function renderEmbed({ author, title, description, fields = [], footer }: Embed): string {
  const lines = [
    author?.name,
    title,
    description,
    ...fields.map(({ name, value }) => `${name}: ${value}`),
    footer?.text,
  ]
  return lines.flatMap((line) => (line ? [readMarkup(line)] : [])).join('\n')
}

function renderComponent(component: AnyComponent): string {
  switch (component.type) {
    case 1:
      return component.components.map(renderComponent).join(' ')
    case 2:
      return `[${component.label ?? component.emoji?.name ?? ''}]`
    case 3:
    case 5:
      return `<${component.placeholder ?? component.custom_id}>`
    case 9:
      return [...component.components, component.accessory].map(renderComponent).join('\n')
    case 10:
      return readMarkup(component.content)
    case 11:
      return `(${component.description ?? 'picture'})`
    case 12:
      return component.items.map((item) => `(${item.description ?? 'picture'})`).join(' ')
    case 14:
      return component.divider === false ? '' : '---'
    case 17:
      return component.components.map(renderComponent).join('\n')
  }
}

function renderModal(modal: FakeModal['modal']): string {
  const lines = modal.components.map((part) =>
    part.type === 18 ? `${part.label}: ____` : readMarkup(part.content),
  )
  return [modal.title, ...lines].join('\n')
}

/** Takes Discord's markup away, as far as it is read and not seen: headings and small print, bold, code, escapes. */
function readMarkup(text: string): string {
  return text
    .replace(/^(?:#{1,3} |-# |> )/gm, '')
    .replace(/<@!?(\d+)>/g, '@$1')
    .replace(/<t:(\d+)(?::[a-zA-Z])?>/g, (_, seconds: string) =>
      new Date(Number(seconds) * 1000).toISOString(),
    )
    .replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\(<?[^)>]+>?\)/g, '$1')
    .replace(/(?<!\\)(\*\*|__|~~|\|\||`{1,3}|[*_])/g, '')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
}
