/**
 * The colours of charts: on their own ground each has at least three times its contrast, and neighbours can be told apart
 * by people who see no red or no green.
 */
export const palette = {
  ground: '#f6f8fa',
  text: '#1f2328',
  quiet: '#59636e',
  line: '#818b98',
  faint: '#dfe3e8',
  before: '#1f2328',
  rest: '#868f99',
  people: ['#0b62a8', '#c2500a', '#0a7f5c', '#9c3587', '#7a6400', '#4f4fc4'],
} as const
